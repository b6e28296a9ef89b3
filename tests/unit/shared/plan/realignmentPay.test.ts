import { describe, expect, it } from 'vitest';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { documentBefore, EMPTY_HISTORY, pushEdit, type History } from '../../../../shared/plan/history';
import { realignmentPay } from '../../../../shared/plan/realignmentPay';
import { runCommand } from '../../../../shared/plan/runCommand';
import { payingPlan } from './planFixture';

/** Account 3 of 30.00 goes from South to North. */
function moved() {
  const plan = payingPlan();
  const diff = runCommand(plan, {
    kind: 'assignAccounts',
    scenarioId: 's1',
    rows: Int32Array.of(2),
    target: { territoryId: 'north' },
  });
  return { plan, diff, after: applyDiff(plan, diff) };
}

describe('the pay of a realignment', () => {
  it('goes from potential to quota, bookings and pay, and ends in the budget (by hand)', () => {
    const { plan, after } = moved();
    const pay = realignmentPay(evaluatePlan(plan, 's1'), evaluatePlan(after, 's1'));
    const north = pay.reps.find(({ repId }) => repId === 'r1')!;
    expect(north.potential).toEqual({ before: 30, after: 60 });
    // Pool 1,000.00 + 5% = 105,000 cents by potential: 30 of 100, then 60 of 100.
    expect(north.quotaCents).toEqual({ before: 31_500, after: 63_000 });
    // Bookings 30 · 1.05 = 31.50 of a quota of 315.00: a tenth, paid at the base rate.
    expect(north.attainmentRatio.before).toBeCloseTo(0.1, 12);
    expect(north.payoutCents).toEqual({ before: 1_000_000, after: 1_000_000 });
    expect(pay.reps.map(({ repId }) => repId).sort()).toEqual(['r1', 'r2']);
    expect(pay.quotaCents).toEqual({ before: 105_000, after: 105_000 });
    expect(pay.bookingsCents).toEqual({ before: 10_500, after: 10_500 });
    const sum = (side: 'before' | 'after') => pay.reps.reduce((all, rep) => all + rep.payoutCents[side], 0);
    expect(pay.payoutCents).toEqual({ before: sum('before'), after: sum('after') });
  });

  it('names nobody where nothing changed, and all sides of a rep who comes or goes', () => {
    const { plan } = moved();
    const before = evaluatePlan(plan, 's1');
    expect(realignmentPay(before, before).reps).toEqual([]);
    const alone = evaluatePlan({ ...plan, reps: plan.reps.slice(0, 1) }, 's1');
    const gone = realignmentPay(before, alone).reps.find(({ repId }) => repId === 'r2')!;
    expect(gone.quotaCents.before).toBeGreaterThan(0);
    expect(gone.quotaCents.after).toBe(0);
    expect(gone.attainmentRatio.after).toBeNull();
  });

  it('is measured against the plan as it stood before any step', () => {
    const { plan, diff, after } = moved();
    const renamed = runCommand(after, { kind: 'renamePlan', name: 'Later' });
    const history: History = pushEdit(pushEdit(EMPTY_HISTORY, diff, 0), renamed, 0);
    const now = applyDiff(after, renamed);
    expect(documentBefore(now, history, 1)).toEqual(plan);
    expect(documentBefore(now, history, 2)).toEqual(after);
    expect(documentBefore(now, history, 3)).toBe(now);
  });
});
