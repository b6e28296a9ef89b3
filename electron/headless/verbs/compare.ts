import { fromCents } from '../../../shared/model/money';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { comparePay } from '../../../shared/plan/comparePay';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { evaluatePlan } from '../../../shared/plan/evaluatePlan';
import type { Verb, VerbResult } from '../commandLine';
import { optionOf, requirePositional, UsageError, WorkError } from '../commandLine';
import { readPlan, resolveName } from '../planFiles';

export const compareVerb: Verb = {
  usage: 'compare PLAN --plans A,B | --scenarios A,B [--json]',
  summary: 'pay rep by rep under two comp plans, or in two scenarios',
  options: ['plans', 'scenarios'],
  flags: [],
  async run(args) {
    const path = requirePositional(args, 0, 'PLAN');
    const plans = optionOf(args, 'plans');
    const scenarios = optionOf(args, 'scenarios');
    if ((plans === null) === (scenarios === null)) {
      throw new UsageError('Name two comp plans with --plans A,B, or two scenarios with --scenarios A,B.');
    }
    const document = await readPlan(path);
    return plans !== null
      ? comparedPlans(document, pairOf('comp plan', plans, document.compPlans))
      : comparedScenarios(document, pairOf('scenario', scenarios!, document.scenarios));
  },
};

/** Two names parted by a comma; a name may hold commas itself. @throws UsageError */
function pairOf<T extends { readonly id: string; readonly name: string }>(
  what: string,
  text: string,
  among: readonly T[],
): [T, T] {
  const parts = text.split(',');
  if (parts.length < 2) throw new UsageError(`Two ${what}s are compared: write A,B.`);
  const isKnown = (name: string) =>
    among.some((each) => each.id === name || each.name.toLowerCase() === name.trim().toLowerCase());
  const cuts = parts.slice(1).map((_, at) => at + 1);
  const sides = (at: number) => [parts.slice(0, at).join(','), parts.slice(at).join(',')] as const;
  // Where only one name is known, the other is the one to complain of.
  const cut = cuts.find((at) => sides(at).every(isKnown)) ?? cuts.find((at) => sides(at).some(isKnown)) ?? 1;
  const [one, other] = sides(cut);
  return [resolveName(what, one, among), resolveName(what, other, among)];
}

function comparedPlans(
  document: PlanDocument,
  [oldPlan, newPlan]: [PlanDocument['compPlans'][number], PlanDocument['compPlans'][number]],
): VerbResult {
  const evaluation = evaluatePlan(document, document.scenarios[0]!.id);
  const comparison = comparePay(document, evaluation.pay.reps, oldPlan, newPlan);
  if (comparison.rows.length === 0)
    throw new WorkError('The plan has no reps to compare. Import a roster first.');
  const nameOf = new Map(document.reps.map((rep) => [rep.id, rep.name]));
  const rows = comparison.rows.map((row) => ({
    repId: row.repId,
    rep: nameOf.get(row.repId)!,
    old: fromCents(row.oldCents),
    new: fromCents(row.newCents),
    delta: fromCents(row.deltaCents),
    verdict: row.verdict,
    wholeAt: row.wholeAtRatio,
  }));
  const total = {
    old: fromCents(comparison.oldCents),
    new: fromCents(comparison.newCents),
    delta: fromCents(comparison.deltaCents),
    gains: comparison.winners,
    loses: comparison.losers,
    same: comparison.neutral,
    waterfall: comparison.waterfall.map(({ name, kind, cents }) => ({
      name,
      kind,
      amount: fromCents(cents),
    })),
  };
  return {
    json: { rows, total },
    text: `${oldPlan.name} costs ${total.old.toFixed(2)}, ${newPlan.name} ${total.new.toFixed(2)}: ${total.gains} gain, ${total.loses} lose`,
  };
}

function comparedScenarios(
  document: PlanDocument,
  [one, other]: [PlanDocument['scenarios'][number], PlanDocument['scenarios'][number]],
): VerbResult {
  const before = evaluatePlan(document, one.id);
  const after = evaluatePlan(document, other.id);
  const laterOf = new Map(after.pay.reps.map((pay) => [pay.rep.id, pay]));
  const rows = before.pay.reps.map((pay) => scenarioRow(pay, laterOf.get(pay.rep.id)!));
  const total = {
    old: totalOf(before),
    new: totalOf(after),
    delta: fromCents(after.pay.budget.payoutCents - before.pay.budget.payoutCents),
  };
  return {
    json: { rows, total },
    text: `${one.name} pays ${total.old.payout.toFixed(2)}, ${other.name} ${total.new.payout.toFixed(2)}: ${total.delta.toFixed(2)} between them`,
  };
}

function scenarioRow(before: RepPay, after: RepPay) {
  const side = (pay: RepPay) => ({
    potential: pay.potential,
    quota: fromCents(pay.quotaCents),
    bookings: fromCents(pay.bookingsCents),
    attainment: pay.attainmentRatio,
    payout: fromCents(pay.payoutCents),
  });
  return {
    repId: before.rep.id,
    rep: before.rep.name,
    old: side(before),
    new: side(after),
    delta: fromCents(after.payoutCents - before.payoutCents),
  };
}

function totalOf({ pay }: PlanEvaluation) {
  return {
    quota: fromCents(pay.quotaPlan.sumCents),
    bookings: fromCents(pay.budget.bookingsCents),
    payout: fromCents(pay.budget.payoutCents),
    ccos: pay.budget.ccosShare,
  };
}
