import type { BalanceOptions } from '../../../shared/balance/problem';
import type { Scenario } from '../../../shared/model/scenario';
import type { Corridor } from '../../../shared/plan/accountMoves';
import type { BalanceSettings } from './balanceStore';
import type { BalanceAsk } from './balanceTask';
import { territoriesBelow } from './territoriesBelow';

/** At most so many measures can be held at once. */
const MOST_MEASURES = 3;

/** What the screen's settings and the scenario's measures ask of the solver. */
export function askOf(
  settings: BalanceSettings,
  scenario: Scenario,
  aim: BalanceOptions['aim'] = 'full',
): BalanceAsk {
  const { indexToleranceShare: tolerance, onlyNodeIds } = settings;
  const weighted = scenario.measures.filter((measure) => measure.weight > 0);
  const [only] = weighted;
  // One measure is the index itself; of several the index is held, and each measure as far as there is room.
  const measures =
    weighted.length === 0
      ? [{ measureId: 'accounts', toleranceShare: tolerance }]
      : weighted.length === 1
        ? [{ measureId: only!.measureId, toleranceShare: tolerance }]
        : weighted
            .slice(0, MOST_MEASURES - 1)
            .map(({ measureId, toleranceShare }) => ({ measureId, toleranceShare }));
  return {
    measures,
    indexToleranceShare: weighted.length > 1 ? tolerance : null,
    bases: settings.bases,
    // With the fewest changes of hands as the aim, they have no other price.
    keepKm: aim === 'corridor' ? 0 : settings.keepKm,
    caps: settings.caps,
    onlyTerritoryIds: onlyNodeIds && territoriesBelow(scenario, onlyNodeIds),
    seed: settings.seed,
    territoryCount: settings.territoryCount,
  };
}

/** What a plan must keep: the index, and of several measures each of those that the solver holds. */
export function corridorsOf(settings: BalanceSettings, scenario: Scenario): Corridor[] {
  const { measures, indexToleranceShare } = askOf(settings, scenario);
  const index = { measureId: null, toleranceShare: settings.indexToleranceShare };
  return indexToleranceShare === null ? [index] : [index, ...measures];
}
