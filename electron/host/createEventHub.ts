import type { HostEvent } from '../../shared/bridge/contract';

export interface EventHub {
  emit: (event: HostEvent) => void;
  /** @returns the function that ends the subscription */
  subscribe: (listener: (event: HostEvent) => void) => () => void;
}

/** Hands each event to every listener. */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: HostEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
