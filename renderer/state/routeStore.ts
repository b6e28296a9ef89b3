import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** Which screen is in the middle of the frame. The address keeps it, so that a reload comes back to it. */
export interface RouteState {
  readonly screen: ScreenId;
  /** A part of the screen, e.g. 'results' of comp; '' = its start. */
  readonly section: string;
}

export const SCREEN_IDS = [
  'welcome',
  'accounts',
  'import',
  'cleaning',
  'territories',
  'balance',
  'sizing',
  'team',
  'comp',
  'export',
] as const;
export type ScreenId = (typeof SCREEN_IDS)[number];

/** Reads '#/comp/results'; anything else is the home screen. */
export function parseRoute(hash: string): RouteState {
  const [screen = '', ...rest] = hash.replace(/^#\/?/, '').split('/');
  const known = SCREEN_IDS.find((id) => id === screen);
  return known ? { screen: known, section: rest.join('/') } : { screen: 'territories', section: '' };
}

export const routeStore = createStore<RouteState>(() => ({ screen: 'territories', section: '' }));

export function useRoute<T>(select: (route: RouteState) => T): T {
  return useStore(routeStore, select);
}

/** Goes to a screen. */
export function goTo(screen: ScreenId, section = ''): void {
  routeStore.setState({ screen, section });
}
