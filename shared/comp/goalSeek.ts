import type { CompPlan } from '../model/compPlan';
import { withPlanValue, type PlanPath } from './planValue';
import { simulate } from './simulate';
import type { SimulatedRep, SimulationSettings } from './simulationRun';

/** A value that was tried and what it came to. */
export interface SeekStep {
  value: number;
  result: number;
}

export interface SeekResult {
  /** The value that comes closest from the allowed side; null where neither end of the range meets the goal. */
  value: number | null;
  result: number | null;
  steps: SeekStep[];
}

/**
 * Finds the largest (or smallest) value in a range whose result stays within a limit, by bisection: the result must
 * rise with the value. Yields each step.
 * @param resultOf e.g. P90 of cost by accelerator; with one seed for all values the luck is the same
 */
export function* goalSeek(
  resultOf: (value: number) => number,
  limit: number,
  range: { low: number; high: number; precision: number },
): Generator<SeekStep, SeekResult> {
  const steps: SeekStep[] = [];
  const tryValue = (value: number) => {
    const step = { value, result: resultOf(value) };
    steps.push(step);
    return step;
  };
  let low = tryValue(range.low);
  yield low;
  if (low.result > limit) return { value: null, result: null, steps };
  const high = tryValue(range.high);
  yield high;
  if (high.result <= limit) return { value: high.value, result: high.result, steps };
  let highValue = high.value;
  while (highValue - low.value > range.precision) {
    const middle = tryValue((low.value + highValue) / 2);
    yield middle;
    if (middle.result <= limit) low = middle;
    else highValue = middle.value;
  }
  // A value that can be typed, on the grid of the precision: the one between the ends if it keeps the limit.
  const onGrid = (value: number) =>
    Number((Math.floor(value / range.precision + 1e-9) * range.precision).toFixed(9));
  const upper = onGrid(highValue);
  if (upper > low.value) {
    const step = tryValue(upper);
    if (step.result <= limit) return { ...step, steps };
  }
  return { ...tryValue(Math.max(range.low, onGrid(low.value))), steps };
}

/** "Which accelerator keeps P90 within budget?": the cost of a plan with one of its numbers changed. */
export function costByPlanValue(
  plan: CompPlan,
  path: PlanPath,
  reps: readonly SimulatedRep[],
  settings: SimulationSettings,
  percentile: 'p10' | 'p50' | 'p90' | 'mean',
): (value: number) => number {
  return (value) => {
    const changed = withPlanValue(plan, path, value);
    const run = simulate(
      reps.map((rep) => (rep.plan === plan ? { ...rep, plan: changed } : rep)),
      settings,
    );
    let step = run.next();
    while (!step.done) step = run.next();
    return step.value.cost[percentile];
  };
}
