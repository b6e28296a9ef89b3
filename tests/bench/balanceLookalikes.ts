/**
 * The balancing engine on made-up instances: `tsx tests/bench/balanceLookalikes.ts [PART OF A NAME] [SHIFT]`, where
 * SHIFT is added to every seed and so makes other instances of the same kinds.
 * Times are CPU time of the solve alone; `stretchMs` is the longest work between two looks at a stop.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { solveBalance } from '../../shared/balance/solve';
import { OPEN_SET, problemOfInstance, readInstance, type Instance } from './balanceInstance';
import { areaInstance, pointInstance, type PointKind } from './lookalikes';

const S = { accounts: 1_000, territories: 10 };
const M = { accounts: 10_000, territories: 50 };
const L = { accounts: 100_000, territories: 200 };

/** Largest gap to the bound in percent that each size is held to. */
const GAP_PERCENT = { S: 0.15, heavy: 0.6, M: 0.25, two: 0.75, L: 0.25 };

const lands = ['us', 'eu', 'even', 'coast'] as const;

function kindsOfSizes(shift: number): [string, PointKind, number][] {
  const kinds: [string, PointKind, number][] = [];
  lands.forEach((land, at) => {
    const s = { ...S, land, seed: 31 + at };
    const m = { ...M, land, seed: 41 + at };
    kinds.push(
      [`S-fixed-${land}`, s, GAP_PERCENT.S],
      [`S-capacity-${land}`, { ...s, seed: 51 + at, hasCapacity: true }, GAP_PERCENT.S],
      [`S-owners-${land}`, { ...s, seed: 61 + at, hasOwners: true }, GAP_PERCENT.S],
      [`S-heavy-${land}`, { ...s, seed: 71 + at, isHeavy: true }, GAP_PERCENT.heavy],
      [`S-free-${land}`, { ...s, isFree: true }, 0],
      [`M-fixed-${land}`, m, GAP_PERCENT.M],
      [`M-narrow-${land}`, { ...m, seed: 81 + at, tolerance: 0.01 }, GAP_PERCENT.M],
      [`M-owners-${land}`, { ...m, seed: 91 + at, hasOwners: true, hasCapacity: true }, GAP_PERCENT.M],
      [`M-two-${land}`, { ...m, seed: 101 + at, revenueTolerance: 0.1 }, GAP_PERCENT.two],
      [`M-free-${land}`, { ...m, isFree: true }, 0],
      [`M-freeRevenue-${land}`, { ...m, isFree: true, balance: 'revenue' }, 0],
    );
  });
  for (const territories of [20, 100, 300]) {
    kinds.push([
      `M-fixed-K${territories}`,
      { ...M, territories, land: 'us', seed: territories },
      GAP_PERCENT.M,
    ]);
    kinds.push([
      `M-free-K${territories}`,
      { ...M, territories, land: 'eu', seed: territories, isFree: true },
      0,
    ]);
  }
  kinds.push(
    ['L-heavy-us', { ...L, land: 'us', seed: 115, isHeavy: true }, GAP_PERCENT.heavy],
    ['L-fixed-eu', { ...L, land: 'eu', seed: 111 }, GAP_PERCENT.L],
    ['L-owners-eu', { ...L, land: 'eu', seed: 112, hasOwners: true, hasCapacity: true }, GAP_PERCENT.L],
    ['L-fixed-even', { ...L, land: 'even', seed: 113 }, GAP_PERCENT.L],
    ['L-free-eu', { ...L, land: 'eu', seed: 114, isFree: true }, 0],
  );
  return kinds.map(([name, kind, gap]) => [name, { ...kind, seed: kind.seed + shift }, gap]);
}

function run(name: string, instance: Instance, gapPercent: number): Record<string, unknown> {
  const problem = problemOfInstance(instance, null);
  const started = process.cpuUsage();
  const spentMs = (): number => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  const solving = solveBalance(problem);
  let longestMs = 0;
  let longestAt = '';
  let before = 0;
  let phase = 'checking';
  let step = solving.next();
  for (; ; step = solving.next()) {
    const now = spentMs();
    if (now - before > longestMs) {
      longestMs = now - before;
      longestAt = step.done ? 'result' : phase;
    }
    before = now;
    if (step.done) break;
    phase = step.value.phase;
  }
  const { feasible, gapShare, maxDeviationShare, travelKm, reasons } = step.value;
  // Some of what is made up at random has no plan: good is then to say why.
  const cause = reasons.find(({ code }) => code !== 'tolerance-not-met' && code !== 'bad-coordinates');
  const gap = gapShare === null ? null : Number((100 * gapShare).toFixed(4));
  return {
    name,
    isGood: feasible ? (gap ?? 0) <= gapPercent : cause !== undefined,
    cause: cause?.code ?? '',
    gapPct: gap,
    maxDevPct: Number((100 * maxDeviationShare).toFixed(4)),
    travel: Math.round(travelKm),
    cpuMs: Math.round(spentMs()),
    stretchMs: Math.round(longestMs),
    stretchAt: longestAt,
  };
}

/** The counties of the open set, in other orders and with other teams. */
function* areaRuns(shift: number): Generator<[string, () => Instance]> {
  const file = join(OPEN_SET, 'instances', 'G-us48-50-mild.json.gz');
  if (!existsSync(file)) return;
  const counties = readInstance(file);
  for (const [territories, tolerance] of [
    [20, 0.05],
    [50, 0.05],
    [80, 0.05],
    [120, 0.1],
    [200, 0.1],
    [300, 0.1],
  ] as const) {
    const kind = { territories, tolerance, seed: 200 + territories + shift };
    yield [`G-K${territories}`, () => areaInstance(counties, kind)];
    yield [`G-K${territories}-owners`, () => areaInstance(counties, { ...kind, hasOwners: true })];
  }
}

function main(): void {
  const part = process.argv[2] ?? '';
  const shift = Number(process.argv[3] ?? 0);
  const rows: Record<string, unknown>[] = [];
  for (const [name, kind, gap] of kindsOfSizes(shift)) {
    if (name.includes(part)) rows.push(run(name, pointInstance(kind), gap));
  }
  for (const [name, instance] of areaRuns(shift))
    if (name.includes(part)) rows.push(run(name, instance(), 0));
  console.table(rows);
}

main();
