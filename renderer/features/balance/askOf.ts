import type { BalanceOptions } from '../../../shared/balance/problem';
import type { Scenario } from '../../../shared/model/scenario';
import type { Corridor } from '../../../shared/plan/accountMoves';
import type { EligibilityRequest } from '../../../shared/plan/eligibility';
import type { BalanceSettings } from './balanceStore';
import { NO_CAPS, type BalanceAsk } from './balanceTask';
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
    freeTerritoryIds: settings.freeTerritoryIds,
    eligibility: knownEligibility(settings, scenario),
    // With the fewest changes of hands as the aim, they have no other price.
    keepKm: aim === 'corridor' ? 0 : settings.keepKm,
    // Limits count accounts; units of land come whole.
    caps: settings.contiguous ? NO_CAPS : settings.caps,
    onlyTerritoryIds: onlyNodeIds && territoriesBelow(scenario, onlyNodeIds),
    seed: settings.seed,
    territoryCount: settings.territoryCount,
    isAnew: settings.isAnew,
    newBases: settings.newBases,
    keepsBases: settings.keepsBases,
  };
}

/** Lines whose territories the scenario has; the settings may be older than it. */
function knownEligibility({ eligibility }: BalanceSettings, scenario: Scenario): EligibilityRequest | null {
  if (!eligibility) return null;
  const known = new Set(scenario.territories.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id));
  const only = eligibility.only
    .map(({ value, territoryIds }) => ({ value, territoryIds: territoryIds.filter((id) => known.has(id)) }))
    .filter(({ territoryIds }) => territoryIds.length > 0);
  return only.length > 0 ? { ...eligibility, only } : null;
}

/** What a plan must keep: the index, and of several measures each of those that the solver holds. */
export function corridorsOf(settings: BalanceSettings, scenario: Scenario): Corridor[] {
  const { measures, indexToleranceShare } = askOf(settings, scenario);
  const index = { measureId: null, toleranceShare: settings.indexToleranceShare };
  return indexToleranceShare === null ? [index] : [index, ...measures];
}
