import { fromCents, toCents } from '../../../shared/model/money';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import { quotaSettingsSchema } from '../../../shared/model/quotaSettings';
import { applyDiff } from '../../../shared/plan/applyDiff';
import { evaluatePlan } from '../../../shared/plan/evaluatePlan';
import { runCommand } from '../../../shared/plan/runCommand';
import type { Verb } from '../commandLine';
import { numberOption, requireOption, requirePositional, UsageError, WorkError } from '../commandLine';
import { readPlan, writePlan } from '../planFiles';

const METHODS = quotaSettingsSchema.shape.method.unwrap().options;
/** What each method shares by, where no rep has any of it. */
const BASIS = {
  fair: 'potential, history or pipeline that the weights look at',
  history: 'history above 0',
  capacity: 'capacity',
  blend: 'potential, history or capacity that the weights look at',
} as const;
/** A trillion of any currency; beyond it cents are no longer exact. */
const MAX_TARGET = 1e12;

export const quotaVerb: Verb = {
  usage: `quota PLAN --target AMOUNT --method ${METHODS.join('|')} [--over PCT] --out PLAN2 [--json]`,
  summary: 'shares a target among the reps, to the cent',
  options: ['target', 'method', 'over', 'out'],
  flags: [],
  async run(args) {
    const path = requirePositional(args, 0, 'PLAN');
    const out = requireOption(args, 'out');
    const target = numberOption(args, 'target', 0, MAX_TARGET);
    if (target === null) throw new UsageError('--target is missing: what must the quotas add up to?');
    const method = METHODS.find((name) => name === requireOption(args, 'method'));
    if (!method) throw new UsageError(`--method takes ${METHODS.join(', ')}.`);
    const overPct = numberOption(args, 'over', -100, 1000);
    const document = await readPlan(path);
    const quotaSettings: QuotaSettings = {
      ...document.quotaSettings,
      targetCents: toCents(target),
      method,
      ...(overPct === null ? {} : { overAssignment: [{ level: 'Company', ratio: overPct / 100 }] }),
    };
    const changed = applyDiff(document, runCommand(document, { kind: 'setQuotaSettings', quotaSettings }));
    const { pay } = evaluatePlan(changed, changed.scenarios[0]!.id);
    if (pay.quotaPlan.quotas.length === 0) {
      throw new WorkError(
        'No rep of this plan has a territory, so nobody can carry a quota. Give reps territories first.',
      );
    }
    if (pay.quotaPlan.isEvenForWant) {
      throw new WorkError(
        `No rep has any ${BASIS[method]}, so there is nothing to share the target by. Import it with the roster or the accounts, or take another --method.`,
      );
    }
    await writePlan(out, changed);
    const nameOf = new Map(changed.reps.map((rep) => [rep.id, rep.name]));
    const json = {
      target: fromCents(pay.quotaPlan.targetCents),
      sum: fromCents(pay.quotaPlan.sumCents),
      quotas: pay.quotaPlan.quotas.map(({ repId, quotaCents }) => ({
        repId,
        rep: nameOf.get(repId)!,
        quota: fromCents(quotaCents),
      })),
    };
    return { json, text: `${json.quotas.length} quotas add up to ${json.sum.toFixed(2)}` };
  },
};
