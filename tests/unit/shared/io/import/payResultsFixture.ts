import { readPayResults } from '../../../../../shared/io/import/readPayResults';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { repSchema } from '../../../../../shared/model/rep';

export const bookings = {
  kind: 'flat',
  id: 'b',
  name: 'Bookings',
  targetShareRatio: 1,
  rate: { kind: 'share', ratio: 0.1 },
};
export const margin = {
  kind: 'objectives',
  id: 'm',
  name: 'Margin',
  measure: 'gross margin',
  measureUnit: 'ratio',
  objectives: [{ id: 'o', name: 'O', weightRatio: 1 }],
};
export const both = compPlanSchema.parse({ id: 'ae', name: 'AE plan', components: [bookings, margin] });
export const single = compPlanSchema.parse({ ...both, components: [bookings] });
export const ana = repSchema.parse({
  id: 'r1',
  name: 'Ana Silva',
  role: 'AE',
  compPlanId: 'ae',
  baseSalaryCents: 10_000_000,
  targetIncentiveCents: 10_000_000,
});

/** Reads a file of results for one rep, Ana. */
export function read(lines: readonly string[], plan = both) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  return readPayResults(bytes, 'results.csv', { reps: [ana], compPlans: [plan], dateOrder: 'mdy' });
}
