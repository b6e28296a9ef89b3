import { createContext, use } from 'react';
import type { TerritoriesData } from './useTerritoriesData';

/** What the screen shows, for parts that are not drawn anew by those above them. */
export const ShownData = createContext<TerritoriesData | null>(null);

/** The same as it was until the frame with the last edit's figures is painted: for what may follow a moment later. */
export const LaterData = createContext<TerritoriesData | null>(null);

export function useShownData(): TerritoriesData {
  return inside(use(ShownData));
}

export function useLaterData(): TerritoriesData {
  return inside(use(LaterData));
}

function inside(data: TerritoriesData | null): TerritoriesData {
  if (!data) throw new Error('This is a part of the territories screen.');
  return data;
}
