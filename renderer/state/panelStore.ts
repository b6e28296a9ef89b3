import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

/** Sizes of panels by name ('territories.tree'), in CSS pixels, and which are folded; kept across starts. */
export interface PanelState {
  readonly sizes: Readonly<Record<string, number>>;
  readonly folded: Readonly<Record<string, boolean>>;
}

export const panelStore = createStore<PanelState>()(
  persist((): PanelState => ({ sizes: {}, folded: {} }), { name: 'evenland.panels' }),
);

export function usePanelStore<T>(select: (state: PanelState) => T): T {
  return useStore(panelStore, select);
}

export function setPanelSize(name: string, sizePx: number): void {
  panelStore.setState(({ sizes }) => ({ sizes: { ...sizes, [name]: Math.round(sizePx) } }));
}

export function setPanelFolded(name: string, isFolded: boolean): void {
  panelStore.setState(({ folded }) => ({ folded: { ...folded, [name]: isFolded } }));
}
