/** Neighbours in compressed rows: those of unit i are `neighbours[offsets[i] … offsets[i + 1])`. */
export interface NeighbourRows {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** Rows from lists, without self-loops and doubles, and with every edge both ways. */
export function neighbourRowsOf(lists: readonly (readonly number[])[]): NeighbourRows {
  const sets = lists.map(() => new Set<number>());
  lists.forEach((list, unit) => {
    for (const other of list) {
      if (other === unit || other < 0 || other >= lists.length) continue;
      sets[unit]!.add(other);
      sets[other]!.add(unit);
    }
  });
  const offsets = new Int32Array(lists.length + 1);
  sets.forEach((set, unit) => (offsets[unit + 1] = offsets[unit]! + set.size));
  const neighbours = new Int32Array(offsets[lists.length]!);
  sets.forEach((set, unit) =>
    neighbours.set(
      [...set].sort((a, b) => a - b),
      offsets[unit],
    ),
  );
  return { offsets, neighbours };
}

/** Number of the connected part each unit is in, counted from 0; edges only between units of equal label. */
export function connectedParts(
  rows: NeighbourRows,
  label: Int32Array | null,
): { part: Int32Array; count: number } {
  const unitCount = rows.offsets.length - 1;
  const part = new Int32Array(unitCount).fill(-1);
  const stack: number[] = [];
  let count = 0;
  for (let start = 0; start < unitCount; start++) {
    if (part[start]! >= 0) continue;
    stack.push(start);
    part[start] = count;
    while (stack.length > 0) {
      const unit = stack.pop()!;
      for (let at = rows.offsets[unit]!; at < rows.offsets[unit + 1]!; at++) {
        const other = rows.neighbours[at]!;
        if (part[other]! >= 0 || (label && label[other] !== label[unit])) continue;
        part[other] = count;
        stack.push(other);
      }
    }
    count++;
  }
  return { part, count };
}

/**
 * Territories that are not connected. Parts of the map with no way between them (islands without a bridge)
 * are judged each on its own: a territory may have one piece in each.
 */
export function brokenTerritories(
  rows: NeighbourRows,
  assignment: Int32Array,
  territoryCount: number,
): number[] {
  const land = connectedParts(rows, null);
  const pieces = connectedParts(rows, assignment);
  const seen = new Set<number>();
  const counted = new Set<number>();
  const broken = new Set<number>();
  for (let unit = 0; unit < assignment.length; unit++) {
    if (assignment[unit]! < 0 || counted.has(pieces.part[unit]!)) continue;
    counted.add(pieces.part[unit]!);
    const key = land.part[unit]! * territoryCount + assignment[unit]!;
    if (seen.has(key)) broken.add(assignment[unit]!);
    seen.add(key);
  }
  return [...broken].sort((a, b) => a - b);
}
