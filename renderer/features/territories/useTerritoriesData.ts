import { useCallback, useMemo } from 'react';
import type { Neighbours } from '../../../shared/geo/adjacency';
import { findAttribute, type MeasureColumn } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { unitOwners } from '../../../shared/plan/unitOwners';
import type { Basemap } from '../../map/basemapFiles';
import { labelPlaces, trackLand, withClaims, type LabelPlaces } from '../../map/land';
import { dotSizesOf, readMapPoints, type DotSizes, type MapPoints } from '../../map/mapAccounts';
import { useBasemap } from '../../map/useBasemap';
import { useRoleEvaluation, useRoleScenario } from '../../state/activeRole';
import { usePlanStore } from '../../state/planStore';
import { useViewStore } from '../../state/viewStore';

/**
 * What every part of the screen reads: the plan on screen, its figures, and how it lies on the land. Scenario and
 * figures are those of the alignment in work, the primary or an overlay.
 */
export interface TerritoriesData {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
  readonly places: MapPoints;
  readonly sizes: DotSizes;
  /** The measure that dots follow in size and lists in order; null = the plan has none. */
  readonly mainMeasure: MeasureColumn | null;
  readonly colorIndices: readonly number[];
  /** Null until the base map is read. */
  readonly basemap: Basemap | null;
  readonly mapProblem: string | null;
  /** County of each row, −1 = none; null until the base map is read. */
  readonly unitOfRow: Int32Array | null;
  readonly unitCount: number;
  /** Owner of each county. */
  readonly owners: Int32Array | null;
  /** Finds territories that touch, by territory index; [] until the base map is read. Not all that draws asks. */
  readonly neighbours: () => Neighbours;
  /** Where each territory's name stands on the map. */
  readonly labelSpots: LabelPlaces;
  /** Index of the territory in the inspector, −1 = none. */
  readonly selectedIndex: number;
}

/** Gathers the screen's data; null while no plan is open or its figures are not there. */
export function useTerritoriesData(): TerritoriesData | null {
  const plan = usePlanStore((state) => state.plan);
  const scenario = useRoleScenario();
  const evaluation = useRoleEvaluation();
  const selectedId = useViewStore((view) => view.selectedTerritoryId);
  const { basemap, problem } = useBasemap();

  const { lat, lng, placeLevels, removed } = plan?.accounts ?? NO_PLACES;
  const places = useMemo(
    () => readMapPoints({ lat, lng, placeLevels, removed }),
    [lat, lng, placeLevels, removed],
  );
  const mainMeasure = useMemo(() => mainMeasureOf(plan, scenario), [plan, scenario]);
  const sizes = useDotSizes(plan, mainMeasure);
  const tracker = useMemo(() => (basemap ? trackLand(basemap, places) : null), [basemap, places]);
  const assignment = evaluation?.territories.assignment ?? null;
  const rows = evaluation?.territories.rows ?? null;
  const territoryCount = scenario?.territories.length ?? 0;
  const accountOwners = useMemo(
    () => (assignment && assignment.length === lat.length ? (tracker?.ownersOf(assignment) ?? null) : null),
    [tracker, assignment, lat],
  );
  const claims = useCountyClaims(scenario, basemap);
  const owners = useMemo(
    () => (accountOwners ? withClaims(accountOwners, claims) : null),
    [accountOwners, claims],
  );
  const neighbours = useCallback(
    () =>
      tracker && assignment && owners
        ? tracker.neighboursOf(assignment, owners, territoryCount)
        : NO_NEIGHBOURS,
    [tracker, assignment, owners, territoryCount],
  );
  const labelSpots = useMemo(() => {
    if (!rows || assignment?.length !== lat.length) return NO_SPOTS;
    return tracker && owners
      ? tracker.labelPlacesOf(owners, rows, territoryCount)
      : labelPlaces(null, null, places, assignment, territoryCount);
  }, [tracker, places, assignment, owners, rows, lat, territoryCount]);
  const territories = scenario?.territories;
  const colorIndices = useMemo(
    () => territories?.map((territory) => territory.colorIndex ?? -1) ?? [],
    [territories],
  );
  if (!plan || !scenario || evaluation?.scenarioId !== scenario.id) return null;
  // For a moment after an edit of rows the figures are still those of the plan before.
  if (evaluation.territories.assignment.length !== plan.accounts.rowCount) return null;
  const selectedIndex = scenario.territories.findIndex(
    ({ id, isRemoved }) => id === selectedId && !isRemoved,
  );
  return {
    plan,
    scenario,
    evaluation,
    places,
    sizes,
    mainMeasure,
    colorIndices,
    basemap,
    mapProblem: problem,
    unitOfRow: tracker?.units.unitOfRow ?? null,
    unitCount: basemap?.counties.ids.length ?? 0,
    owners,
    neighbours,
    labelSpots,
    selectedIndex,
  };
}

/** How large each dot is: by the measure chosen for size, else by segment, else by the main measure. */
function useDotSizes(plan: PlanDocument | null, mainMeasure: MeasureColumn | null): DotSizes {
  const removed = plan?.accounts.removed ?? NO_PLACES.removed;
  const segment = plan ? findAttribute(plan.accounts, 'segment') : null;
  const sizeId = useViewStore((view) => view.mapSizeId);
  const sizeMeasure = plan?.accounts.measures.find(({ id }) => id === sizeId) ?? null;
  return useMemo(
    () => dotSizesOf(removed.length, sizeMeasure ? null : segment, sizeMeasure ?? mainMeasure, removed),
    [segment, sizeMeasure, mainMeasure, removed],
  );
}

/** Who claims each county; null where no unit is claimed. */
function useCountyClaims(scenario: Scenario | null, basemap: Basemap | null) {
  const territories = scenario?.territories;
  const layers = scenario?.alignments[0]?.layers;
  return useMemo(
    () =>
      basemap && territories && layers && layers.length > 0
        ? unitOwners({ territories }, { layers }, 'county', basemap.counties.ids)
        : null,
    [basemap, territories, layers],
  );
}

const NO_NEIGHBOURS: Neighbours = [];
const NO_SPOTS: LabelPlaces = [];
const NO_PLACES = {
  lat: new Float64Array(0),
  lng: new Float64Array(0),
  placeLevels: new Uint8Array(0),
  removed: new Uint8Array(0),
};

function mainMeasureOf(plan: PlanDocument | null, scenario: Scenario | null): MeasureColumn | null {
  const measures = plan?.accounts.measures ?? [];
  const named = scenario?.measures[0]?.measureId;
  return measures.find(({ id }) => id === named) ?? measures[0] ?? null;
}
