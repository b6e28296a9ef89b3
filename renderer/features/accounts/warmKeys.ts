import { columnKeys } from './columnKeys';

/** Ranks names while nothing else is to do, so that the first sort by name is as quick as the next. */
export function warmKeys(names: readonly string[]): () => void {
  const request = requestIdleCallback(() => columnKeys({ kind: 'name', texts: names }), { timeout: 3000 });
  return () => cancelIdleCallback(request);
}
