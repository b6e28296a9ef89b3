import type { UnitAdjacency } from './problem';

/** A unit that other units hang on: whoever has it has them too, or what of them makes no territory. */
export interface PendantArea {
  readonly unit: number;
  /** What its territory holds at least. */
  readonly load: number;
  /** Units that lie beyond it, seen from the heaviest piece. */
  readonly hanging: number;
}

/**
 * What of a piece's load is left over for the territory beside it at least, where whole territories of
 * least … most are cut from it.
 */
function leftOver(load: number, least: number, most: number): number {
  const whole = Math.floor(load / least + 1e-9);
  return Math.max(0, load - whole * most);
}

interface Visit {
  readonly unit: number;
  readonly parent: number;
  next: number;
}

/**
 * Units whose territory cannot keep to `most`: without such a unit the map falls into pieces, and what of a
 * piece makes no whole territories goes with it. One depth-first search over a connected map (Tarjan's
 * articulation points), with loads summed below each unit.
 * @param load of each unit, one measure
 * @param least what the smallest territory must hold of it, above 0
 * @param most what the largest may hold
 */
export function pendantAreas(
  rows: UnitAdjacency,
  load: Float64Array,
  least: number,
  most: number,
): PendantArea[] {
  const count = load.length;
  const total = load.reduce((sum, value) => sum + value, 0);
  const found = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const below = load.slice();
  const size = new Int32Array(count).fill(1);
  /** Of the pieces that hang on a unit: their load and size, what they leave over, and the heaviest of them. */
  const cut = { load: new Float64Array(count), size: new Int32Array(count), left: new Float64Array(count) };
  const heaviest = { load: new Float64Array(count), size: new Int32Array(count) };
  const stack: Visit[] = [{ unit: 0, parent: -1, next: rows.offsets[0]! }];
  found[0] = 0;
  let seen = 1;
  while (stack.length > 0) {
    const visit = stack[stack.length - 1]!;
    const { unit, parent } = visit;
    if (visit.next < rows.offsets[unit + 1]!) {
      const other = rows.neighbours[visit.next++]!;
      if (other === parent) continue;
      if (found[other]! >= 0) low[unit] = Math.min(low[unit]!, found[other]!);
      else {
        found[other] = low[other] = seen++;
        stack.push({ unit: other, parent: unit, next: rows.offsets[other]! });
      }
      continue;
    }
    stack.pop();
    if (parent < 0) continue;
    low[parent] = Math.min(low[parent]!, low[unit]!);
    below[parent]! += below[unit]!;
    size[parent]! += size[unit]!;
    if (low[unit]! < found[parent]!) continue;
    cut.load[parent]! += below[unit]!;
    cut.size[parent]! += size[unit]!;
    cut.left[parent]! += leftOver(below[unit]!, least, most);
    if (below[unit]! <= heaviest.load[parent]!) continue;
    heaviest.load[parent] = below[unit]!;
    heaviest.size[parent] = size[unit]!;
  }
  const areas: PendantArea[] = [];
  for (let unit = 0; unit < count; unit++) {
    if (cut.size[unit] === 0) continue;
    const beyond = total - load[unit]! - cut.load[unit]!;
    const held = load[unit]! + cut.left[unit]! + (beyond > 1e-9 * total ? leftOver(beyond, least, most) : 0);
    if (held <= most * (1 + 1e-9)) continue;
    const isBeyondHeaviest = beyond > heaviest.load[unit]!;
    const hanging = isBeyondHeaviest ? cut.size[unit]! : count - 1 - heaviest.size[unit]!;
    areas.push({ unit, load: held, hanging });
  }
  return areas.sort((a, b) => b.load - a.load || a.unit - b.unit);
}
