/**
 * What a worker that can't be loaded, or that breaks down, is told by: it never answers, so whoever waits for an
 * answer races it with this. It is ended: whoever asks next starts another one.
 * @returns a promise that only ever rejects
 */
export function failureOf(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(event.message || 'a worker could not be loaded'));
    });
  });
  // Nobody may be waiting just then.
  failure.catch(() => undefined);
  return failure;
}
