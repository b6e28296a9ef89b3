import { HostError, type HostApi } from '../../shared/bridge/contract';

let connected: HostApi | null = null;

/** Named once at start, by app/startServices. */
export function connectHostApi(api: HostApi): void {
  connected = api;
}

/**
 * The host: files, backups, exports, log.
 * @throws HostError 'host-gone' before a host is connected
 */
export function hostApi(): HostApi {
  if (!connected)
    throw new HostError('host-gone', 'Evenland has lost its connection to this computer. Start it again.');
  return connected;
}

/** Writes to the host's log; never fails, since it is called where something already has. */
export function logProblem(message: string): void {
  void connected?.log({ level: 'error', message: message.slice(0, 20_000) }).catch(() => undefined);
}
