import type { AccountTable } from '../model/accountTable';
import type { Cause } from '../model/alignment';
import type { CompPlan } from '../model/compPlan';
import type { QuotaSettings } from '../model/quotaSettings';
import type { SimulationSetup } from '../model/simulationSetup';
import type { Rep } from '../model/rep';
import type { Scenario, ScenarioFields } from '../model/scenario';
import type { PlanSettings } from '../model/settings';
import type { Territory } from '../model/territory';
import type { CleaningEdit } from './cleaning/cleaningEdit';
import type { PayEdit } from './payEdit';
import type { TerritoryEdit } from './territoryEdit';

/** Where accounts go: a territory by id, or one of the three that are nobody's. */
export type AssignTarget =
  { readonly territoryId: string } | { readonly nobody: 'unassigned' | 'house' | 'holdout' };

/**
 * Every edit that a plan knows, as data. New ids come in with the command, so that running one is pure.
 * A command names what the user did; runCommand turns it into the diff that does it.
 */
export type PlanCommand =
  | TerritoryEdit
  | CleaningEdit
  | PayEdit
  | {
      readonly kind: 'assignAccounts';
      readonly scenarioId: string;
      readonly rows: Int32Array;
      readonly target: AssignTarget;
      readonly cause?: Cause;
      /** Name of an overlay; left out = the primary alignment. */
      readonly role?: string;
    }
  /** A solver's proposal: one claim a row; rows whose owner stays are left as they are. */
  | {
      readonly kind: 'applyAssignment';
      readonly scenarioId: string;
      readonly assignment: Int32Array;
      readonly cause: Cause;
      readonly label?: string;
      readonly role?: string;
    }
  | {
      readonly kind: 'setLocks';
      readonly scenarioId: string;
      readonly rows: Int32Array;
      readonly isLocked: boolean;
      readonly role?: string;
    }
  | {
      readonly kind: 'addTerritories';
      readonly scenarioId: string;
      readonly territories: readonly Territory[];
    }
  | {
      readonly kind: 'updateTerritory';
      readonly scenarioId: string;
      readonly territoryId: string;
      readonly fields: Partial<Omit<Territory, 'id' | 'isRemoved'>>;
    }
  /** Its accounts become unassigned; its children move up to its parent. */
  | { readonly kind: 'removeTerritory'; readonly scenarioId: string; readonly territoryId: string }
  | {
      readonly kind: 'updateScenario';
      readonly scenarioId: string;
      readonly fields: Partial<Omit<ScenarioFields, 'id' | 'territories'>>;
    }
  | { readonly kind: 'addScenario'; readonly scenario: Scenario }
  | {
      readonly kind: 'duplicateScenario';
      readonly scenarioId: string;
      readonly newId: string;
      readonly name: string;
    }
  | { readonly kind: 'removeScenario'; readonly scenarioId: string }
  /** The table after an import; territories named in `owners` take the rows that the file gave them. */
  | { readonly kind: 'importAccounts'; readonly table: AccountTable; readonly fileName: string }
  | {
      readonly kind: 'editAccountCell';
      readonly row: number;
      readonly column:
        | { readonly measureId: string; readonly value: number }
        | { readonly attributeId: string; readonly value: string }
        | { readonly name: string };
    }
  | {
      readonly kind: 'placeAccount';
      readonly row: number;
      readonly lat: number;
      readonly lng: number;
    }
  | { readonly kind: 'removeAccounts'; readonly rows: Int32Array }
  | { readonly kind: 'putRep'; readonly rep: Rep }
  | { readonly kind: 'putReps'; readonly reps: readonly Rep[]; readonly label?: string }
  | { readonly kind: 'removeRep'; readonly repId: string }
  | { readonly kind: 'putCompPlan'; readonly compPlan: CompPlan; readonly label?: string }
  | { readonly kind: 'removeCompPlan'; readonly compPlanId: string }
  | { readonly kind: 'setQuotaSettings'; readonly quotaSettings: QuotaSettings }
  /** What the simulated year rests on. */
  | { readonly kind: 'setSimulation'; readonly simulation: SimulationSetup }
  | { readonly kind: 'updateSettings'; readonly settings: Partial<PlanSettings> }
  | { readonly kind: 'renamePlan'; readonly name: string }
  /** Several commands as one step of undo. */
  | { readonly kind: 'batch'; readonly label: string; readonly commands: readonly PlanCommand[] };
