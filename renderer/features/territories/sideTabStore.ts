import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What the panel beside the map lists. */
export const SIDE_TABS = ['territories', 'rules', 'exceptions', 'checks'] as const;
export type SideTab = (typeof SIDE_TABS)[number];

export const sideTabStore = createStore<{ readonly tab: SideTab }>(() => ({ tab: 'territories' }));

export function useSideTab(): SideTab {
  return useStore(sideTabStore, (state) => state.tab);
}

export function showSideTab(tab: SideTab): void {
  sideTabStore.setState({ tab });
}
