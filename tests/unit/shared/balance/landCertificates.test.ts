import { describe, expect, it } from 'vitest';
import { enclosedLocksAt } from '../../../../shared/balance/enclosedLocks';
import { pendantAreas } from '../../../../shared/balance/pendantAreas';
import { solveBalance } from '../../../../shared/balance/solve';
import { neighbourRowsOf } from '../../../../shared/geo/contiguity';
import { finish, problemOf } from './balanceFixtures';

/** The answer of a search, its pauses passed over. */
function answerOf<T>(search: Generator<void, T>): T {
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

/** A line of counties 0 – 1 – 2 – …, with further borders. */
function lineWith(count: number, further: readonly (readonly [number, number])[] = []) {
  const lists = Array.from({ length: count }, (_, unit) => (unit + 1 < count ? [unit + 1] : []));
  for (const [a, b] of further) lists[a]!.push(b);
  return neighbourRowsOf(lists);
}

/** Counties that must hang together, without fixed bases. */
function landProblem(
  values: readonly number[],
  adjacency: ReturnType<typeof neighbourRowsOf>,
  territories: number,
) {
  const free = new Float64Array(territories).fill(NaN);
  const activity = Float64Array.from(values);
  return problemOf({
    unitLat: activity.map((_, unit) => 40 + unit / 4),
    unitLng: activity.map((_, unit) => -100 + (unit % 3) / 4),
    travelActivity: activity,
    measures: [{ id: 'people', values: activity, toleranceRatio: 0.1 }],
    territories: { lat: free, lng: free, capacity: new Float64Array(territories).fill(1) },
    adjacency,
  });
}

describe('what the map itself forbids', () => {
  it('is found where areas hang on one county, and nowhere else', () => {
    // A star: county 0 with five of 4 round it, and a line of 10 counties of 1 away from it.
    const lists = [
      [1, 2, 3, 4, 5, 6],
      [],
      [],
      [],
      [],
      [],
      ...Array.from({ length: 9 }, (_, i) => [i + 7]),
      [],
    ];
    const load = Float64Array.from({ length: 16 }, (_, unit) => (unit === 0 ? 2 : unit < 6 ? 4 : 1));
    expect(pendantAreas(neighbourRowsOf(lists), load, 9, 11)).toEqual([{ unit: 0, load: 22, hanging: 5 }]);
    expect(pendantAreas(neighbourRowsOf(lists), load, 9, 22)).toEqual([]);
    // Six in a row make two whole territories of three; nothing is left over for a neighbour.
    expect(pendantAreas(lineWith(6), new Float64Array(6).fill(1), 2.7, 3.3)).toEqual([]);
  });

  it('is named by the solver, with the county it hangs on', () => {
    // Five areas of 2 and the end of the line hang on county 3 of 9 in a line; a territory is to have 7.
    const lists = [...Array.from({ length: 8 }, (_, i) => [i + 1]), []];
    for (let leaf = 9; leaf < 14; leaf++) lists.push([3]);
    const result = finish(
      solveBalance(landProblem(new Array<number>(14).fill(2), neighbourRowsOf(lists), 4), { effort: 0.2 }),
    );
    expect(result.feasible).toBe(false);
    expect(result.reasons.map((reason) => reason.code)).toEqual(['pendant-over-target']);
    expect(result.reasons[0]!.unitIndices[0]).toBe(3);
    expect(result.reasons[0]!.text).toContain('8 areas');
  });

  it('is found where more are locked in an area than it feeds or lets out', () => {
    // 0 – 1 – 2 – 3 – … : territories 0 and 1 are locked at the end; one can go out past the other, not both.
    const rows = lineWith(12, [
      [0, 2],
      [1, 3],
    ]);
    const locks = new Int32Array(12).fill(-1);
    locks[0] = 0;
    locks[1] = 1;
    const load = new Float64Array(12).fill(1);
    const least = new Float64Array(4).fill(4.5);
    // Whoever goes on must pass through 3, so one of the two stays in what 0 to 3 hold.
    expect(answerOf(enclosedLocksAt(0, rows, locks, load, least))).toEqual({
      units: [0, 1, 2, 3],
      territories: [0, 1],
      loadShare: 4 / 4.5,
      exits: 1,
    });
    // A second way on sets the other free.
    const freed = lineWith(12, [
      [0, 2],
      [1, 3],
      [2, 4],
      [3, 5],
    ]);
    expect(answerOf(enclosedLocksAt(0, freed, locks, load, least))).toBeNull();
  });

  it('is no cause where a second locked unit of its own is the way out', () => {
    // Unit 3 is territory 0's own: it goes on through it, and leaves 0 to 2 but for its lock to territory 1.
    const locks = new Int32Array(12).fill(-1);
    locks[1] = 0;
    locks[0] = 1;
    locks[3] = 0;
    const load = new Float64Array(12).fill(1);
    load[2] = 3.6;
    const rows = lineWith(12, [
      [0, 2],
      [1, 3],
    ]);
    expect(answerOf(enclosedLocksAt(1, rows, locks, load, new Float64Array(4).fill(4.5)))).toBeNull();
  });

  it('is named of chosen territories, which the others shut in too', () => {
    // A line: territory 0 is locked at its end, behind what a third one has, which stays.
    const current = Int32Array.from({ length: 15 }, (_, unit) => (unit < 2 ? unit : unit < 5 ? 2 : 3));
    const locks = new Int32Array(15).fill(-1);
    locks[0] = 0;
    const problem = {
      ...landProblem(new Array<number>(15).fill(1), lineWith(15), 4),
      current,
      locks,
      movableTerritories: Uint8Array.of(1, 1, 0, 1),
    };
    const result = finish(solveBalance(problem, { effort: 0.2 }));
    expect(result.feasible).toBe(false);
    expect(result.reasons.map((reason) => reason.code)).toEqual(['locks-enclosed']);
    // What stays is held to nothing, and no cause is sought there.
    expect(result.reasons[0]!.territoryIndices).not.toContain(2);
  });

  it('is named by the solver where locks shut a territory in', () => {
    const locks = new Int32Array(12).fill(-1);
    locks[0] = 0;
    locks[1] = 1;
    const problem = { ...landProblem(new Array<number>(12).fill(1), lineWith(12), 4), locks };
    const result = finish(solveBalance(problem, { effort: 0.2 }));
    expect(result.feasible).toBe(false);
    expect(result.reasons.map((reason) => reason.code)).toEqual(['locks-enclosed']);
    expect(result.reasons[0]!.territoryIndices).toContain(0);
  });
});
