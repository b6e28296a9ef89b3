import type { AccountTable } from './accountTable';
import type { CompPlan } from './compPlan';
import type { QuotaSettings } from './quotaSettings';
import type { Rep } from './rep';
import type { Scenario } from './scenario';
import type { PlanSettings } from './settings';
import type { UnitMeasure } from './unitMeasure';

/** The version that this app writes; a migration leads from each version to the next (shared/io/project). */
export const PLAN_VERSION = 2;

/** Everything a plan is. Nothing derived is stored here: totals, quotas and payouts come from evaluatePlan. */
export interface PlanDocument {
  readonly id: string;
  readonly name: string;
  readonly settings: PlanSettings;
  readonly accounts: AccountTable;
  readonly scenarios: readonly Scenario[];
  readonly reps: readonly Rep[];
  readonly compPlans: readonly CompPlan[];
  readonly quotaSettings: QuotaSettings;
  /** Measures by geographic unit; left out = none. */
  readonly unitMeasures?: readonly UnitMeasure[] | undefined;
  /** Pairs of counties (FIPS) that count as neighbours over water; left out = DEFAULT_BRIDGES (shared/geo). */
  readonly unitBridges?: readonly (readonly [string, string])[] | undefined;
}
