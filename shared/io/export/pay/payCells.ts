import type { PlanTable } from '../sheets/plansSheet';

/** Cells that the pay of one line hangs on, as addresses. */
export interface PayCells {
  readonly credited: string;
  readonly quota: string;
  readonly attainment: string;
  /** The component's share of the target incentive for the window, in currency. */
  readonly target: string;
  /** A matrix's second attainment. */
  readonly second: string;
  /** Position of the band, point or row reached; 0 = below the first. */
  readonly band: string;
  /** For a curve what it pays, for a matrix the column reached. */
  readonly rate: string;
  /** 1 where a linked accelerator's hurdle is met; null where the component has none. */
  readonly accelerated: string | null;
  /** Target incentive and base salary of a full year, and the active part of the window in years. */
  readonly targetIncentive: string;
  readonly baseSalary: string;
  readonly years: string;
  /** Scores of objectives in their order; null = the attainment stands for all of them. */
  readonly scores: readonly string[] | null;
  readonly rank: string;
  readonly tiedCount: string;
  /** Address of a number of the component on Plans. */
  setting(key: string): string;
  /** The component's table on Plans. */
  table(): PlanTable;
}

/** Guards against binary noise, as the engine has them: far below any difference that is meant. */
export const RATIO_GUARD = '1E-12';
/** A hundredth of a cent, or a billionth of a unit. */
export const AMOUNT_GUARD = { money: '0.0001', count: '1E-9', ratio: '1E-12' } as const;
