import type { CompPlan } from '../../../shared/model/compPlan';
import { fromCents } from '../../../shared/model/money';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { evaluatePlan } from '../../../shared/plan/evaluatePlan';
import { writeCsvTable } from '../../../shared/io/project/csvTable';
import { writeFileAtomic } from '../../host/writeFileAtomic';
import type { Verb } from '../commandLine';
import {
  numberOption,
  optionOf,
  requireOption,
  requirePositional,
  UsageError,
  WorkError,
} from '../commandLine';
import { readPlan, resolveName } from '../planFiles';

const HEADER = [
  'repId',
  'rep',
  'plan',
  'component',
  'period',
  'credited',
  'quota',
  'attainment',
  'payout',
] as const;

export const payoutVerb: Verb = {
  usage: 'payout PLAN --attainment PCT [--plan NAME] --out FILE.csv [--json]',
  summary: 'pays every rep at an attainment, to the cent',
  options: ['attainment', 'plan', 'out'],
  flags: [],
  async run(args) {
    const path = requirePositional(args, 0, 'PLAN');
    const out = requireOption(args, 'out');
    const attainmentPct = numberOption(args, 'attainment', 0, 1000);
    if (attainmentPct === null)
      throw new UsageError('--attainment is missing: the share of quota reached, in percent.');
    const document = atAttainment(await readPlan(path), attainmentPct / 100, optionOf(args, 'plan'));
    const { pay } = evaluatePlan(document, document.scenarios[0]!.id);
    const paid = pay.reps.filter((rep) => rep.payout !== null);
    if (paid.length === 0) {
      throw new WorkError(
        'No rep of this plan has a comp plan. Name one with --plan, or give the reps theirs.',
      );
    }
    const rows = paid.flatMap((rep) => rowsOf(rep, String(document.settings.fiscalYear)));
    await writeFileAtomic(out, new TextEncoder().encode(writeCsvTable(HEADER, rows)));
    const totalCents = paid.reduce((sum, rep) => sum + rep.payoutCents, 0);
    const json = { reps: paid.length, total: fromCents(totalCents), byComponent: byComponent(paid) };
    return { json, text: `${json.reps} reps are paid ${json.total.toFixed(2)}; written to ${out}` };
  },
};

/** The plan with every rep at one attainment and, where a comp plan is named, on that plan. */
function atAttainment(
  document: PlanDocument,
  attainmentRatio: number,
  planName: string | null,
): PlanDocument {
  const compPlan: CompPlan | null =
    planName === null ? null : resolveName('comp plan', planName, document.compPlans);
  return {
    ...document,
    reps: document.reps.map((rep) => ({ ...rep, compPlanId: compPlan?.id ?? rep.compPlanId })),
    scenarios: document.scenarios.map((scenario) => ({
      ...scenario,
      attainment: { kind: 'uniform', attainmentRatio },
    })),
  };
}

function rowsOf(pay: RepPay, period: string): string[][] {
  return pay.payout!.periods.flatMap((paid) =>
    paid.components.map((component) => {
      const definition = pay.compPlan!.components.find(({ id }) => id === component.componentId);
      const scale = definition?.measureUnit === 'money' ? 100 : 1;
      return [
        pay.rep.id,
        pay.rep.name,
        pay.compPlan!.name,
        definition?.name ?? component.componentId,
        paid.period || period,
        String(component.credited / scale),
        component.quota === null ? '' : String(component.quota / scale),
        component.attainmentRatio === null ? '' : String(component.attainmentRatio),
        fromCents(component.payoutCents).toFixed(2),
      ];
    }),
  );
}

/** Σ of each component over reps, by its name; what the plan adds or takes after the sum stands apart. */
function byComponent(paid: readonly RepPay[]): Record<string, number> {
  const cents = new Map<string, number>();
  const add = (name: string, amount: number) => cents.set(name, (cents.get(name) ?? 0) + amount);
  for (const pay of paid) {
    for (const period of pay.payout!.periods) {
      for (const component of period.components) {
        const name = pay.compPlan!.components.find(({ id }) => id === component.componentId)?.name;
        add(name ?? component.componentId, component.payoutCents);
      }
      const after = period.payoutCents - period.sumCents;
      if (after !== 0) add('Caps, draw and clawback', after);
    }
  }
  return Object.fromEntries([...cents].map(([name, amount]) => [name, fromCents(amount)]));
}
