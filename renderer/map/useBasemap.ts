import { useEffect, useState } from 'react';
import { loadBasemap, type Basemap } from './basemapFiles';

/** The base map once it is read; `problem` says what is wrong with the app's files, else null. */
export interface BasemapState {
  readonly basemap: Basemap | null;
  readonly problem: string | null;
}

/** Reads the base map when a map first needs it. */
export function useBasemap(): BasemapState {
  const [state, setState] = useState<BasemapState>({ basemap: null, problem: null });
  useEffect(() => {
    let isWanted = true;
    loadBasemap().then(
      (basemap) => isWanted && setState({ basemap, problem: null }),
      (error: unknown) =>
        isWanted &&
        setState({ basemap: null, problem: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return state;
}
