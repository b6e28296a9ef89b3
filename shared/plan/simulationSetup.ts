import type { AttainmentModel, FactorModel } from '../comp/attainmentModel';
import type { SimulatedRep, SimulationSettings } from '../comp/simulationRun';
import type { SimulationSetup } from '../model/simulationSetup';

/** Fewer past results than these say nothing of how results spread. */
export const LEAST_HISTORY = 2;

/** How reps differ, history only where there is some. */
export function luckOf({ luck }: SimulationSetup, history: readonly number[]): SimulationSetup['luck'] {
  return luck === 'history' && history.length < LEAST_HISTORY ? 'lognormal' : luck;
}

/** The engine's model for what is asked: market × individual factor, means 1 but for history and table. */
function attainmentModel(setup: SimulationSetup, history: readonly number[]): AttainmentModel {
  const luck = luckOf(setup, history);
  const kind = luck === 'normal' ? 'normal' : 'lognormal';
  return { market: { kind, mean: 1, sd: setup.marketSd }, individual: individualOf(luck, setup, history) };
}

function individualOf(
  luck: SimulationSetup['luck'],
  { individualSd, table }: SimulationSetup,
  history: readonly number[],
): FactorModel {
  switch (luck) {
    case 'lognormal':
    case 'normal':
      return { kind: luck, mean: 1, sd: individualSd };
    case 'history':
      return { kind: 'bootstrap', history };
    case 'table':
      return {
        kind: 'table',
        rows: table.map(({ attainmentRatio, share }) => ({ factor: attainmentRatio, weight: share })),
      };
  }
}

/**
 * A team with the luck that the plan's setup gives it; draws from history and table are attainments themselves,
 * whatever was expected.
 * @param history past attainments (pastAttainments)
 */
export function underSetup(
  setup: SimulationSetup,
  team: readonly SimulatedRep[],
  history: readonly number[],
): { readonly reps: readonly SimulatedRep[]; readonly settings: SimulationSettings } {
  const luck = luckOf(setup, history);
  const isDrawn = luck === 'history' || luck === 'table';
  return {
    reps: isDrawn ? team.map((rep) => ({ ...rep, expectedRatio: 1 })) : team,
    settings: { trials: setup.trials, seed: setup.seed, model: attainmentModel(setup, history) },
  };
}
