import { OUTSIDE_PLAN } from '../geo/accountUnits';
import type { Alignment } from '../model/alignment';
import { UNASSIGNED, UNIT_NOBODY } from '../model/alignment';
import type { UnitLevel } from '../model/exception';
import { UNIT_LEVELS } from '../model/exception';
import type { Scenario } from '../model/scenario';
import { isUnitWithin } from './unitKeys';

/**
 * Who claims the land of each unit: its own claim, else that of the finest coarser unit that it lies in by its key.
 * @param ids keys of the level's units
 * @returns one code a unit: territory index, a code of nobody's, or OUTSIDE_PLAN where no claim reaches it; null
 * where no unit of the level is claimed
 */
export function unitOwners(
  scenario: Pick<Scenario, 'territories'>,
  { layers }: Pick<Alignment, 'layers'>,
  level: UnitLevel,
  ids: readonly string[],
): Int32Array | null {
  const indexOfId = new Map(scenario.territories.map(({ id }, index) => [id, index]));
  const codeOf = (claim: string): number => {
    const index = indexOfId.get(claim);
    if (index === undefined) return UNIT_NOBODY[claim] ?? UNASSIGNED;
    return scenario.territories[index]!.isRemoved ? UNASSIGNED : index;
  };
  const owners = new Int32Array(ids.length).fill(OUTSIDE_PLAN);
  for (const layer of layers) {
    if (UNIT_LEVELS.indexOf(layer.level) > UNIT_LEVELS.indexOf(level)) continue;
    if (layer.level === level) {
      ids.forEach((id, unit) => {
        if (Object.hasOwn(layer.claims, id)) owners[unit] = codeOf(layer.claims[id]!);
      });
      continue;
    }
    for (const [outer, claim] of Object.entries(layer.claims)) {
      const code = codeOf(claim);
      ids.forEach((id, unit) => {
        if (isUnitWithin(level, id, layer.level, outer)) owners[unit] = code;
      });
    }
  }
  return owners.every((owner) => owner === OUTSIDE_PLAN) ? null : owners;
}
