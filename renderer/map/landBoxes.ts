import type { UnitMap } from '../../shared/geo/unitMap';
import type { Basemap } from './basemapFiles';
import { joinBoxes, type GroundBox } from './framePieces';
import type { LandDrawing } from './paintTerritories';

/** Where land changed hands; null where the drawings are not of the same counties. */
export function boxOfChange(
  { counties }: Basemap,
  before: LandDrawing,
  after: LandDrawing,
): GroundBox | null {
  if (before.owners.length !== after.owners.length) return null;
  let box: GroundBox | null = null;
  for (let unit = 0; unit < after.owners.length; unit++) {
    if (before.owners[unit] !== after.owners[unit]) box = joinBoxes(box, boxOfUnit(counties, unit));
  }
  return box;
}

/** Where the land of two owners lies; null where neither has any. */
export function boxOfOwners(
  { counties }: Basemap,
  { owners }: LandDrawing,
  [one, other]: readonly [number, number],
): GroundBox | null {
  let box: GroundBox | null = null;
  owners.forEach((owner, unit) => {
    if (owner >= 0 && (owner === one || owner === other)) box = joinBoxes(box, boxOfUnit(counties, unit));
  });
  return box;
}

function boxOfUnit({ bounds }: UnitMap, unit: number): GroundBox {
  const at = 4 * unit;
  return [bounds[at]!, bounds[at + 1]!, bounds[at + 2]!, bounds[at + 3]!];
}
