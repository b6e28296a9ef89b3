import { haversineKm } from '../geo/greatCircle';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import type { TerritoryFigures } from './evaluateTerritories';
import { heldTogether } from './heldTogether';
import { scenarioOfRole } from './overlay';

/** What a plan was asked to keep: the combined index (null) or a measure, as a share of target. */
export interface Corridor {
  readonly measureId: string | null;
  readonly toleranceShare: number;
}

/** How far a territory was off target in what it was furthest off, before the move. */
export interface OffTarget {
  /** (load − target) / target. */
  readonly share: number;
  /** The measure that it was off in; null = the index. */
  readonly measureName: string | null;
  readonly isOutside: boolean;
}

/** An account that changes hands, with the figures that tell why. */
export interface AccountMove {
  readonly row: number;
  /** Territory index; negative where nobody had it. */
  readonly from: number;
  readonly to: number;
  /** Great-circle km to where travel starts, before and after; NaN where the account or the start has no place. */
  readonly kmBefore: number;
  readonly kmAfter: number;
  /** Null where nobody had it, or the territory has no target. */
  readonly fromOff: OffTarget | null;
  readonly toOff: OffTarget | null;
  /** Accounts of its family that move along. */
  readonly companions: number;
  /** Accounts that the territory it leaves takes over in the same plan, and that the one it joins hands on. */
  readonly fromGains: number;
  readonly toLoses: number;
  /** The territory that it leaves is given up in the same plan, or the one that it joins is new in it. */
  readonly fromGoes: boolean;
  readonly toIsNew: boolean;
}

/**
 * Every account that changes hands between two plans of a scenario, in account order, with the figures before and
 * after that tell why. House accounts, holdouts and accounts that end up nobody's are no moves.
 * @param scenario as it is after the plan, with the territories that it adds or gives up
 * @param corridors what was to be kept; a territory's deviation is told in the one that it broke most
 */
export function accountMoves(
  document: PlanDocument,
  scenario: Scenario,
  before: TerritoryFigures,
  after: TerritoryFigures,
  corridors: readonly Corridor[],
): AccountMove[] {
  const { lat, lng, removed } = document.accounts;
  const groups = heldTogether(document.accounts, scenarioOfRole(scenario));
  const gained = new Map<number, number>();
  const lost = new Map<number, number>();
  const moving = new Map<number, number>();
  const rows: number[] = [];
  for (let row = 0; row < removed.length; row++) {
    const from = before.assignment[row] ?? -1;
    const to = after.assignment[row]!;
    if (removed[row] || from === to || to < 0) continue;
    rows.push(row);
    add(lost, from);
    add(gained, to);
    if (groups && groups[row]! >= 0) add(moving, groups[row]!);
  }
  const offs = new Map<number, OffTarget | null>();
  const offOf = (territory: number): OffTarget | null => {
    if (territory < 0) return null;
    const known = offs.get(territory);
    if (known !== undefined) return known;
    const found = offTarget(before, territory, corridors);
    offs.set(territory, found);
    return found;
  };
  const kmTo = (row: number, { travel }: TerritoryFigures, territory: number): number =>
    territory < 0
      ? Number.NaN
      : haversineKm(lat[row]!, lng[row]!, travel.hubLat[territory]!, travel.hubLng[territory]!);
  return rows.map((row) => {
    const from = before.assignment[row] ?? -1;
    const to = after.assignment[row]!;
    const group = groups?.[row] ?? -1;
    return {
      row,
      from,
      to,
      kmBefore: kmTo(row, before, from),
      kmAfter: kmTo(row, after, to),
      fromOff: offOf(from),
      toOff: offOf(to),
      companions: group >= 0 ? (moving.get(group) ?? 1) - 1 : 0,
      fromGains: gained.get(from) ?? 0,
      toLoses: lost.get(to) ?? 0,
      fromGoes: scenario.territories[from]?.isRemoved ?? false,
      toIsNew: to >= before.index.length,
    };
  });
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function offTarget(
  figures: TerritoryFigures,
  territory: number,
  corridors: readonly Corridor[],
): OffTarget | null {
  let worst: OffTarget | null = null;
  let worstRatio = -1;
  for (const { measureId, toleranceShare } of corridors) {
    const measure = [figures.accounts, ...figures.measures].find((each) => each.measureId === measureId);
    const index = measureId === null ? figures.index : measure?.index;
    const share = (index?.[territory] ?? Number.NaN) / 100 - 1;
    const ratio = Math.abs(share) / Math.max(1e-9, toleranceShare);
    if (Number.isNaN(share) || ratio <= worstRatio) continue;
    worstRatio = ratio;
    worst = { share, measureName: measure?.name ?? null, isOutside: ratio > 1 + 1e-9 };
  }
  return worst;
}
