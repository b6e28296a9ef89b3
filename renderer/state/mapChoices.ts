import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

/** How accounts are shown on the map, kept across starts. */
export interface MapChoices {
  readonly dotView: 'auto' | 'dots' | 'density';
}

export const mapChoicesStore = createStore<MapChoices>()(
  persist((): MapChoices => ({ dotView: 'auto' }), { name: 'evenland.map' }),
);

export function useMapChoices<T>(select: (choices: MapChoices) => T): T {
  return useStore(mapChoicesStore, select);
}
