import { connectedParts, type NeighbourRows } from '../geo/contiguity';
import { UNREACHABLE_KM, type Blocks } from './blocks';
import type { BlockDistances } from './distances';
import { UnitPlan } from './unitPlan';

/**
 * Makes any assignment connected: every territory keeps its heaviest piece (locked units always stay),
 * the rest is handed over, unit by unit, to the nearest territory it borders.
 */
export function connectPlan(
  blocks: Blocks,
  rows: NeighbourRows,
  km: BlockDistances,
  isLocked: Uint8Array,
  assignment: Int32Array,
): Int32Array {
  const { territoryCount, weight, count } = blocks;
  const result = assignment.slice();
  const pieces = connectedParts(rows, assignment);
  const heaviest = new Float64Array(territoryCount).fill(-1);
  const kept = new Int32Array(territoryCount).fill(-1);
  const bulk = new Float64Array(pieces.count);
  const home = new Int32Array(pieces.count);
  for (let i = 0; i < count; i++) {
    // A piece with locked units is worth more than any without.
    bulk[pieces.part[i]!]! += weight[i]! + (isLocked[i] === 1 ? 1e12 : 0);
    home[pieces.part[i]!] = assignment[i]!;
  }
  for (let p = 0; p < pieces.count; p++) {
    if (bulk[p]! <= heaviest[home[p]!]!) continue;
    heaviest[home[p]!] = bulk[p]!;
    kept[home[p]!] = p;
  }
  for (let i = 0; i < count; i++) {
    if (kept[assignment[i]!] !== pieces.part[i] && isLocked[i] !== 1) result[i] = -1;
  }
  handOver(blocks, rows, km, result);
  seedEmpty(new UnitPlan(blocks, rows, result, isLocked, km, { pull: 0, slope: 0 }));
  return result;
}

/**
 * Territories without a unit get the nearest one that its own can spare without falling apart; nothing
 * happens where no territory can.
 */
function seedEmpty(plan: UnitPlan): void {
  const { blocks, km, assignment, count: members } = plan;
  const { territoryCount, count, problem } = blocks;
  for (let j = 0; j < territoryCount; j++) {
    if (members[j]! > 0 || !(problem.territories.capacity[j]! > 0)) continue;
    let best = -1;
    for (let i = 0; i < count; i++) {
      const way = km[i * territoryCount + j]!;
      if (way >= UNREACHABLE_KM || assignment[i]! < 0) continue;
      if (best >= 0 && way >= km[best * territoryCount + j]!) continue;
      if (plan.canLeave(i)) best = i;
    }
    if (best >= 0) plan.move(best, j);
  }
}

function handOver(blocks: Blocks, rows: NeighbourRows, km: BlockDistances, assignment: Int32Array): void {
  const { territoryCount, count } = blocks;
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (let i = 0; i < count; i++) {
      if (assignment[i]! >= 0) continue;
      let best = -1;
      for (let at = rows.offsets[i]!; at < rows.offsets[i + 1]!; at++) {
        const j = assignment[rows.neighbours[at]!]!;
        if (j >= 0 && (best < 0 || km[i * territoryCount + j]! < km[i * territoryCount + best]!)) best = j;
      }
      if (best < 0) continue;
      assignment[i] = best;
      isChanged = true;
    }
  }
}
