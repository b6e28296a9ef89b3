import type { NeighbourRows } from '../../geo/contiguity';
import type { ProjectedPoints } from '../../geo/projection';
import type { UnitLevel } from '../../model/exception';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import type { PlanCommand } from '../command';
import type { TerritoryFigures } from '../evaluateTerritories';

export const CHECK_KINDS = [
  'unassignedAccounts',
  'unassignedUnits',
  'overlaps',
  'pieces',
  'accountsOutside',
  'splitFamilies',
  'noRep',
  'severalReps',
  'outOfCorridor',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** A way to mend what a check found: the words of the button and the command that it runs. */
export interface CheckFix {
  readonly label: string;
  readonly command: PlanCommand;
}

/** One thing that a check found. */
export interface CheckItem {
  /** Stable for the same finding, so that next and previous keep their place over edits. */
  readonly id: string;
  readonly kind: CheckKind;
  readonly text: string;
  /** What to show on the map. */
  readonly rows: readonly number[];
  readonly unitIds: readonly string[];
  readonly territoryIds: readonly string[];
  /** Best first; empty where only a person or the solver can decide. */
  readonly fixes: readonly CheckFix[];
}

/** Land of the plan as units of one level. */
export interface CheckLand {
  readonly level: UnitLevel;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** With bridges over water added. */
  readonly neighbours: NeighbourRows;
  /** Middles of the units in the unit square; NaN without outline. */
  readonly middles: ProjectedPoints;
  /** Whose each unit is, by territory index; null = by the claims on units. */
  readonly owners: Int32Array | null;
}

export interface CheckInput {
  readonly document: PlanDocument;
  readonly scenario: Scenario;
  readonly figures: TerritoryFigures;
  /** null where the plan has no land (checks of units are then left out). */
  readonly land: CheckLand | null;
}
