import { payoutOfRep } from '../../shared/comp/payout';
import type { ComponentFacts, PayoutTrace, PayPeriodInputs, RepPayout } from '../../shared/comp/payTypes';
import { compPlanSchema, type CompPlan, type CompPlanDraft } from '../../shared/model/compPlan';

/** Decimal currency → cents, kept exact where the case has no fraction of a cent. */
export const cents = (amount: number): number => Math.round(amount * 100 * 1e6) / 1e6;
export const amount = (value: number): number => value / 100;

export type ComponentDraft = CompPlanDraft['components'][number];
/** A component without the id and name that a case doesn't give. */
export type ComponentSketch = ComponentDraft extends infer D
  ? D extends ComponentDraft
    ? Omit<D, 'id' | 'name'> & { id?: string; name?: string }
    : never
  : never;

/** A plan made of components, named by their position. */
export function planOf(
  components: ComponentSketch[],
  rest: Omit<CompPlanDraft, 'id' | 'name' | 'components'> = {},
): CompPlan {
  return compPlanSchema.parse({
    id: 'golden',
    name: 'Golden',
    // What a case takes away is paid back, unless it says that it is carried.
    components: components.map((component, i) => ({
      id: `c${i}`,
      name: `Component ${i + 1}`,
      ...component,
      timing: { negativeDue: 'payBack', ...component.timing },
    })),
    ...rest,
  });
}

/** Facts of one period, in the plan's order of components. */
export interface PeriodFacts extends Omit<Partial<PayPeriodInputs>, 'components'> {
  facts: (ComponentFacts | null)[];
}

/** Prices periods (one: the year; several: months) and keeps the steps. */
export function pay(
  plan: CompPlan,
  targetIncentive: number,
  periods: PeriodFacts[],
  baseSalary = 0,
): { payout: RepPayout; trace: PayoutTrace; total: number } {
  const trace: PayoutTrace = { steps: [] };
  const isYear = periods.length === 1;
  const payout = payoutOfRep(
    plan,
    {
      targetIncentiveCents: cents(targetIncentive),
      baseSalaryCents: cents(baseSalary),
      periods: periods.map(({ facts, ...rest }, i) => ({
        period: String(i + 1),
        startMonth: isYear ? 0 : i,
        months: isYear ? 12 : 1,
        components: Object.fromEntries(
          plan.components.flatMap((component, at) => {
            const given = facts[at];
            return given ? [[component.id, given]] : [];
          }),
        ),
        ...rest,
      })),
    },
    trace,
  );
  return { payout, trace, total: amount(payout.payoutCents) };
}

/** Pays one component for one year and answers with the amount. */
export function payOne(component: ComponentSketch, targetIncentive: number, facts: ComponentFacts): number {
  return pay(planOf([component]), targetIncentive, [{ facts: [facts] }]).total;
}

/** Money of a step in the trace, unrounded. */
export function stepMoney(trace: PayoutTrace, step: string, componentId: string | null = 'c0'): number {
  const found = trace.steps.find((each) => each.step === step && each.componentId === componentId);
  if (!found || typeof found.value === 'string' || found.value.is !== 'money') {
    throw new Error(`no amount in step ${step}`);
  }
  return amount(found.value.cents);
}

/** An amount rounded to the cent as a statement prints it. */
export const toTheCent = (value: number): number => amount(Math.round(value * 100 + Math.sign(value) * 1e-7));
