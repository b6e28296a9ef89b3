import { connectHost } from '../host/connectHost';
import { connectHostApi } from '../state/hostAccess';

/** The only wiring of the window: host, routes, keys, commands, autosave, recompute. Called once, before the first paint. */
export function startServices(): void {
  connectHostApi(connectHost());
}
