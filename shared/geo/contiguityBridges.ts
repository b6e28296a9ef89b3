import type { NeighbourRows } from './contiguity';
import { connectedParts, neighbourRowsOf } from './contiguity';

/**
 * Joins the separate parts of a map by the shortest way between each and what is joined already, largest
 * part first. A territory connected over such a bridge has one piece in each part.
 * @param vector unit vectors of the units, 3 numbers each
 */
export function bridgeParts(rows: NeighbourRows, vector: Float64Array): NeighbourRows {
  const { part, count } = connectedParts(rows, null);
  if (count <= 1) return rows;
  const members: number[][] = Array.from({ length: count }, () => []);
  part.forEach((p, unit) => members[p]!.push(unit));
  members.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const lists = part.reduce<number[][]>((all, _, unit) => {
    all.push([...rows.neighbours.subarray(rows.offsets[unit], rows.offsets[unit + 1])]);
    return all;
  }, []);
  const joined = [...members[0]!];
  for (const island of members.slice(1)) {
    let best = { from: island[0]!, to: joined[0]!, squared: Infinity };
    for (const from of island) {
      for (const to of joined) {
        let squared = 0;
        for (let axis = 0; axis < 3; axis++)
          squared += (vector[3 * from + axis]! - vector[3 * to + axis]!) ** 2;
        if (squared < best.squared) best = { from, to, squared };
      }
    }
    lists[best.from]!.push(best.to);
    joined.push(...island);
  }
  return neighbourRowsOf(lists);
}
