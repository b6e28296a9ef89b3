import type { Alignment } from '../model/alignment';
import type { UnitLevel } from '../model/exception';
import { UNIT_LEVELS } from '../model/exception';
import type { Scenario } from '../model/scenario';
import type { PlanChange, UnitsChange } from './planDiff';
import { isUnitWithin } from './unitKeys';

/**
 * The change that gives units of one level a claim each; units that have it already are left out.
 * @param claimOf territory id, a word of UNIT_NOBODY, or null for none
 */
export function unitsChange(
  scenario: Scenario,
  alignment: Alignment,
  level: UnitLevel,
  wantedIds: readonly string[],
  claimOf: (unitId: string) => string | null,
): UnitsChange {
  const claims = alignment.layers.find((layer) => layer.level === level)?.claims ?? {};
  const claimed = (unitId: string) => (Object.hasOwn(claims, unitId) ? claims[unitId]! : null);
  const unitIds = [...new Set(wantedIds)].filter((unitId) => claimed(unitId) !== claimOf(unitId));
  return {
    kind: 'units',
    scenarioId: scenario.id,
    role: alignment.role,
    level,
    unitIds,
    before: unitIds.map(claimed),
    after: unitIds.map(claimOf),
  };
}

/** Changes that take away the claims of finer units inside, so that all of the land follows its coarser unit. */
export function clearFinerClaims(
  scenario: Scenario,
  alignment: Alignment,
  level: UnitLevel,
  unitIds: readonly string[],
  isKept: (level: UnitLevel, unitId: string) => boolean,
): PlanChange[] {
  return alignment.layers.flatMap((layer) => {
    if (UNIT_LEVELS.indexOf(layer.level) <= UNIT_LEVELS.indexOf(level)) return [];
    const inside = Object.keys(layer.claims).filter(
      (finer) =>
        !isKept(layer.level, finer) &&
        unitIds.some((unitId) => isUnitWithin(layer.level, finer, level, unitId)),
    );
    return inside.length > 0 ? [unitsChange(scenario, alignment, layer.level, inside, () => null)] : [];
  });
}

/** The claims of one territory on units, handed to others. @param claimOf the new claim; the same = it stays */
export function moveUnitClaims(
  scenario: Scenario,
  alignment: Alignment,
  territoryId: string,
  claimOf: (level: UnitLevel, unitId: string) => string | null,
): UnitsChange[] {
  return alignment.layers.flatMap((layer) => {
    const own = Object.keys(layer.claims).filter((unitId) => layer.claims[unitId] === territoryId);
    const change = unitsChange(scenario, alignment, layer.level, own, (unitId) =>
      claimOf(layer.level, unitId),
    );
    return change.unitIds.length > 0 ? [change] : [];
  });
}
