import type { BalanceProblem } from '../../shared/balance/problem';
import { candidateCities, type CandidateCities } from '../../shared/geo/candidateCities';
import {
  nameReader,
  type BalanceEnd,
  type BalanceRunOptions,
  type OnBalanceProgress,
  type TeamTask,
} from './balanceContract';
import { loadPlaces } from './loadPlaces';
import { pause } from './pause';
import { teamRun } from './teamRun';

/** Work between two looks at the messages: a stop is heard well within 100 ms. */
const SLICE_MS = 30;

/** Between two reports without a new plan: a bar needs no more, and each report is drawn. */
const REPORT_MS = 100;

let currentRun = 0;

/** Drives the solver in slices, so that a stop is heard; lives in the worker, and in tests without one. */
export const balanceEngine = {
  /** Runs the solver in slices; a later run ends an earlier one. */
  async run(
    problem: BalanceProblem,
    options: BalanceRunOptions,
    onProgress: OnBalanceProgress,
  ): Promise<BalanceEnd> {
    const run = ++currentRun;
    const { unitNames, territoryNames, team = null, ...rest } = options;
    const nameOf = nameReader(unitNames);
    let best: Int32Array | null = null;
    let removed: readonly number[] = [];
    const cities = await citiesFor(problem, team);
    if (run !== currentRun) return { status: 'stopped', best, removed };
    const solving = teamRun(problem, team, cities, {
      ...rest,
      unitName: (unit) => nameOf(unit) || `account ${unit + 1}`,
      territoryName: (territory) => territoryNames[territory] ?? `territory ${territory + 1}`,
    });
    let step = solving.next();
    let sliceEndsAt = performance.now() + SLICE_MS;
    let nextReportAt = 0;
    // A plan of 100,000 accounts is drawn when it comes: it crosses over once.
    let told: Int32Array | null = null;
    while (!step.done) {
      best = step.value.best ?? best;
      removed = step.value.removed;
      const now = performance.now();
      if (now >= sliceEndsAt) {
        if (best !== told || now >= nextReportAt) {
          onProgress({ ...step.value, best: best === told ? null : best });
          told = best;
          nextReportAt = now + REPORT_MS;
        }
        await pause();
        if (run !== currentRun) return { status: 'stopped', best, removed };
        sliceEndsAt = performance.now() + SLICE_MS;
      }
      step = solving.next();
    }
    return { status: 'done', ...step.value };
  },

  /** Ends the run with the best plan so far. */
  stop(): void {
    currentRun++;
  },
};

export type BalanceEngine = typeof balanceEngine;

/** The cities that new bases may be in; null where none are asked for. */
async function citiesFor(problem: BalanceProblem, team: TeamTask | null): Promise<CandidateCities | null> {
  const isAsked = team?.kind === 'bases' || (team?.kind === 'resize' && team.addedCount > 0);
  if (!isAsked) return null;
  return candidateCities((await loadPlaces()).cities, problem.unitLat, problem.unitLng);
}
