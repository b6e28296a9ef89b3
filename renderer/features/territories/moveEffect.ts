import type { Rep } from '../../../shared/model/rep';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import type { AssignmentChange, PlanDiff } from '../../../shared/plan/planDiff';

/** What a move would do: every territory and rep that it touches, before and after. */
export interface MoveEffect {
  /** Accounts that change hands; those that are there already, and locked ones, are not among them. */
  readonly movedRows: Int32Array;
  /** Territory indices, the giver of most accounts first, the receiver last. */
  readonly territories: readonly {
    readonly index: number;
    readonly indexBefore: number;
    readonly indexAfter: number;
  }[];
  /** Reps whose pay changes, the largest change first. */
  readonly payouts: readonly { readonly rep: Rep; readonly changeCents: number }[];
  readonly budget: { readonly changeCents: number; readonly share: number | null };
  readonly bookings: { readonly changeCents: number };
}

/** Compares a plan's figures with those under a diff that only moves accounts. */
export function moveEffect(before: PlanEvaluation, after: PlanEvaluation, diff: PlanDiff): MoveEffect {
  const moves = diff.changes.filter((change): change is AssignmentChange => change.kind === 'assignment');
  const given = new Map<number, number>();
  const taken = new Set<number>();
  for (const move of moves) {
    move.rows.forEach((row, at) => {
      const from = before.territories.assignment[row] ?? -1;
      if (from >= 0) given.set(from, (given.get(from) ?? 0) + 1);
      if (move.after[at]! >= 0) taken.add(move.after[at]!);
    });
  }
  const givers = [...given.keys()].filter((index) => !taken.has(index));
  givers.sort((a, b) => given.get(b)! - given.get(a)! || a - b);
  const payBefore = new Map(before.pay.reps.map((pay) => [pay.rep.id, pay.payoutCents]));
  const payouts = after.pay.reps
    .map(({ rep, payoutCents }) => ({ rep, changeCents: payoutCents - (payBefore.get(rep.id) ?? 0) }))
    .filter(({ changeCents }) => changeCents !== 0)
    .sort((a, b) => Math.abs(b.changeCents) - Math.abs(a.changeCents));
  const paidBefore = before.pay.budget.payoutCents;
  const paidChange = after.pay.budget.payoutCents - paidBefore;
  return {
    movedRows: Int32Array.from(moves.flatMap((move) => Array.from(move.rows))),
    territories: [...givers, ...[...taken].sort((a, b) => a - b)].map((index) => ({
      index,
      indexBefore: before.territories.index[index] ?? Number.NaN,
      indexAfter: after.territories.index[index] ?? Number.NaN,
    })),
    payouts,
    budget: { changeCents: paidChange, share: paidBefore > 0 ? paidChange / paidBefore : null },
    bookings: { changeCents: after.pay.budget.bookingsCents - before.pay.budget.bookingsCents },
  };
}
