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

/** Windows in which panels that can be folded are so at first. */
export const NARROW_WINDOW = '(max-width: 1100px)';

/** The name of a screen's panel: narrow windows have sizes and folding of their own. */
export function panelKey(screen: string, side: 'left' | 'right' | 'bottom', isNarrow: boolean): string {
  return `${screen}.${side}${isNarrow ? '.narrow' : ''}`;
}

/** Unfolds a panel in this window, for something that was asked for is shown in it. */
export function showPanel(screen: string, side: 'left' | 'right'): void {
  setPanelFolded(panelKey(screen, side, window.matchMedia(NARROW_WINDOW).matches), false);
}

export function setPanelSize(name: string, sizePx: number): void {
  panelStore.setState(({ sizes }) => ({ sizes: { ...sizes, [name]: Math.round(sizePx) } }));
}

export function setPanelFolded(name: string, isFolded: boolean): void {
  panelStore.setState(({ folded }) => ({ folded: { ...folded, [name]: isFolded } }));
}
