/** Whether this window may write a plan; of all windows one at a time has the lock. */
export interface PlanLock {
  readonly isHeld: boolean;
  /** Gives the lock back, or stops waiting for it. */
  release(): void;
}

/**
 * Takes the lock of a plan if it is free; else waits for it behind the scenes.
 * @param onFreed called once when this window gets the lock after having waited
 */
export async function takePlanLock(
  planId: string,
  onFreed: () => void,
  locks: LockManager = navigator.locks,
): Promise<PlanLock> {
  const name = `evenland-plan-${planId}`;
  let letGo: () => void = () => undefined;
  const untilReleased = new Promise<void>((resolve) => (letGo = resolve));

  const isHeld = await new Promise<boolean>((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? untilReleased : undefined;
      })
      .catch(reject);
  });
  if (isHeld) return { isHeld, release: letGo };

  const waiting = new AbortController();
  let isWaiting = true;
  locks
    .request(name, { signal: waiting.signal }, () => {
      isWaiting = false;
      onFreed();
      return untilReleased;
    })
    // Aborted: the plan was closed before the lock was free.
    .catch(() => undefined);
  return {
    isHeld,
    release: () => (isWaiting ? waiting.abort() : letGo()),
  };
}
