import type { UnitLevel } from '../model/exception';

/** Where the outlines of a kind of unit are: a file of assets/data/map and a layer in it. */
export interface UnitLayer {
  readonly file: 'regions.topo.gz' | 'unitedStates.topo.gz' | 'zip3.topo.gz';
  readonly layer: string;
  /** Outlines that nobody has drawn officially; told wherever they are shown. */
  readonly isApproximate: boolean;
}

/**
 * The layers of units. Ids: ISO 3166-1 "US", ISO 3166-2 "US-CA" (Great Britain and Slovenia "GB-Scotland", by
 * region), FIPS "06075", state and ZIP3 "CA-941". Read a layer by readUnitMap(topology, layer), what borders on what
 * by neighboursOfUnits.
 */
export const UNIT_LAYERS: Readonly<Record<UnitLevel, UnitLayer>> = {
  country: { file: 'regions.topo.gz', layer: 'countries', isApproximate: false },
  region: { file: 'regions.topo.gz', layer: 'regions', isApproximate: false },
  county: { file: 'unitedStates.topo.gz', layer: 'counties', isApproximate: false },
  zip3: { file: 'zip3.topo.gz', layer: 'zip3', isApproximate: true },
};
