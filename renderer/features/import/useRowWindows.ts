import { useCallback, useEffect, useRef, useState } from 'react';
import type { GridRow } from '../../workers/importContract';
import { importClient } from './importActions';

const WINDOW_ROWS = 200;

/**
 * Rows of the preview, fetched from the worker by windows of 200 as they come into sight.
 * @param build the build that the rows are of; another one empties what was fetched
 * @returns the row, or null while it is on its way
 */
export function useRowWindows(build: number, rowCount: number, first: number, last: number) {
  const [, redraw] = useState(0);
  const fetched = useRef<{ build: number; windows: Map<number, readonly GridRow[] | null> }>({
    build: -1,
    windows: new Map(),
  });

  useEffect(() => {
    if (build < 0) return;
    if (fetched.current.build !== build) fetched.current = { build, windows: new Map() };
    const { windows } = fetched.current;
    for (let index = Math.floor(first / WINDOW_ROWS); index <= Math.floor(last / WINDOW_ROWS); index++) {
      if (index < 0 || index * WINDOW_ROWS >= rowCount || windows.has(index)) continue;
      windows.set(index, null);
      const from = index * WINDOW_ROWS;
      void importClient()
        .rows(from, Math.min(rowCount, from + WINDOW_ROWS))
        .then((rows) => {
          windows.set(index, rows);
          redraw((count) => count + 1);
        });
    }
  }, [build, rowCount, first, last]);

  return useCallback((gridRow: number): GridRow | null => {
    const rows = fetched.current.windows.get(Math.floor(gridRow / WINDOW_ROWS));
    return rows?.[gridRow % WINDOW_ROWS] ?? null;
  }, []);
}
