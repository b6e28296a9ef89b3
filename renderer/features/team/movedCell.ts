/** A cell of the team table by its position on screen. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Rows that Page Up and Page Down pass. */
const PAGE = 12;

/** Where a key takes the cell cursor; null for keys that move nothing. */
export function movedCell(
  key: string,
  from: CellPlace,
  rowCount: number,
  columnCount: number,
): CellPlace | null {
  const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, 1],
    ArrowLeft: [0, -1],
    PageDown: [PAGE, 0],
    PageUp: [-PAGE, 0],
    Home: [0, -columnCount],
    End: [0, columnCount],
  };
  const move = moves[key];
  if (!move) return null;
  return {
    row: clamp(from.row + move[0], rowCount),
    column: clamp(from.column + move[1], columnCount),
  };
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(count - 1, place));
}
