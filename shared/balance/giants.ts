import { kmFromSquaredChord, unitVectors } from '../geo/greatCircle';
import { mayServe, placedVectors } from './blocks';
import {
  measureName,
  type BalanceMeasure,
  type BalanceProblem,
  type BalanceReason,
  type ReasonNames,
} from './problem';
import { heldTargets } from './targets';

const MOST_NAMED = 50;
const ROUNDING = 1 + 1e-12;
/** Deviations nearer to one another than this count as equal: the nearer base decides. */
const SAME_DEVIATION = 1e-6;
/** So many of the largest accounts for each territory are counted against the room there is. */
const COUNTED_A_TERRITORY = 4;

/** Groups summed up between two yields. */
const SLICE_GROUPS = 30_000;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** A unit or family that fits no territory. */
export interface Giant {
  readonly group: readonly number[];
  readonly reason: BalanceReason;
  /** Load as a multiple of the largest target it may go to. */
  readonly load: number;
}

/** What one measure asks of territories and what is fixed there already, in its own unit. */
interface Room {
  readonly measure: BalanceMeasure;
  readonly target: Float64Array;
  readonly fixedLoad: Float64Array;
  /** Upper edge of the corridor less the fixed load. */
  readonly room: Float64Array;
}

export function usable(value: number): number {
  return value > 0 && Number.isFinite(value) ? value : 0;
}

function roomsOf(problem: BalanceProblem, fixed: Int32Array): Room[] {
  const { movableTerritories, territories } = problem;
  const isOpen = (j: number): boolean => !movableTerritories || movableTerritories[j] === 1;
  return problem.measures.map((measure) => {
    const fixedLoad = new Float64Array(territories.capacity.length);
    let total = 0;
    measure.values.forEach((value, unit) => {
      total += usable(value);
      if (fixed[unit]! >= 0) fixedLoad[fixed[unit]!]! += usable(value);
    });
    // A territory that stays as it is has no target and no room.
    const target = heldTargets(problem, fixedLoad, total).map((value) => (value > 0 ? value : 0));
    const room = target.map((value, j) =>
      isOpen(j) ? value * (1 + measure.toleranceRatio) * ROUNDING - fixedLoad[j]! : -1,
    );
    return { measure, target, fixedLoad, room };
  });
}

function loadOf({ measure }: Room, group: readonly number[]): number {
  let sum = 0;
  for (const unit of group) sum += usable(measure.values[unit]!);
  return sum;
}

/** The giant that a group is by one measure; null where it fits somewhere, or locks alone leave no room. */
function giantOf(
  problem: BalanceProblem,
  room: Room,
  group: readonly number[],
  names: ReasonNames,
): Giant | null {
  const { measure, target, fixedLoad } = room;
  const load = loadOf(room, group);
  let largest = 0;
  let over = Infinity;
  for (let j = 0; j < target.length; j++) {
    if (!mayServe(problem, group[0]!, j) || room.room[j]! < 0) continue;
    if (load <= room.room[j]!) return null;
    largest = Math.max(largest, target[j]!);
    if (target[j]! > 0) over = Math.min(over, (load + fixedLoad[j]!) / target[j]! - 1);
  }
  if (!(load > 0) || !(largest > 0)) return null;
  const isFamily = group.length > 1;
  const who = isFamily
    ? `The family of ${names.unitName(group[0]!)} (${group.length} accounts)`
    : names.unitName(group[0]!);
  const isAlone = load > largest * (1 + measure.toleranceRatio) * ROUNDING;
  const size = `${(load / largest).toFixed(2)} times a territory's target of ${measureName(measure)}`;
  const text = isAlone
    ? `${who} alone is ${size}: the best any plan can do is ${percent(over)} over target there.`
    : `${who} is ${size}, and no territory has room for it beside its locked accounts: the best any plan can do is ${percent(over)} over target.`;
  const code = isFamily ? 'family-over-target' : 'unit-over-target';
  const unitIndices = group.slice(0, MOST_NAMED);
  return { group, load: load / largest, reason: { code, text, unitIndices, territoryIndices: [] } };
}

/** Units and families that no territory has room for beside its fixed load, heaviest first. Yields on the way. */
export function* giantsOf(
  problem: BalanceProblem,
  groups: readonly (readonly number[])[],
  fixed: Int32Array,
  names: ReasonNames,
): Generator<void, Giant[]> {
  const giants = new Map<number, Giant>();
  const rooms = roomsOf(problem, fixed);
  yield;
  for (const room of rooms) {
    const least = room.room.reduce(
      (low, value, j) => (room.target[j]! > 0 && value >= 0 ? Math.min(low, value) : low),
      Infinity,
    );
    for (const [at, group] of groups.entries()) {
      if (at % SLICE_GROUPS === SLICE_GROUPS - 1) yield;
      if (loadOf(room, group) <= least || giants.has(group[0]!)) continue;
      const giant = giantOf(problem, room, group, names);
      if (giant) giants.set(group[0]!, giant);
    }
  }
  return [...giants.values()].sort((a, b) => b.load - a.load);
}

