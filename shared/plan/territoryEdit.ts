import type { Boundary } from '../model/boundary';
import type { AssignmentRule } from '../model/rule';
import type { PlanException, UnitLevel } from '../model/exception';
import type { Territory } from '../model/territory';
import type { UnitMeasure } from '../model/unitMeasure';
import type { AssignTarget } from './command';

/** Where units lie, by key: degrees. Units without accounts need it to be shared out by distance. */
export type UnitPlaces = Readonly<Record<string, { readonly lat: number; readonly lng: number }>>;

/** What an edit of units takes along. */
export type UnitScope = 'unitsAndAccounts' | 'unitsOnly' | 'accountsOnly';

interface InScenario {
  readonly scenarioId: string;
}
interface InRole extends InScenario {
  /** Name of an overlay; left out = the primary alignment. */
  readonly role?: string | undefined;
}

/** Edits of units, hierarchy, overlays, exceptions and rules; part of PlanCommand. */
export type TerritoryEdit =
  | (InRole & {
      readonly kind: 'assignUnits';
      readonly level: UnitLevel;
      readonly unitIds: readonly string[];
      readonly target: AssignTarget;
      readonly scope: UnitScope;
    })
  /** Takes claims off units: their accounts follow a coarser unit, or are unassigned. */
  | (InRole & {
      readonly kind: 'unassignUnits';
      readonly level: UnitLevel;
      readonly unitIds: readonly string[];
      readonly scope: UnitScope;
    })
  /** Accounts follow their units again. */
  | (InRole & { readonly kind: 'followUnits'; readonly rows: Int32Array })
  /** One key a row, '' = not known; rows that have a unit already keep it. */
  | { readonly kind: 'setUnitKeys'; readonly level: UnitLevel; readonly keys: readonly string[] }
  | { readonly kind: 'putUnitMeasure'; readonly measure: UnitMeasure }
  | { readonly kind: 'removeUnitMeasure'; readonly measureId: string }
  /** null = the usual list again. */
  | { readonly kind: 'setUnitBridges'; readonly bridges: readonly (readonly [string, string])[] | null }
  | (InScenario & { readonly kind: 'renameLevel'; readonly level: number; readonly name: string })
  /** The new level takes the index; those from there on move one down. */
  | (InScenario & { readonly kind: 'addLevel'; readonly level: number; readonly name: string })
  /** Its territories go and their children move up to their parents. The lowest level can't go. */
  | (InScenario & { readonly kind: 'removeLevel'; readonly level: number })
  | (InScenario & {
      readonly kind: 'moveTerritory';
      readonly territoryId: string;
      readonly parentId: string | null;
    })
  /** null = it has none; accounts then stay where they are. */
  | (InScenario & {
      readonly kind: 'setBoundary';
      readonly territoryId: string;
      readonly boundary: Boundary | null;
    })
  /** Accounts that are new, or were placed anew, go to the territory in whose boundary they lie. */
  | (InRole & { readonly kind: 'applyBoundaries'; readonly rows: Int32Array })
  | (InScenario & {
      readonly kind: 'splitTerritory';
      readonly territoryId: string;
      /** Id, name and colour of each part that is cut off; level and parent are those of the whole. */
      readonly parts: readonly Pick<Territory, 'id' | 'name' | 'colorIndex'>[];
      /** Measure that the parts get alike of; null = the number of accounts. */
      readonly measureId: string | null;
      /** `axis`: straight cuts across the longer side; `balance`: compact parts by the solver. */
      readonly by: 'axis' | 'balance';
      readonly unitPlaces?: UnitPlaces;
    })
  | (InScenario & {
      readonly kind: 'mergeTerritories';
      readonly fromId: string;
      readonly intoId: string;
    })
  | (InScenario & {
      readonly kind: 'dissolveTerritory';
      readonly territoryId: string;
      readonly measureId: string | null;
      /** Who may take over; left out = all territories on the level. */
      readonly receiverIds?: readonly string[];
      readonly unitPlaces?: UnitPlaces;
    })
  /** The accounts of one who leaves go to those around; the territory stays, empty. */
  | (InScenario & {
      readonly kind: 'handOver';
      readonly territoryId: string;
      readonly measureId: string | null;
      readonly receiverIds?: readonly string[];
      readonly toleranceShare: number;
      readonly seed: number;
    })
  | (InScenario & {
      readonly kind: 'addOverlay';
      readonly role: string;
      readonly territories: readonly Territory[];
    })
  | (InScenario & { readonly kind: 'renameOverlay'; readonly role: string; readonly newRole: string })
  | (InScenario & { readonly kind: 'removeOverlay'; readonly role: string })
  /** Adds or replaces an exception and does what it says: locks, names, sets aside, brings a family together. */
  | (InScenario & {
      readonly kind: 'putException';
      readonly exception: PlanException;
      /** For named accounts and families: whose they become; null = they stay where they are. */
      readonly territoryId: string | null;
    })
  /** `isReleased`: unlocks, and gives named, house and held-out accounts back to their units. */
  | (InScenario & {
      readonly kind: 'removeException';
      readonly exceptionId: string;
      readonly isReleased: boolean;
    })
  | (InScenario & { readonly kind: 'setKeepsFamilies'; readonly keepsFamilies: boolean })
  /** The rules of one role; those of the others stay. */
  | (InRole & { readonly kind: 'setRules'; readonly rules: readonly AssignmentRule[] })
  | (InRole & {
      readonly kind: 'applyRules';
      /** Left out = all accounts. */
      readonly rows?: Int32Array;
      /** `free`: accounts that are nobody's, follow a unit or came by a rule; `all`: but named, set aside and locked. */
      readonly reach: 'free' | 'all';
    });
