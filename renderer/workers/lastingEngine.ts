import { wrap, type Remote } from 'comlink';
import { failureOf } from './failureOf';

interface StartedEngine<Engine> {
  readonly engine: Remote<Engine>;
  /** Only ever rejects, once the worker breaks down or can't be loaded: whoever waits for an answer races it. */
  readonly failure: Promise<never>;
}

/**
 * An engine in a worker that starts with the first call and stays. Where the worker breaks down, the next call starts
 * another one.
 * @param makeWorker may throw; the next call tries again
 */
export function lastingEngine<Engine>(makeWorker: () => Worker): () => StartedEngine<Engine> {
  let started: StartedEngine<Engine> | null = null;
  return () => {
    if (started) return started;
    const worker = makeWorker();
    const failure = failureOf(worker);
    failure.catch(() => (started = null));
    started = { engine: wrap<Engine>(worker), failure };
    return started;
  };
}