/**
 * Pins each giant where the deviation it makes is least, to the nearest such base.
 * @param fixed territory of each unit that cannot move, else −1; changed in place
 */
export function pinGiants(problem: BalanceProblem, giants: readonly Giant[], fixed: Int32Array): void {
  if (giants.length === 0) return;
  const { lat, lng, capacity } = problem.territories;
  const rooms = roomsOf(problem, fixed);
  const unit = placedVectors(problem);
  const base = unitVectors(lat, lng);
  for (const { group } of giants) {
    const i = group[0]!;
    let best = -1;
    let leastOver = Infinity;
    let nearest = Infinity;
    for (let j = 0; j < capacity.length; j++) {
      if (!group.every((member) => mayServe(problem, member, j))) continue;
      let over = 0;
      for (const room of rooms) {
        if (!(room.target[j]! > 0)) continue;
        over = Math.max(over, (loadOf(room, group) + room.fixedLoad[j]!) / room.target[j]! - 1);
      }
      let chord = 0;
      for (let axis = 0; axis < 3; axis++) chord += (unit[3 * i + axis]! - base[3 * j + axis]!) ** 2;
      // A free centre comes to the giant.
      const km = Number.isNaN(chord) ? 0 : kmFromSquaredChord(chord);
      const isSame = Math.abs(over - leastOver) <= SAME_DEVIATION;
      if (isSame ? km >= nearest : over > leastOver) continue;
      leastOver = over;
      nearest = km;
      best = j;
    }
    if (best < 0) continue;
    for (const member of group) fixed[member] = best;
    for (const room of rooms) room.fixedLoad[best]! += loadOf(room, group);
  }
}

/** The largest groups by one measure, the largest first: a sort of plain numbers finds where they begin. */
function* largestGroups(
  room: Room,
  groups: readonly (readonly number[])[],
  count: number,
): Generator<void, { readonly group: readonly number[]; readonly load: number }[]> {
  const loads = new Float64Array(groups.length);
  for (let at = 0; at < groups.length; at++) {
    if (at % SLICE_GROUPS === SLICE_GROUPS - 1) yield;
    loads[at] = loadOf(room, groups[at]!);
  }
  yield;
  const least = loads.slice().sort()[Math.max(0, loads.length - count)] ?? 0;
  yield;
  const largest: { group: readonly number[]; load: number }[] = [];
  for (let at = 0; at < groups.length; at++) {
    if (loads[at]! >= least) largest.push({ group: groups[at]!, load: loads[at]! });
  }
  return largest.sort((a, b) => b.load - a.load || a.group[0]! - b.group[0]!).slice(0, count);
}

/**
 * More large units than there is room for: of the n largest, territory j takes at most ⌊room / size of the
 * n-th⌋, and these do not add up to n. Each of them alone would fit. Yields on the way.
 */
export function* crowdedReasons(
  problem: BalanceProblem,
  groups: readonly (readonly number[])[],
  fixed: Int32Array,
  names: ReasonNames,
): Generator<void, BalanceReason[]> {
  const rooms = roomsOf(problem, fixed);
  yield;
  for (const room of rooms) {
    const sized = yield* largestGroups(room, groups, COUNTED_A_TERRITORY * room.room.length);
    yield;
    const found = sized.findIndex(({ load }, at) => {
      if (!(load > 0)) return false;
      const places = room.room.reduce((sum, free) => sum + Math.max(0, Math.floor(free / load + 1e-9)), 0);
      return places <= at;
    });
    if (found < 1) continue;
    const { load } = sized[found]!;
    const share = load / Math.max(...room.target);
    const called = sized.slice(0, 2).map(({ group }) => names.unitName(group[0]!));
    const who = found > 1 ? `${called.join(', ')} and ${found - 1} more` : called.join(' and ');
    const text = `${who} each come to at least ${percent(share)} of the largest target of ${measureName(room.measure)}, and beside what is locked the territories have room for only ${found} accounts of that size: one territory at least must go over its tolerance. Widen the tolerance, or split one of these accounts.`;
    return [
      {
        code: 'large-units-crowded',
        text,
        unitIndices: sized.slice(0, Math.min(found + 1, MOST_NAMED)).map(({ group }) => group[0]!),
        territoryIndices: [],
      },
    ];
  }
  return [];
}
