import type { Neighbours } from '../../../shared/geo/adjacency';

/**
 * Which territory a selection most likely goes to. Where the planner has a territory open that does not own most
 * of the selection, that one; else the neighbour of the main giver with the most room.
 * @param index combined index by territory, 100 = on target
 * @param open territory in the inspector, −1 = none
 * @param assignable territories that can take accounts
 * @returns territory index, −1 = no suggestion
 */
export function suggestReceiver(
  rows: Int32Array,
  assignment: Int32Array,
  neighbours: Neighbours,
  index: Float64Array,
  open: number,
  assignable: readonly number[],
): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(assignment[row]!, (counts.get(assignment[row]!) ?? 0) + 1);
  const giver = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? -1;
  if (open >= 0 && open !== giver && assignable.includes(open)) return open;
  const room = (k: number) => (Number.isNaN(index[k]!) ? Infinity : index[k]!);
  const candidates = (giver >= 0 ? (neighbours[giver] ?? []) : assignable).filter(
    (k) => k !== giver && assignable.includes(k),
  );
  const others = candidates.length > 0 ? candidates : assignable.filter((k) => k !== giver);
  return others.reduce((best, k) => (best < 0 || room(k) < room(best) ? k : best), -1);
}
