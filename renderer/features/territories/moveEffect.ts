import { changedRows } from '../../../shared/geo/accountUnits';
import type { Rep } from '../../../shared/model/rep';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';

/** What an edit would do to pay. */
export interface PayChange {
  /** Reps whose pay changes, the largest change first. */
  readonly payouts: readonly { readonly rep: Rep; readonly changeCents: number }[];
  readonly budget: { readonly changeCents: number; readonly share: number | null };
  readonly bookings: { readonly changeCents: number };
}

/** What a move would do: every territory and rep that it touches, before and after. */
export interface MoveEffect extends PayChange {
  /** Accounts that change hands; those that are there already, and locked ones, are not among them. */
  readonly movedRows: Int32Array;
  /** Territory indices, the giver of most accounts first, the receiver last. */
  readonly territories: readonly {
    readonly index: number;
    readonly indexBefore: number;
    readonly indexAfter: number;
  }[];
}

/** The largest change of a measure's total; 0 where nothing changes. */
function landGain(before: PlanEvaluation, after: PlanEvaluation, territory: number): number {
  const { measures } = before.territories;
  return after.territories.measures.reduce((most, { totals }, at) => {
    const change = totals[territory]! - (measures[at]?.totals[territory] ?? 0);
    return Math.abs(change) > Math.abs(most) ? change : most;
  }, 0);
}

/** Compares a plan's figures with those under an edit that moves accounts or land. */
export function moveEffect(before: PlanEvaluation, after: PlanEvaluation): MoveEffect {
  const movedRows = changedRows(before.territories.assignment, after.territories.assignment);
  const given = new Map<number, number>();
  const taken = new Set<number>();
  for (const row of movedRows) {
    const from = before.territories.assignment[row]!;
    const to = after.territories.assignment[row]!;
    if (from >= 0) given.set(from, (given.get(from) ?? 0) + 1);
    if (to >= 0) taken.add(to);
  }
  // Land without accounts moves totals, too.
  for (const territory of after.territories.assignable) {
    const gain = landGain(before, after, territory);
    if (given.has(territory) || taken.has(territory) || gain === 0) continue;
    if (gain > 0) taken.add(territory);
    else given.set(territory, 0);
  }
  const givers = [...given.keys()].filter((index) => !taken.has(index));
  givers.sort((a, b) => given.get(b)! - given.get(a)! || a - b);
  return {
    movedRows,
    territories: [...givers, ...[...taken].sort((a, b) => a - b)].map((index) => ({
      index,
      indexBefore: before.territories.index[index] ?? Number.NaN,
      indexAfter: after.territories.index[index] ?? Number.NaN,
    })),
    ...payChange(before, after),
  };
}

/** Compares what is paid. */
export function payChange(before: PlanEvaluation, after: PlanEvaluation): PayChange {
  const payBefore = new Map(before.pay.reps.map((pay) => [pay.rep.id, pay.payoutCents]));
  const payouts = after.pay.reps
    .map(({ rep, payoutCents }) => ({ rep, changeCents: payoutCents - (payBefore.get(rep.id) ?? 0) }))
    .filter(({ changeCents }) => changeCents !== 0)
    .sort((a, b) => Math.abs(b.changeCents) - Math.abs(a.changeCents));
  const paidBefore = before.pay.budget.payoutCents;
  const paidChange = after.pay.budget.payoutCents - paidBefore;
  return {
    payouts,
    budget: { changeCents: paidChange, share: paidBefore > 0 ? paidChange / paidBefore : null },
    bookings: { changeCents: after.pay.budget.bookingsCents - before.pay.budget.bookingsCents },
  };
}
