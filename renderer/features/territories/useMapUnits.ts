import { useMemo } from 'react';
import { OUTSIDE_PLAN } from '../../../shared/geo/accountUnits';
import { locateColumns } from '../../../shared/geo/unitLocator';
import type { AccountTable } from '../../../shared/model/accountTable';
import type { UnitLevel } from '../../../shared/model/exception';
import { FINEST_FIRST } from '../../../shared/plan/effectiveAssignment';
import { unitColumn } from '../../../shared/plan/unitKeys';
import { unitOwners } from '../../../shared/plan/unitOwners';
import type { MapPoints } from '../../map/mapAccounts';
import type { ClaimedUnits } from '../../map/UnitLayerDrawing';
import type { UnitGround } from '../../map/unitMapFiles';
import { useUnitGrounds } from '../../map/useUnitGrounds';
import { useViewStore } from '../../state/viewStore';
import type { TerritoriesData } from './useTerritoriesData';

/** The units that tools pick, and whose they are. */
export interface UnitsOnMap {
  readonly ground: UnitGround;
  /** Claimed land, coarsest level first. */
  readonly claimed: readonly ClaimedUnits[];
  /** Who claims each unit of the ground; OUTSIDE_PLAN = nobody. */
  readonly owners: Int32Array;
  /** Unit of each account, −1 = none. */
  readonly unitOfRow: Int32Array;
  /** Keys by row for accounts whose unit the plan does not know yet; null where it knows all. */
  readonly newKeys: readonly string[] | null;
}

const NO_LEVELS: readonly UnitLevel[] = [];

/** Units on the map; null while tools pick accounts, and until the outlines are read. */
export function useMapUnits(data: TerritoriesData): {
  readonly units: UnitsOnMap | null;
  readonly problem: string | null;
} {
  const level = useViewStore((view) => view.unitLevel);
  const { plan, scenario, places } = data;
  const alignment = scenario.alignments[0]!;
  const { layers } = alignment;
  const wanted = useMemo(
    () => (level === null ? NO_LEVELS : [...new Set([level, ...layers.map((layer) => layer.level)])]),
    [level, layers],
  );
  const { grounds, problem } = useUnitGrounds(wanted);
  const ground = (level && grounds.get(level)) ?? null;
  const { territories } = scenario;
  const claims = useMemo(() => {
    if (!ground) return null;
    const claimed = [...FINEST_FIRST].reverse().flatMap((each): ClaimedUnits[] => {
      const known = layers.some((layer) => layer.level === each) ? grounds.get(each) : undefined;
      const owners = known ? unitOwners({ territories }, { layers }, each, known.map.ids) : null;
      return known && owners ? [{ ground: known, owners }] : [];
    });
    const none = new Int32Array(ground.map.ids.length).fill(OUTSIDE_PLAN);
    return {
      claimed,
      owners: unitOwners({ territories }, { layers }, ground.level, ground.map.ids) ?? none,
    };
  }, [ground, grounds, layers, territories]);
  const { accounts } = plan;
  const rows = useMemo(
    () => (ground ? unitsOfAccounts(ground, accounts, places) : null),
    [ground, accounts, places],
  );
  const units = useMemo(
    () => (ground && claims && rows ? { ground, ...claims, ...rows } : null),
    [ground, claims, rows],
  );
  return { units, problem };
}

/** What the plan says of each account's unit, else where it lies. */
function unitsOfAccounts(
  { level, map, indexOfId }: UnitGround,
  accounts: AccountTable,
  { points, hidden }: MapPoints,
): Pick<UnitsOnMap, 'unitOfRow' | 'newKeys'> {
  const column = unitColumn(accounts, level);
  const known = column?.dictionary.map((key) => indexOfId.get(key) ?? -1) ?? [];
  const located = locateColumns(map, points);
  const unitOfRow = new Int32Array(accounts.rowCount);
  const keys: string[] = new Array<string>(accounts.rowCount).fill('');
  let foundCount = 0;
  for (let row = 0; row < unitOfRow.length; row++) {
    const code = column ? column.codes[row]! : 0;
    const isKnown = column !== null && column.dictionary[code] !== '';
    unitOfRow[row] = isKnown ? known[code]! : hidden[row] ? -1 : located[row]!;
    if (!isKnown && unitOfRow[row]! >= 0) {
      keys[row] = map.ids[unitOfRow[row]!]!;
      foundCount++;
    }
    if (accounts.removed[row]) unitOfRow[row] = -1;
  }
  return { unitOfRow, newKeys: foundCount > 0 ? keys : null };
}

/** Rows of the accounts in some units, ascending. */
export function rowsOfUnits({ unitOfRow }: UnitsOnMap, units: Iterable<number>): Int32Array {
  const wanted = new Set(units);
  const rows: number[] = [];
  for (let row = 0; row < unitOfRow.length; row++) if (wanted.has(unitOfRow[row]!)) rows.push(row);
  return Int32Array.from(rows);
}
