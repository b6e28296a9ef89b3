import { contextBridge, ipcRenderer } from 'electron';
import type { HostAnswer, HostEvent, PreloadBridge } from '../../shared/bridge/contract';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './ipcChannels';

/** Events that came before the page was listening, e.g. the file the app was started with. */
const waiting: HostEvent[] = [];
const listeners = new Set<(event: HostEvent) => void>();

ipcRenderer.on(EVENT_CHANNEL, (_event, hostEvent: HostEvent) => {
  if (listeners.size === 0) waiting.push(hostEvent);
  for (const listener of listeners) listener(hostEvent);
});

/** All that the page gets: two functions, no ipcRenderer, no Node. What may be asked is decided in main. */
const bridge: PreloadBridge = {
  invoke: (channel, args) => ipcRenderer.invoke(INVOKE_CHANNEL, channel, args) as Promise<HostAnswer>,
  onEvent(listener) {
    listeners.add(listener);
    for (const hostEvent of waiting.splice(0)) listener(hostEvent);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('evenlandBridge', bridge);
