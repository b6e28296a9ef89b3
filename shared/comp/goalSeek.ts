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
  /** The value furthest from the cheap end that keeps the limit; null where not even the cheap end does. */
  value: number | null;
  result: number | null;
  steps: SeekStep[];
}

/** Where a value is sought, both ends in; `precision` is the step of values that can be typed. */
export interface SeekRange {
  low: number;
  high: number;
  precision: number;
}

/** At most so many values are tried in a range: both ends, the halvings, and two on the grid of the precision. */
export function seekSteps({ low, high, precision }: SeekRange): number {
  return 4 + Math.max(0, Math.ceil(Math.log2((high - low) / precision)));
}

/**
 * Finds the value in a range furthest from its cheap end whose result stays within a limit, by bisection: the result
 * must rise or fall with the value throughout (pay rises with a rate and falls with a threshold). Yields each step.
 * @param resultOf e.g. P90 of cost by accelerator; with one seed for all values the luck is the same
 */
export function* goalSeek(
  resultOf: (value: number) => number,
  limit: number,
  range: SeekRange,
): Generator<SeekStep, SeekResult> {
  const steps: SeekStep[] = [];
  const tryValue = (value: number) => {
    const step = { value, result: resultOf(value) };
    steps.push(step);
    return step;
  };
  const low = tryValue(range.low);
  yield low;
  const high = tryValue(range.high);
  yield high;
  const isRising = high.result >= low.result;
  let [within, over] = isRising ? [low, high] : [high, low];
  if (within.result > limit) return { value: null, result: null, steps };
  if (over.result <= limit) return { ...over, steps };
  while (Math.abs(over.value - within.value) > range.precision) {
    const middle = tryValue((within.value + over.value) / 2);
    yield middle;
    if (middle.result <= limit) within = middle;
    else over = middle;
  }
  // A value that can be typed, on the grid of the precision: the one between the ends if it keeps the limit.
  const onGrid = (value: number) => {
    const steps = value / range.precision;
    const whole = isRising ? Math.floor(steps + 1e-9) : Math.ceil(steps - 1e-9);
    return Number((whole * range.precision).toFixed(9));
  };
  const between = onGrid(over.value);
  if (isRising ? between > within.value : between < within.value) {
    const step = tryValue(between);
    yield step;
    if (step.result <= limit) return { ...step, steps };
  }
  const last = tryValue(Math.min(range.high, Math.max(range.low, onGrid(within.value))));
  yield last;
  return { ...last, steps };
}

/**
 * "Which accelerator keeps P90 within budget?": the cost of a plan with one of its numbers changed; the end of
 * a band is the beginning of the next, so a number may stand in two places.
 */
export function costByPlanValue(
  plan: CompPlan,
  paths: readonly PlanPath[],
  reps: readonly SimulatedRep[],
  settings: SimulationSettings,
  percentile: 'p10' | 'p50' | 'p90' | 'mean',
): (value: number) => number {
  return (value) => {
    const changed = paths.reduce((draft, path) => withPlanValue(draft, path, value), plan);
    const run = simulate(
      reps.map((rep) => (rep.plan === plan ? { ...rep, plan: changed } : rep)),
      settings,
    );
    let step = run.next();
    while (!step.done) step = run.next();
    return step.value.cost[percentile];
  };
}
