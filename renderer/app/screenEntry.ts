import type { Icon } from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import type { ScreenId } from '../state/routeStore';

/** A place in the frame. What has no label is reached from other screens only. */
export interface ScreenEntry {
  readonly id: ScreenId;
  /** The entry of the rail that is lit while the screen is shown. */
  readonly rail: ScreenId;
  /** Null = not in the rail. */
  readonly label: string | null;
  readonly icon: Icon | null;
  readonly Component: ComponentType;
}

/** A rail entry with its screen, whose code is loaded when it is first shown. */
export function railScreen(
  id: ScreenId,
  label: string,
  icon: Icon,
  load: () => Promise<ComponentType>,
): ScreenEntry {
  return { id, rail: id, label, icon, Component: lazyScreen(load) };
}

/** A screen that is part of the job of a rail entry, e.g. import of Accounts. */
export function innerScreen(id: ScreenId, rail: ScreenId, load: () => Promise<ComponentType>): ScreenEntry {
  return { id, rail, label: null, icon: null, Component: lazyScreen(load) };
}

function lazyScreen(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
