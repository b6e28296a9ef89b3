import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppInfo } from '../../shared/bridge/contract';

/** Which host the window lives in and what it can do; null until it has answered, right after start. */
export interface AppInfoState {
  readonly info: AppInfo | null;
}

export const appInfoStore = createStore<AppInfoState>(() => ({ info: null }));

export function useAppInfo(): AppInfo | null {
  return useStore(appInfoStore, (state) => state.info);
}
