import type L from 'leaflet';
import type { ClosedLine } from '../../shared/geo/lassoSelect';

/**
 * Lets a closed line be drawn, where there is none yet, and its corners be dragged, added and removed. The editor is
 * loaded when it is first used.
 * @param onLine called when the line is closed and after each change of it
 * @returns the function that ends it
 */
export function editBoundary(
  map: L.Map,
  start: ClosedLine | null,
  onLine: (line: ClosedLine) => void,
): () => void {
  let end: (() => void) | null = null;
  let isOver = false;
  void import('./geomanEditor').then(({ editWithGeoman }) => {
    if (!isOver) end = editWithGeoman(map, start, onLine);
  });
  return () => {
    isOver = true;
    end?.();
  };
}
