import { neighboursOfUnits } from '../../../shared/geo/adjacency';
import type { NeighbourRows } from '../../../shared/geo/contiguity';
import type { UnitMap } from '../../../shared/geo/unitMap';

let kept: { readonly map: UnitMap; readonly rows: NeighbourRows } | null = null;

function neighboursOf(map: UnitMap): NeighbourRows {
  if (kept?.map !== map) kept = { map, rows: neighboursOfUnits(map) };
  return kept.rows;
}

/** Units with those next to them, ascending. */
export function growUnits(units: Iterable<number>, map: UnitMap): number[] {
  const { offsets, neighbours } = neighboursOf(map);
  const taken = new Set<number>();
  for (const unit of units) {
    taken.add(unit);
    for (let at = offsets[unit]!; at < offsets[unit + 1]!; at++) taken.add(neighbours[at]!);
  }
  return [...taken].sort((a, b) => a - b);
}

/**
 * A selection with all accounts of the units that it touches and of those next to them; where nobody is there, of the
 * nearest ring of units that has some.
 * @param unitOfRow unit of each row, −1 = none
 * @param hidden 1 where a row is not on the map
 * @returns rows, ascending
 */
export function growRows(
  rows: Int32Array,
  map: UnitMap,
  unitOfRow: Int32Array,
  hidden: Uint8Array,
): Int32Array {
  const isSelected = new Uint8Array(unitOfRow.length);
  for (const row of rows) isSelected[row] = 1;
  let units = [...new Set(Array.from(rows, (row) => unitOfRow[row]!).filter((unit) => unit >= 0))];
  for (;;) {
    const grown = growUnits(units, map);
    const taken = new Set(grown);
    const found: number[] = [];
    for (let row = 0; row < unitOfRow.length; row++) {
      const unit = unitOfRow[row]!;
      if (isSelected[row] || (unit >= 0 && taken.has(unit) && !hidden[row])) found.push(row);
    }
    if (found.length > rows.length || grown.length === units.length) return Int32Array.from(found);
    units = grown;
  }
}
