import { describe, expect, it } from 'vitest';
import type { ParetoCurve, ParetoProgress } from '../../../../shared/balance/paretoCurve';
import { movesEnvelope, nextPriceKm, paretoMoves } from '../../../../shared/balance/paretoMoves';
import {
  curveTolerances,
  paretoTolerance,
  toleranceEnvelope,
} from '../../../../shared/balance/paretoTolerance';
import { Random } from '../../../../shared/balance/random';
import { scatteredProblem, solveQuickly } from './balanceFixtures';

function finishCurve(
  run: Generator<ParetoProgress, ParetoCurve>,
): ParetoCurve & { readonly shares: number[] } {
  const shares: number[] = [];
  let step = run.next();
  for (; !step.done; step = run.next()) shares.push(step.value.shareDone);
  return { ...step.value, shares };
}

const pointAt = (toleranceRatio: number, travelKm: number, lowerBoundKm: number | null, movedCount = 0) => ({
  toleranceRatio,
  travelKm,
  lowerBoundKm,
  maxDeviationRatio: toleranceRatio,
  movedCount,
  assignment: new Int32Array(0),
  isWithin: true,
});

const QUICK = { effort: 0.1 };

describe('travel against tolerance', () => {
  it('falls from strict to loose, each plan within its tolerance and above its bound', () => {
    const { points, shares } = finishCurve(paretoTolerance(scatteredProblem(400, 5, 3), QUICK));
    expect(points.map((point) => point.toleranceRatio)).toEqual(curveTolerances(10));
    points.forEach((point, at) => {
      expect(point.maxDeviationRatio).toBeLessThanOrEqual(point.toleranceRatio + 1e-9);
      expect(point.lowerBoundKm).toBeLessThanOrEqual(point.travelKm);
      expect(point.travelKm / point.lowerBoundKm!).toBeLessThan(1.03);
      if (at > 0) expect(point.travelKm).toBeLessThanOrEqual(points[at - 1]!.travelKm);
    });
    expect(points.at(-1)!.travelKm).toBeLessThan(points[0]!.travelKm);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBe(1);
  });

  it('proves as much of travel where owners are kept, priced though they are', () => {
    const random = new Random(8);
    const current = Int32Array.from({ length: 300 }, () => random.below(4));
    const problem = scatteredProblem(300, 4, 8, { current, keepKm: 100 });
    const asked = { ...QUICK, pointCount: 3 };
    const { points: kept } = finishCurve(paretoTolerance(problem, asked));
    const { points: unkept } = finishCurve(paretoTolerance({ ...problem, keepKm: 0 }, asked));
    expect(kept.length).toBe(3);
    kept.forEach(({ lowerBoundKm, travelKm }, at) => {
      expect(lowerBoundKm).toBeLessThanOrEqual(travelKm);
      expect(lowerBoundKm! / unkept[at]!.lowerBoundKm!).toBeCloseTo(1, 3);
    });
  });

  it('keeps free centres where the standing plan has them', () => {
    const free = new Float64Array(4).fill(NaN);
    const territories = { lat: free, lng: free, capacity: new Float64Array(4).fill(1) };
    const { points } = finishCurve(
      paretoTolerance(scatteredProblem(200, 4, 4, { territories }), { ...QUICK, pointCount: 4 }),
    );
    expect(points.length).toBe(4);
    expect(points.every((point) => point.lowerBoundKm === null && point.travelKm > 0)).toBe(true);
  });

  it('takes the better of what was found on either side, and leaves out what no plan reached', () => {
    const curve = toleranceEnvelope([
      { ...pointAt(0.01, 130, 90), isWithin: false },
      pointAt(0.02, 110, 95),
      pointAt(0.05, 112, 99),
      pointAt(0.1, 100, 80),
    ]);
    expect(curve.map((point) => [point.toleranceRatio, point.travelKm, point.lowerBoundKm])).toEqual([
      [0.02, 110, 99],
      [0.05, 110, 99],
      [0.1, 100, 80],
    ]);
  });
});

describe('travel against accounts moved', () => {
  it('falls as more accounts change hands; the gentlest plan moves few', () => {
    const random = new Random(6);
    const current = Int32Array.from({ length: 200 }, () => random.below(4));
    const problem = scatteredProblem(200, 4, 6, { current });
    const { points, triedCount, leastMoves } = finishCurve(paretoMoves(problem, QUICK));
    expect(points.length).toBe(10);
    expect(triedCount).toBeGreaterThanOrEqual(10);
    expect(leastMoves).toBeGreaterThan(0);
    expect(leastMoves).toBeLessThanOrEqual(points[0]!.movedCount);
    points.forEach((point, at) => {
      expect(point.maxDeviationRatio).toBeLessThanOrEqual(0.05 + 1e-9);
      const moved = point.assignment.filter((j, i) => j !== current[i]).length;
      expect(point.movedCount).toBe(moved);
      if (at === 0) return;
      expect(point.movedCount).toBeGreaterThan(points[at - 1]!.movedCount);
      expect(point.travelKm).toBeLessThan(points[at - 1]!.travelKm);
    });
    expect(points[0]!.movedCount).toBeLessThan(25);
    expect(points.at(-1)!.movedCount).toBeGreaterThan(100);
  });

  it('has the standing plan on it where no other beats it', () => {
    const random = new Random(6);
    const current = Int32Array.from({ length: 200 }, () => random.below(4));
    const problem = scatteredProblem(200, 4, 6, { current, keepKm: 30 });
    const standing = solveQuickly(problem).assignment;
    const { points } = finishCurve(paretoMoves(problem, { ...QUICK, standing, pointCount: 4 }));
    expect(points.some(({ assignment }) => assignment.every((j, i) => j === standing[i]))).toBe(true);
  });

  it('is empty where nothing has an owner', () => {
    expect(finishCurve(paretoMoves(scatteredProblem(50, 3, 7), QUICK)).points).toEqual([]);
  });

  it('drops plans that another beats on both', () => {
    const curve = movesEnvelope([
      pointAt(0.05, 90, null, 30),
      pointAt(0.05, 100, null, 10),
      pointAt(0.05, 101, null, 20),
      pointAt(0.05, 95, null, 10),
    ]);
    expect(curve.map((point) => [point.movedCount, point.travelKm])).toEqual([
      [10, 95],
      [30, 90],
    ]);
  });

  it('tries the next price where the curve is thinnest', () => {
    const found = [
      { priceKm: 0, movedCount: 200, travelKm: 100, isWithin: true },
      { priceKm: 4, movedCount: 180, travelKm: 101, isWithin: true },
      { priceKm: 400, movedCount: 20, travelKm: 120, isWithin: true },
    ];
    expect(nextPriceKm(found, found.toReversed())).toBeCloseTo(40);
  });

  it('seeks nothing between a plan and the one that beats it', () => {
    const best = { priceKm: 400, movedCount: 20, travelKm: 99, isWithin: true };
    const beaten = { priceKm: 4, movedCount: 180, travelKm: 101, isWithin: true };
    expect(nextPriceKm([beaten, best], [best])).toBeNull();
    const free = { priceKm: 0, movedCount: 220, travelKm: 90, isWithin: true };
    expect(nextPriceKm([beaten, best, free], [best, free])).toBe(1);
  });
});
