import { quantileOfSorted } from '../model/quantile';
import type { FactorModel } from './attainmentModel';
import { runTrials } from './simulate';
import type { SimulatedRep, SimulationSettings } from './simulationRun';

/** One input of a simulation, moved down and up by itself. */
export interface SensitivityInput {
  id: string;
  name: string;
  /** What the low and the high stand for, e.g. "−10%" and "+10%". */
  lowLabel: string;
  highLabel: string;
  /** The case with the input moved by −1 (low) or +1 (high) of its step. */
  move: (base: SimulatedCase, direction: -1 | 1) => SimulatedCase;
}

export interface SimulatedCase {
  reps: readonly SimulatedRep[];
  settings: SimulationSettings;
}

/** A bar of the tornado: median cost with the input low and high, all else as it is; cents. */
export interface TornadoBar {
  id: string;
  name: string;
  lowLabel: string;
  highLabel: string;
  lowCents: number;
  highCents: number;
  swingCents: number;
}

export interface Tornado {
  baseCents: number;
  /** Widest first. */
  bars: TornadoBar[];
}

function scaleSpread(model: FactorModel, scale: number): FactorModel {
  return model.kind === 'normal' || model.kind === 'lognormal' ? { ...model, sd: model.sd * scale } : model;
}

const scaledReps = (
  base: SimulatedCase,
  change: (rep: SimulatedRep) => Partial<SimulatedRep>,
): SimulatedCase => ({
  ...base,
  reps: base.reps.map((rep) => ({ ...rep, ...change(rep) })),
});

/** The usual inputs: attainment, quotas, target incentive, and how far results spread. */
export function usualInputs(stepRatio = 0.1): SensitivityInput[] {
  const percent = `${Math.round(stepRatio * 100)}%`;
  const labels = { lowLabel: `−${percent}`, highLabel: `+${percent}` };
  return [
    {
      id: 'attainment',
      name: 'Attainment',
      ...labels,
      move: (base, direction) =>
        scaledReps(base, (rep) => ({
          expectedRatio: (rep.expectedRatio ?? 1) * (1 + direction * stepRatio),
        })),
    },
    {
      id: 'quota',
      name: 'Quotas, same sales',
      ...labels,
      move: (base, direction) =>
        scaledReps(base, (rep) => ({
          quotaCents: Math.round(rep.quotaCents * (1 + direction * stepRatio)),
          expectedRatio: (rep.expectedRatio ?? 1) / (1 + direction * stepRatio),
        })),
    },
    {
      id: 'targetIncentive',
      name: 'Target incentive',
      ...labels,
      move: (base, direction) =>
        scaledReps(base, (rep) => ({
          targetIncentiveCents: Math.round(rep.targetIncentiveCents * (1 + direction * stepRatio)),
        })),
    },
    {
      id: 'market',
      name: 'Market swings',
      lowLabel: 'half',
      highLabel: 'double',
      move: (base, direction) => withModel(base, 'market', direction),
    },
    {
      id: 'individual',
      name: 'Differences between reps',
      lowLabel: 'half',
      highLabel: 'double',
      move: (base, direction) => withModel(base, 'individual', direction),
    },
  ];
}

function withModel(base: SimulatedCase, part: 'market' | 'individual', direction: -1 | 1): SimulatedCase {
  const model = base.settings.model;
  return {
    ...base,
    settings: {
      ...base.settings,
      model: { ...model, [part]: scaleSpread(model[part], direction < 0 ? 0.5 : 2) },
    },
  };
}

function medianCost({ reps, settings }: SimulatedCase): number {
  const trials = runTrials(reps, settings);
  let step = trials.next();
  while (!step.done) step = trials.next();
  return quantileOfSorted(step.value.costCents.sort(), 0.5) ?? 0;
}

/**
 * Sensitivity as a tornado: median cost with one input at a time moved down and up, on the same luck. Yields the share
 * done; a couple of thousand trials are enough for the order of the bars.
 */
export function* tornado(
  base: SimulatedCase,
  inputs: readonly SensitivityInput[] = usualInputs(),
): Generator<number, Tornado> {
  const baseCents = medianCost(base);
  const bars: TornadoBar[] = [];
  for (const input of inputs) {
    const lowCents = medianCost(input.move(base, -1));
    const highCents = medianCost(input.move(base, 1));
    const { id, name, lowLabel, highLabel } = input;
    bars.push({
      id,
      name,
      lowLabel,
      highLabel,
      lowCents,
      highCents,
      swingCents: Math.abs(highCents - lowCents),
    });
    yield bars.length / inputs.length;
  }
  bars.sort((a, b) => b.swingCents - a.swingCents);
  return { baseCents, bars };
}
