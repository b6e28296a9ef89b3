/** A run that was stopped by the person. */
export class RunStopped extends Error {
  constructor() {
    super('Stopped.');
    this.name = 'RunStopped';
  }
}

/** Milliseconds of work between two looks at the messages that wait: a stop is heard within these. */
const SLICE_MS = 40;

/**
 * Runs a step-by-step function to its end in slices, so that the worker hears a stop between them.
 * @throws RunStopped once isStopped says so
 */
export async function runInSlices<Step, Result>(
  steps: Generator<Step, Result>,
  onStep: (step: Step) => void,
  isStopped: () => boolean,
): Promise<Result> {
  let sliceEnd = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    onStep(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (isStopped()) throw new RunStopped();
    sliceEnd = performance.now() + SLICE_MS;
  }
}
