/**
 * Runs a step-by-step function to its end, a step a task, so that the window stays free between them.
 * @returns ends it before its time; onDone is then not called
 */
export function runBetweenFrames<Result>(
  run: Generator<unknown, Result>,
  onDone: (result: Result) => void,
): () => void {
  let isLeft = false;
  const go = (): void => {
    if (isLeft) return;
    const step = run.next();
    if (step.done) onDone(step.value);
    else setTimeout(go);
  };
  setTimeout(go);
  return () => {
    isLeft = true;
  };
}
