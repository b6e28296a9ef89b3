import type { HostApi, PreloadBridge } from '../../shared/bridge/contract';
import { connectBrowserHost } from './connectBrowserHost';
import { callChannels } from './callChannels';

declare global {
  interface Window {
    /** Put there by the desktop's preload script; a browser has none. */
    evenlandBridge?: PreloadBridge;
  }
}

/** The host this page lives in: the desktop window's, or the loopback server's. To be called once. */
export function connectHost(): HostApi {
  const bridge = window.evenlandBridge;
  if (bridge === undefined) return connectBrowserHost();
  return {
    ...callChannels((channel, args) => bridge.invoke(channel, args)),
    onEvent: (listener) => bridge.onEvent(listener),
  };
}
