import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayCredits, splitByShares } from '../../shared/comp/credit';
import { drawSchedule } from '../../shared/comp/draw';
import { holdbackOf, instalmentsOf } from '../../shared/comp/payments';
import { quotaByMonth, seasonalMonths } from '../../shared/comp/proration';
import { quotasOf } from '../../shared/comp/quota';
import { drawSchema } from '../../shared/model/compPlan';
import { quotaSettingsSchema } from '../../shared/model/quotaSettings';

const cents = fc.integer({ min: 0, max: 1_000_000_000 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('parts', () => {
  it('of a split add up to the whole, to the cent', () => {
    fc.assert(
      fc.property(
        cents,
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 }),
        (whole, weights) => {
          const all = sum(weights);
          const parts = splitByShares(
            whole,
            weights.map((weight) => weight / all),
          );
          expect(sum(parts)).toBe(whole);
          parts.forEach((part, i) =>
            expect(Math.abs(part - (whole * weights[i]!) / all)).toBeLessThan(1.0001),
          );
        },
      ),
    );
  });

  it('of an overlay are each its own, and their ratio is to bookings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 100 }), (bookings, percent) => {
        const credits = overlayCredits(bookings, { AE: 1, SE: percent / 100 });
        expect(credits.creditsCents.AE).toBe(bookings);
        expect(credits.creditRatio).toBeCloseTo(credits.totalCents / bookings, 12);
      }),
    );
  });

  it('of a commission held back or paid in instalments add up to it', () => {
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 24 }),
        (whole, percent, count) => {
          const { upfrontCents, heldCents } = holdbackOf(whole, percent / 100);
          expect(upfrontCents + heldCents).toBe(whole);
          const parts = instalmentsOf(whole, count);
          expect(sum(parts)).toBe(whole);
          expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('of a year by season add up to the year; ramped months never exceed theirs', () => {
    const season = fc.constantFrom([], [0.2, 0.2, 0.2, 0.4], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    fc.assert(
      fc.property(cents, season, fc.integer({ min: 0, max: 100 }), (whole, shares, percent) => {
        const months = seasonalMonths(whole, shares);
        expect(sum(months)).toBe(whole);
        const ramped = quotaByMonth(whole, shares, Array<number>(12).fill(percent / 100));
        ramped.forEach((month, i) => expect(month).toBeLessThanOrEqual(months[i]!));
      }),
    );
  });
});

describe('quotas', () => {
  const basis = fc.array(
    fc.record({
      potential: fc.integer({ min: 0, max: 1_000_000 }),
      history: fc.integer({ min: 0, max: 1_000_000 }),
      capacityRatio: fc.integer({ min: 0, max: 4 }).map((value) => value / 4),
      pinCents: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  const settings = fc.record({
    method: fc.constantFrom('fair', 'history', 'capacity', 'blend'),
    targetCents: fc.integer({ min: 0, max: 2_000_000_000 }),
    roundingStepCents: fc.constantFrom(1, 100, 500_000),
    overPercent: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3 }),
  });

  it('add up to the over-assigned target, pins kept and steps held but for one', () => {
    fc.assert(
      fc.property(settings, basis, ({ overPercent, ...rest }, list) => {
        const plan = quotasOf(
          quotaSettingsSchema.parse({
            ...rest,
            productivityCents: 50_000_000,
            weights: { potential: 0.6, history: 0.3, even: 0.1 },
            overAssignment: overPercent.map((percent, i) => ({ level: String(i), ratio: percent / 100 })),
          }),
          list.map((each, i) => ({ repId: String(i), ...each })),
        );
        const pinned = sum(list.map((each) => each.pinCents ?? 0));
        const hasFree = list.some((each) => each.pinCents === null);
        expect(plan.sumCents).toBe(hasFree ? Math.max(plan.poolCents, pinned) : pinned);
        let odd = 0;
        plan.quotas.forEach((quota, i) => {
          if (list[i]!.pinCents !== null) expect(quota.quotaCents).toBe(list[i]!.pinCents);
          else if (quota.quotaCents % rest.roundingStepCents !== 0) odd++;
          expect(quota.quotaCents).toBeGreaterThanOrEqual(0);
        });
        expect(odd).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('draws', () => {
  it('pay what was earned plus what is still owed, never less than the draw when below it', () => {
    const draw = fc.record({
      amountCents: fc.integer({ min: 0, max: 500_000 }),
      recoveryRatio: fc.integer({ min: 0, max: 100 }).map((value) => value / 100),
      recoveryStartsMonth: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        draw,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 12 }),
        (settings, earned) => {
          const steps = drawSchedule(drawSchema.parse({ kind: 'recoverable', ...settings }), earned);
          const owed = steps.at(-1)?.balanceCents ?? 0;
          expect(sum(steps.map((step) => step.paidCents))).toBe(sum(earned) + owed);
          steps.forEach((step, i) => {
            expect(step.balanceCents).toBeGreaterThanOrEqual(0);
            if (earned[i]! < settings.amountCents) expect(step.paidCents).toBe(settings.amountCents);
          });
        },
      ),
    );
  });
});
