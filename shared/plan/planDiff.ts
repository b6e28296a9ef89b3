import type { AccountTable } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import type { CompPlan } from '../model/compPlan';
import type { UnitLevel } from '../model/exception';
import type { PayResult, PayResultKey } from '../model/payResult';
import type { PlanDocument } from '../model/planDocument';
import type { Rep } from '../model/rep';
import type { Scenario, ScenarioFields } from '../model/scenario';
import type { Territory } from '../model/territory';
import { invertPatch, type AccountsPatch } from './accountsPatch';

/** Accounts that change hands: row → claim and cause, before and after. */
export interface AssignmentChange {
  readonly kind: 'assignment';
  readonly scenarioId: string;
  readonly role: string;
  readonly rows: Int32Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly causesBefore: Uint8Array;
  readonly causesAfter: Uint8Array;
  /** ISO date from which the change holds; null = for the whole plan year. */
  readonly effectiveOn: string | null;
}

export interface LockChange {
  readonly kind: 'locks';
  readonly scenarioId: string;
  readonly role: string;
  readonly rows: Int32Array;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Claims on geographic units of one level; null = no claim. */
export interface UnitsChange {
  readonly kind: 'units';
  readonly scenarioId: string;
  readonly role: string;
  readonly level: UnitLevel;
  readonly unitIds: readonly string[];
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
}

/** An overlay put in, replaced or taken out at its place among the scenario's alignments. */
export interface AlignmentChange {
  readonly kind: 'alignment';
  readonly scenarioId: string;
  readonly index: number;
  readonly before: Alignment | null;
  readonly after: Alignment | null;
}

/** A territory at its index; before null = appended, after null never occurs (removal is a tombstone). */
export interface TerritoryChange {
  readonly kind: 'territory';
  readonly scenarioId: string;
  readonly index: number;
  readonly before: Territory | null;
  readonly after: Territory | null;
}

/** Fields of a scenario other than its territories and alignments. */
export interface ScenarioFieldsChange {
  readonly kind: 'scenarioFields';
  readonly scenarioId: string;
  readonly before: Partial<Omit<ScenarioFields, 'id' | 'territories'>>;
  readonly after: Partial<Omit<ScenarioFields, 'id' | 'territories'>>;
}

/** A whole record of a collection put in, replaced or taken out, at its place. */
export type RecordChange =
  RecordChangeOf<'scenarios', Scenario> | RecordChangeOf<'reps', Rep> | RecordChangeOf<'compPlans', CompPlan>;

export interface RecordChangeOf<Collection extends string, Item> {
  readonly kind: 'record';
  readonly collection: Collection;
  readonly index: number;
  readonly before: Item | null;
  readonly after: Item | null;
}

/** Actuals by their keys; null = none. */
export interface PayResultsChange {
  readonly kind: 'payResults';
  readonly keys: readonly PayResultKey[];
  readonly before: readonly (PayResult | null)[];
  readonly after: readonly (PayResult | null)[];
}

/** Fields of the plan that are replaced whole. */
export type PlanField =
  | 'name'
  | 'settings'
  | 'quotaSettings'
  | 'roles'
  | 'referenceFigures'
  | 'simulation'
  | 'payAdjustments'
  | 'unitMeasures'
  | 'unitBridges';

export interface PlanFieldsChange {
  readonly kind: 'planFields';
  readonly before: Partial<Pick<PlanDocument, PlanField>>;
  readonly after: Partial<Pick<PlanDocument, PlanField>>;
}

/** The account table swapped for another; columns that did not change are shared between the two. */
export interface AccountsChange {
  readonly kind: 'accounts';
  readonly before: AccountTable;
  readonly after: AccountTable;
}

/** The same as what differs between the two tables. */
export interface AccountsPatchChange {
  readonly kind: 'accountsPatch';
  readonly patch: AccountsPatch;
}

export type PlanChange =
  | AssignmentChange
  | LockChange
  | UnitsChange
  | AlignmentChange
  | TerritoryChange
  | ScenarioFieldsChange
  | RecordChange
  | PayResultsChange
  | PlanFieldsChange
  | AccountsChange
  | AccountsPatchChange;

/** One edit as data: applied to the document, inverted by undo, appended to the journal. */
export interface PlanDiff {
  /** What the edit is called in undo and history, e.g. "move 18 accounts to Michigan". */
  readonly label: string;
  readonly changes: readonly PlanChange[];
}

/** The diff that takes the edit back. */
export function invertDiff(diff: PlanDiff): PlanDiff {
  return { label: diff.label, changes: diff.changes.map(invertChange).reverse() };
}

function invertChange(change: PlanChange): PlanChange {
  if (change.kind === 'assignment') {
    return {
      ...change,
      before: change.after,
      after: change.before,
      causesBefore: change.causesAfter,
      causesAfter: change.causesBefore,
    };
  }
  if (change.kind === 'accountsPatch') return { ...change, patch: invertPatch(change.patch) };
  return { ...change, before: change.after, after: change.before } as PlanChange;
}

export function isEmptyDiff(diff: PlanDiff): boolean {
  return diff.changes.length === 0;
}
