import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/**
 * Work that takes longer than a blink: what runs, how far it is, how to stop it. The status bar shows the
 * running ones; a finished one leaves the list, what it has to say goes to notifications.
 */
export interface Job {
  readonly id: string;
  /** What it does, as in "Balancing 24 territories". */
  readonly title: string;
  /** What it is doing now, e.g. "1,240 of 2,000 runs"; '' where there is nothing to say. */
  readonly step: string;
  /** 0 to 1; null = not known. */
  readonly doneShare: number | null;
  /** Milliseconds since 1970, for the estimate. */
  readonly startedAt: number;
  /** Null where it can't be stopped. */
  readonly cancel: (() => void) | null;
}

export interface JobState {
  readonly jobs: readonly Job[];
}

export const jobStore = createStore<JobState>(() => ({ jobs: [] }));

export function useJobStore<T>(select: (state: JobState) => T): T {
  return useStore(jobStore, select);
}

export interface RunningJob {
  readonly id: string;
  report(progress: { doneShare?: number | null; step?: string }): void;
  /** Takes it off the list; safe to call twice. */
  finish(): void;
}

let startedJobs = 0;

/** Puts a job on the list. The caller reports to it and must finish it, in a finally. */
export function startJob(title: string, cancel: (() => void) | null = null): RunningJob {
  const id = `job-${++startedJobs}`;
  const job: Job = { id, title, step: '', doneShare: null, startedAt: Date.now(), cancel };
  jobStore.setState(({ jobs }) => ({ jobs: [...jobs, job] }));
  return {
    id,
    report: (progress) =>
      jobStore.setState(({ jobs }) => ({
        jobs: jobs.map((each) => (each.id === id ? { ...each, ...progress } : each)),
      })),
    finish: () => jobStore.setState(({ jobs }) => ({ jobs: jobs.filter((each) => each.id !== id) })),
  };
}

/** Seconds a job still takes at the pace so far; null before there is a pace to go by. */
export function secondsLeft(job: Job, now: number): number | null {
  const elapsedMs = now - job.startedAt;
  if (job.doneShare === null || job.doneShare < 0.02 || elapsedMs < 800) return null;
  return Math.max(0, Math.ceil((elapsedMs * (1 / job.doneShare - 1)) / 1000));
}
