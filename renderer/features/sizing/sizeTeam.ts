import { sizeByBreakdown, sizeByWorkload, wholeReps } from '../../../shared/balance/sizing';
import { hiresNeeded, repYear, teamCapacity, type RepYear } from '../../../shared/balance/sizingCapacity';
import {
  coverageResponse,
  elasticResponse,
  headcountCurve,
  type HeadcountPoint,
} from '../../../shared/balance/sizingCurve';
import type { SizingInputs } from './sizingStore';

/** What the plan knows of its work and its sales; null where it has no such measure. */
export interface SizingFacts {
  readonly accounts: number;
  /** Reps, or territories where there are no reps yet. */
  readonly present: number;
  /** Hours a year, one an account. */
  readonly hours: Float64Array | null;
  /** Sales a year in whole currency, one an account. */
  readonly sales: Float64Array | null;
  readonly year: number;
  readonly startMonth: number;
}

export interface TeamSizes {
  readonly rep: RepYear;
  readonly workloadHours: number;
  readonly workload: { readonly exact: number | null; readonly reps: number | null };
  /** Hours that the present team has over the year, and hires that it still needs; null = a hire brings none. */
  readonly presentHours: number;
  readonly hires: number | null;
  /** Hours that one hire brings in the year, late and ramping up as hires are. */
  readonly hireHours: number;
  readonly sales: number;
  readonly breakdown: { readonly exact: number | null; readonly reps: number | null };
  readonly curve: readonly HeadcountPoint[];
  readonly best: HeadcountPoint | null;
  /** How sales follow head count: by the accounts that there are hours for, or by elasticity. */
  readonly response: 'coverage' | 'elasticity';
}

const total = (values: Float64Array | null): number => values?.reduce((sum, value) => sum + value, 0) ?? 0;

/** Sizes a team by the three methods of territory.md, "Sizing". */
export function sizeTeam(facts: SizingFacts, inputs: SizingInputs): TeamSizes {
  const rep = repYear({ ...inputs, year: facts.year, startMonth: facts.startMonth });
  const workloadHours = facts.hours
    ? total(facts.hours)
    : facts.accounts * inputs.visitsPerYear * inputs.hoursPerVisit;
  const settled = { startsInMonth: -120, leavesInMonth: null, capacityRatio: 1, rampRatios: [] };
  const team = Array.from({ length: facts.present }, () => settled);
  const hire = {
    ...settled,
    startsInMonth: inputs.hireMonth - 1,
    // Half-way through its n-th month of m a rep is (n − ½) / m productive.
    rampRatios: Array.from({ length: inputs.rampMonths }, (_, at) => (at + 0.5) / inputs.rampMonths),
  };
  const sales = inputs.salesTarget ?? total(facts.sales);
  const isCovered = facts.sales !== null && facts.hours !== null;
  const response = isCovered
    ? coverageResponse(facts.sales, facts.hours, rep.sellingHours)
    : elasticResponse({ reps: Math.max(1, facts.present), sales }, inputs.elasticity);
  const workload = sizeByWorkload(workloadHours, rep.sellingHours);
  const breakdown = sizeByBreakdown(sales, inputs.productivity, inputs.turnoverShare);
  const largest = Math.max(facts.present, workload.reps ?? 0, breakdown.reps ?? 0, 4);
  const { points, best } = headcountCurve(
    response,
    { costPerRep: inputs.costPerRep, marginRatio: inputs.marginShare },
    { from: 1, to: Math.min(2000, wholeReps(largest * 1.5)) },
  );
  return {
    rep,
    workloadHours,
    workload,
    presentHours: teamCapacity(rep, team).year.sellingHours,
    hireHours: teamCapacity(rep, [hire]).year.sellingHours,
    hires: hiresNeeded(workloadHours, rep, team, hire),
    sales,
    breakdown,
    curve: points,
    best,
    response: isCovered ? 'coverage' : 'elasticity',
  };
}
