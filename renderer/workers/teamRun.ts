import { gentlestLeaver, type LeaverTrial } from '../../shared/balance/gentlestLeaver';
import { proposeBases } from '../../shared/balance/greenfield';
import type {
  BalanceOptions,
  BalanceProblem,
  BalanceProgress,
  BalanceResult,
} from '../../shared/balance/problem';
import { resizeTeam, type TeamChange } from '../../shared/balance/resizeTeam';
import { solveNamed, type OwnedAccounts } from '../../shared/balance/solveNamed';
import type { CandidateCities } from '../../shared/geo/candidateCities';
import type { BalanceReport, CityBase, TeamAnswer, TeamTask } from './balanceContract';

export interface TeamRunEnd {
  readonly result: BalanceResult;
  /** Null where the team is the problem's. */
  readonly team: TeamAnswer | null;
}

/** Share of the work that finding out who is missed least takes. */
const TRIALS_SHARE = 0.7;

/**
 * What a run of the balance worker does, step by step: the problem as it is, with bases in cities, or with people
 * who come and go.
 * @param cities where new bases may be; null = anywhere
 * @param options with the accounts of the problem's units, where these are areas
 */
export function* teamRun(
  problem: BalanceProblem,
  task: TeamTask | null,
  cities: CandidateCities | null,
  options: Partial<BalanceOptions> & { readonly accounts?: OwnedAccounts | null },
): Generator<BalanceReport, TeamRunEnd> {
  if (task === null) {
    const { accounts = null, ...rest } = options;
    const result = yield* reported(solveNamed(problem, accounts, rest), []);
    return { result, team: null };
  }
  if (task.kind === 'resize') {
    const change = { removed: task.removed, added: Array.from({ length: task.addedCount }, () => null) };
    return yield* resizedRun(problem, change, [], cities, { ...options, ...task });
  }
  if (task.kind === 'gentlest') {
    const { territory, trials } = yield* reported(
      gentlestLeaver(problem, task.open, options),
      [],
      0,
      TRIALS_SHARE,
    );
    const change = { removed: territory === null ? [] : [territory], added: [] };
    return yield* resizedRun(problem, change, trials, null, options, TRIALS_SHARE);
  }
  if (!cities) throw new Error('Bases can be proposed only where there are cities.');
  const run = proposeBases(problem, cities, { ...options, leastPopulation: task.leastPopulation });
  const { cityOf, result } = yield* reported(run, []);
  const bases = Array.from(cityOf, (city) => baseOf(cities, city));
  return { result, team: { removed: [], bases, inheritedCount: 0, movedCount: 0, trials: [] } };
}

function* resizedRun(
  problem: BalanceProblem,
  change: TeamChange,
  trials: readonly LeaverTrial[],
  cities: CandidateCities | null,
  options: Partial<BalanceOptions> & { readonly leastPopulation?: number },
  from = 0,
): Generator<BalanceReport, TeamRunEnd> {
  const { removed } = change;
  const run = resizeTeam(problem, change, cities ? { ...options, cities } : options);
  const { cityOf, result, inheritedCount, movedCount } = yield* reported(run, removed, from);
  const bases = Array.from(cityOf, (city) => (cities ? baseOf(cities, city) : null));
  return { result, team: { removed, bases, inheritedCount, movedCount, trials } };
}

/** The same steps, told with who goes, as a part of the work that begins and ends at a share of the whole. */
function* reported<Result>(
  run: Generator<BalanceProgress, Result>,
  removed: readonly number[],
  from = 0,
  to = 1,
): Generator<BalanceReport, Result> {
  let step = run.next();
  for (; !step.done; step = run.next()) {
    yield { ...step.value, removed, shareDone: from + (to - from) * step.value.shareDone };
  }
  return step.value;
}

function baseOf(cities: CandidateCities, city: number): CityBase | null {
  const name = cities.names[city];
  if (name === undefined) return null;
  return { name, region: cities.regions[city]!, lat: cities.lat[city]!, lng: cities.lng[city]! };
}
