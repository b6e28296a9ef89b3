import type { BlockRun } from './blockRun';
import { fillRun, solveRun, unitAssignment } from './blockRun';
import {
  centreModelOf,
  freeTerritories,
  relocateCentre,
  startCentres,
  type CentreState,
} from './centreSearch';
import type { Centres } from './distances';
import { copyCentres, moveCentres } from './freeCentres';
import { gentlestNames, renamedRows } from './gentlestNames';
import type { BalanceProgress } from './problem';

/** Points a territory that centres are sought on, and the most in all. */
const POINTS_A_TERRITORY = 20;
const MOST_POINTS = 3_000;

/** Fresh starts, rounds of each, and centres moved one at a time after them. */
export interface CentreBudget {
  readonly starts: number;
  readonly rounds: number;
  readonly moves: number;
  /** Points that stand for all blocks, at most. */
  readonly points: number;
}

/** Work on centres before the plan is solved account by account; many territories get fewer tries. */
function budgetOf(territoryCount: number, effort: number): CentreBudget {
  const starts = territoryCount > 100 ? 1 : territoryCount > 20 ? 2 : 5;
  const moves = territoryCount > 20 ? Math.ceil(1_000 / territoryCount) : 12;
  const points = Math.min(MOST_POINTS, Math.max(600, POINTS_A_TERRITORY * territoryCount));
  return { starts: Math.ceil(starts * effort), rounds: 14, moves: Math.ceil(moves * effort), points };
}

/** Rounds until the neighbourhood of a moved centre has settled. */
const MOVE_ROUNDS = 4;

/**
 * Work of the rounds at full detail, each measuring from where the last plan's centres came to lie. The first
 * only has to show where that is; the last leaves to annealing what the centres' own doubt does not drown.
 */
const DETAIL_EFFORTS = [0.05, 0.4];

/** Seeks free centres on a condensed map: several starts, then centres moved one at a time. */
export function* seekCentres(
  run: BlockRun,
  base: Centres,
  { starts, rounds, moves, points }: CentreBudget,
): Generator<BalanceProgress, CentreState> {
  const { blocks, best, random } = run;
  const condensing = centreModelOf(blocks, points, run.staticKm);
  let condensed = condensing.next();
  for (; !condensed.done; condensed = condensing.next()) yield best.progress('centres', 0);
  const model = condensed.value;
  let found: CentreState | null = null;
  for (let trial = 0; trial < starts + moves; trial++) {
    const share = (0.5 * trial) / (starts + moves);
    const isStart: boolean = trial < starts || !found;
    const seeking: Generator<void, CentreState> = isStart
      ? startCentres(model, base, random, rounds)
      : relocateCentre(model, found!, random, MOVE_ROUNDS);
    let step = seeking.next();
    for (; !step.done; step = seeking.next()) yield best.progress('centres', share);
    best.iterations++;
    if (!found || step.value.value < found.value) found = step.value;
  }
  return found!;
}

/** Centres of a plan as it stands, unit by unit. */
function* recentre(
  run: BlockRun,
  assignment: Int32Array,
  centres: Centres,
): Generator<BalanceProgress, void> {
  const { blocks, unitVector } = run;
  const points = { count: assignment.length, position: unitVector, weight: blocks.activity };
  moveCentres(
    points,
    freeTerritories(blocks),
    (take) => {
      for (let i = 0; i < assignment.length; i++) if (assignment[i]! >= 0) take(i, assignment[i]!, 1);
    },
    centres,
    1,
  );
  yield run.best.progress('centres', 0.55);
}

/**
 * Solves where some or all centres are free: centres on a condensed map first, then rounds of the
 * fixed-centre solver from where the centres lie, each pricing how an account pulls its centre.
 */
export function* solveFree(run: BlockRun, base: Centres, effort: number): Generator<BalanceProgress, void> {
  const { blocks, best } = run;
  const state = yield* seekCentres(run, base, budgetOf(run.blocks.territoryCount, effort));
  let centres = state.centres;
  const price = state.price.slice();
  for (const [round, detailEffort] of DETAIL_EFFORTS.entries()) {
    const from = 0.5 + (0.5 * round) / DETAIL_EFFORTS.length;
    const to = 0.5 + (0.5 * (round + 1)) / DETAIL_EFFORTS.length;
    yield* fillRun(run, centres, from);
    const isLast = round === DETAIL_EFFORTS.length - 1;
    const options = { effort: effort * detailEffort, isWarm: round > 0, isFinal: isLast };
    const plan = yield* solveRun(run, price, options, from, to);
    let assignment = unitAssignment(blocks, plan);
    const names = isLast ? null : gentlestNames(blocks, assignment);
    if (names) {
      assignment = assignment.map((j) => (j >= 0 ? names[j]! : j));
      price.set(renamedRows(price, names));
      centres = { vector: renamedRows(centres.vector, names), tilt: renamedRows(centres.tilt, names) };
    }
    best.offer(assignment);
    if (isLast) break;
    centres = copyCentres(centres);
    yield* recentre(run, assignment, centres);
  }
}
