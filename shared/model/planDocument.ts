import type { AccountTable } from './accountTable';
import type { CompPlan } from './compPlan';
import type { PayAdjustment } from './payAdjustment';
import type { PayResult } from './payResult';
import type { QuotaSettings } from './quotaSettings';
import type { ReferenceFigure } from './referenceFigure';
import type { Rep } from './rep';
import type { Role } from './role';
import type { Scenario } from './scenario';
import type { PlanSettings } from './settings';
import type { SimulationSetup } from './simulationSetup';
import type { UnitMeasure } from './unitMeasure';

/** The version that this app writes; a migration leads from each version to the next (shared/io/project). */
export const PLAN_VERSION = 3;

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
  /** Roles of the team with their pay mixes; left out = the usual ones (shared/comp/referenceFigures). */
  readonly roles?: readonly Role[] | undefined;
  /** Figures of the field beside the plan's own; left out = as shipped (shared/comp/referenceFigures). */
  readonly referenceFigures?: readonly ReferenceFigure[] | undefined;
  /** What the simulated year rests on; left out = the usual (shared/model/simulationSetup). */
  readonly simulation?: SimulationSetup | undefined;
  /** Actuals by rep, component and period, in the order of their keys; left out = none. */
  readonly payResults?: readonly PayResult[] | undefined;
  /** Disputes and corrections of payouts, oldest first; left out = none. */
  readonly payAdjustments?: readonly PayAdjustment[] | undefined;
  /** Measures by geographic unit; left out = none. */
  readonly unitMeasures?: readonly UnitMeasure[] | undefined;
  /** Pairs of counties (FIPS) that count as neighbours over water; left out = DEFAULT_BRIDGES (shared/geo). */
  readonly unitBridges?: readonly (readonly [string, string])[] | undefined;
}
