import { unitVectors } from '../geo/greatCircle';
import { fillRun, type BlockRun } from './blockRun';
import { fixedTerritories } from './blocks';
import { emptyCandidates, refreshCandidates } from './candidates';
import { freeTerritories } from './centreSearch';
import type { Centres } from './distances';
import { centresFrom } from './freeCentres';
import { centresOf } from './measurePlan';
import { dualTermsOf, findPrices } from './priceSchedule';
import type { BalanceOptions, BalanceProblem, BalanceProgress } from './problem';
import { seekCentres, type CentreBudget } from './solveFree';
import { repairUnits, solveUnits } from './solveUnits';

/** Annealing moves the centres anyway: where they start takes little work. */
const START_BUDGET: CentreBudget = { starts: 1, rounds: 14, moves: 0, points: 3_000 };

/** The plan as it stands, with what nobody has at its nearest centre. */
function nearestWhereUnassigned(run: BlockRun, assignment: Int32Array): Int32Array {
  const { territoryCount } = run.blocks;
  return assignment.map((territory, unit) => {
    if (territory >= 0) return territory;
    let nearest = 0;
    for (let j = 1; j < territoryCount; j++) {
      if (run.km[unit * territoryCount + j]! < run.km[unit * territoryCount + nearest]!) nearest = j;
    }
    return nearest;
  });
}

function cheapest(run: BlockRun, price: Float64Array): Int32Array {
  const { blocks, km } = run;
  const { territoryCount, measureCount, count } = blocks;
  const candidates = emptyCandidates(count, territoryCount, 1);
  const terms = dualTermsOf(blocks, km);
  refreshCandidates(candidates, terms.rows, km, terms.ratio, price, territoryCount, measureCount, 0, count);
  return candidates.territory;
}

/**
 * A free territory with locked units starts where they lie: sought elsewhere, it would have nothing but them in
 * the end, since its units must hang together with them.
 */
function seated(problem: BalanceProblem, fixed: Int32Array): BalanceProblem {
  const { centreLat, centreLng } = centresOf(problem, fixed);
  return { ...problem, territories: { ...problem.territories, lat: centreLat, lng: centreLng } };
}

/**
 * Geographic units whose territories must be connected: a start by cheapest priced centre, then annealed
 * border by border; or, where only the corridor matters, the present plan mended.
 */
export function* solveConnected(
  run: BlockRun,
  centres: Centres,
  aim: BalanceOptions['aim'],
  effort: number,
): Generator<BalanceProgress, void> {
  const { blocks, best } = run;
  const { current } = blocks.problem;
  const fixed = fixedTerritories(blocks.problem);
  const isLocked = Uint8Array.from(fixed, (territory) => (territory >= 0 ? 1 : 0));
  if (aim === 'corridor' && current) {
    yield* fillRun(run, centres, 0.3);
    const standing = fixed.map((territory, unit) => (territory >= 0 ? territory : current[unit]!));
    yield* repairUnits(run, nearestWhereUnassigned(run, standing), isLocked, effort);
    return;
  }
  const problem = seated(blocks.problem, fixed);
  const seats = { ...blocks, problem };
  let from = centresFrom(unitVectors(problem.territories.lat, problem.territories.lng));
  let price: Float64Array = new Float64Array(blocks.territoryCount * blocks.measureCount);
  if (freeTerritories(seats).some((value) => value === 1)) {
    const sought = yield* seekCentres({ ...run, blocks: seats }, from, START_BUDGET);
    from = sought.centres;
    price = sought.price;
    yield* fillRun(run, from, 0.3);
  } else {
    yield* fillRun(run, from, 0.3);
    const finding =
      blocks.measureCount > 0 ? findPrices(blocks, dualTermsOf(blocks, run.km), price, false) : [];
    for (const _ of finding) yield best.progress('prices', 0.3);
  }
  const start = cheapest(run, price).map((territory, unit) => (fixed[unit]! >= 0 ? fixed[unit]! : territory));
  yield* solveUnits(run, start, from, isLocked, effort);
}
