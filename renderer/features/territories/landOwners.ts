import type { NeighbourRows } from '../../../shared/geo/contiguity';
import {
  DEFAULT_BRIDGES,
  unitNeighbours,
  withBridges,
  type UnitBridges,
} from '../../../shared/geo/unitBridges';
import type { UnitMap } from '../../../shared/geo/unitMap';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { LandOwners } from '../../../shared/plan/territoryShapes';
import type { Basemap } from '../../map/basemapFiles';
import { keepWhileSame } from '../../map/keepWhileSame';

const bridged = keepWhileSame((map: UnitMap, bridges: UnitBridges): NeighbourRows =>
  withBridges(unitNeighbours(map), map.ids, bridges),
);

/** The counties and whose each is, with the plan's bridges over water; null until the base map is read. */
export function landOwners(
  plan: Pick<PlanDocument, 'unitBridges'>,
  basemap: Basemap | null,
  owners: Int32Array | null,
): LandOwners | null {
  if (!basemap || !owners) return null;
  const { counties } = basemap;
  return { map: counties, owners, neighbours: bridged(counties, plan.unitBridges ?? DEFAULT_BRIDGES) };
}
