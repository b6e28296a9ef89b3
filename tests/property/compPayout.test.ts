import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsAtAttainment } from '../../shared/comp/inputsAtAttainment';
import { payoutOfRep } from '../../shared/comp/payout';
import type { PayoutTrace, RepPayoutInputs } from '../../shared/comp/payTypes';
import { YearPricer } from '../../shared/comp/priceYear';
import type { CompPlan } from '../../shared/model/compPlan';
import { anyPlans, reps, risingPlans } from './compPlans';

const attainments = fc.integer({ min: 0, max: 30_000 }).map((value) => value / 10_000);
const runs = { numRuns: 150 };

/** The plan, measured over the year and paid every month. */
const monthly = (
  plan: CompPlan,
  attainmentOf: 'toDate' | 'whole',
  negativeDue: 'carry' | 'payBack',
): CompPlan => ({
  ...plan,
  components: plan.components.map((component) => ({
    ...component,
    timing: { measuredOver: 'year', paidEvery: 'month', attainmentOf, negativeDue },
  })),
});

describe('payouts', () => {
  it('are whole cents, with or without a trace, and the steps add up to them', () => {
    fc.assert(
      fc.property(anyPlans, reps, attainments, (plan, rep, attainment) => {
        const inputs = inputsAtAttainment(plan, rep, attainment);
        const trace: PayoutTrace = { steps: [] };
        const traced = payoutOfRep(plan, inputs, trace);
        expect(traced).toEqual(payoutOfRep(plan, inputs, null));
        expect(Number.isInteger(traced.payoutCents)).toBe(true);
        const settled = trace.steps
          .filter((step) => step.componentId === null)
          .map((step) =>
            typeof step.value !== 'string' && step.value.is === 'money' ? step.value.cents : 0,
          );
        expect(settled.reduce((sum, cents) => sum + cents, 0)).toBe(traced.payoutCents);
      }),
      runs,
    );
  });

  it('never fall as sales rise where the plan does not', () => {
    fc.assert(
      fc.property(risingPlans, reps, attainments, attainments, (plan, rep, one, other) => {
        const pay = (attainment: number) =>
          payoutOfRep(plan, inputsAtAttainment(plan, rep, attainment), null).payoutCents;
        expect(pay(Math.max(one, other))).toBeGreaterThanOrEqual(pay(Math.min(one, other)));
      }),
      runs,
    );
  });

  it('scale with the currency', () => {
    fc.assert(
      fc.property(
        anyPlans,
        reps,
        attainments,
        fc.integer({ min: 2, max: 100 }),
        (plan, rep, attainment, scale) => {
          const scaled = {
            targetIncentiveCents: rep.targetIncentiveCents * scale,
            baseSalaryCents: rep.baseSalaryCents * scale,
            quotaCents: rep.quotaCents * scale,
          };
          const inputs = inputsAtAttainment(plan, rep, attainment);
          const credited = inputs.periods[0]!.components;
          const many: RepPayoutInputs = {
            ...scaled,
            periods: [
              {
                ...inputs.periods[0]!,
                components: Object.fromEntries(
                  Object.entries(credited).map(([id, facts]) => [
                    id,
                    { credited: facts.credited * scale, quota: (facts.quota ?? 0) * scale },
                  ]),
                ),
              },
            ],
          };
          const one = payoutOfRep(plan, inputs, null).payoutCents;
          const all = payoutOfRep(plan, many, null).payoutCents;
          // Each component (and the cap) is rounded once on either side.
          const allowed = (plan.components.length + 1) * (scale + 1) * 0.5;
          expect(Math.abs(all - one * scale)).toBeLessThanOrEqual(allowed);
        },
      ),
      runs,
    );
  });

  it('trued up month by month add up to one annual calculation', () => {
    const months = fc.array(
      fc.record({
        credited: fc.integer({ min: 0, max: 60_000_000 }),
        quota: fc.integer({ min: 1_000_000, max: 40_000_000 }),
        /** Active days / 30. */
        activeRatio: fc.constantFrom(1, 1, 1, 0.5, 7 / 30, 0),
      }),
      { minLength: 12, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        anyPlans,
        reps,
        months,
        fc.constantFrom('toDate' as const, 'whole' as const),
        (plan, rep, facts, attainmentOf) => {
          const sum = (pick: (month: (typeof facts)[number]) => number) =>
            facts.reduce((total, month) => total + pick(month), 0);
          const inputs = (list: typeof facts): RepPayoutInputs => ({
            ...rep,
            periods: list.map((month, i) => ({
              period: String(i + 1),
              startMonth: i,
              months: 12 / list.length,
              activeRatio: month.activeRatio,
              components: Object.fromEntries(
                plan.components.map(({ id }) => [id, { credited: month.credited, quota: month.quota }]),
              ),
            })),
          });
          const year = [
            {
              credited: sum((month) => month.credited),
              quota: sum((month) => month.quota),
              activeRatio: sum((month) => month.activeRatio) / 12,
            },
          ];
          const annual = payoutOfRep(plan, inputs(year), null);
          const trued = payoutOfRep(monthly(plan, attainmentOf, 'payBack'), inputs(facts), null);
          expect(trued.payoutCents).toBe(annual.payoutCents);
          const carried = payoutOfRep(monthly(plan, attainmentOf, 'carry'), inputs(facts), null);
          // Carrying never takes money back, so it can only have paid more.
          expect(carried.payoutCents).toBeGreaterThanOrEqual(annual.payoutCents);
          for (const period of carried.periods) {
            for (const component of period.components)
              expect(component.payoutCents).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      runs,
    );
  });

  it('are the same from the fast pricer of whole years', () => {
    fc.assert(
      fc.property(anyPlans, reps, attainments, (plan, rep, attainment) => {
        const pricer = new YearPricer(plan);
        pricer.setRep(rep);
        const inputs = inputsAtAttainment(plan, rep, attainment);
        // The fast pricer takes the exact product; whole cents of credit are how results are booked.
        const exact: RepPayoutInputs = {
          ...inputs,
          periods: [
            {
              ...inputs.periods[0]!,
              components: Object.fromEntries(
                plan.components.map(({ id }) => [
                  id,
                  { credited: rep.quotaCents * attainment, quota: rep.quotaCents },
                ]),
              ),
            },
          ],
        };
        expect(pricer.payCents(attainment)).toBe(payoutOfRep(plan, exact, null).payoutCents);
      }),
      runs,
    );
  });
});
