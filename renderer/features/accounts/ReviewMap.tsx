import { useEffect, useMemo } from 'react';
import { latOfY, lngOfX, mercatorX, mercatorY } from '../../../shared/geo/projection';
import type { AccountTable } from '../../../shared/model/accountTable';
import { PLACE_LEVELS, type PlaceLevel } from '../../../shared/model/placeLevel';
import { dotSizesOf, readMapPoints } from '../../map/mapAccounts';
import { useBasemap } from '../../map/useBasemap';
import { useTerritoryMap } from '../../map/useTerritoryMap';
import { useResultStore } from '../../state/resultStore';
import { useActiveScenario } from '../../state/activeScenario';
import { placeByHand } from './placeByHand';
import classes from './PlaceReview.module.css';

interface ReviewMapProps {
  readonly accounts: AccountTable;
  readonly row: number;
  readonly planId: string;
}

/** How much land is shown round a place, by how well it is known; share of the world's width. */
const SPANS: Readonly<Partial<Record<PlaceLevel, number>>> = {
  country: 0.12,
  region: 0.03,
  county: 0.004,
  zip3: 0.008,
};
const SPAN = 0.003;
/** West, north, east, south of the 48 states in the unit square, where nothing is known. */
const HOME = [0.153, 0.34, 0.316, 0.43] as const;
const NOTHING_TO_DO = (): void => undefined;

/** The map round the account; a click on it is its place. */
export function ReviewMap({ accounts, row, planId }: ReviewMapProps) {
  const { basemap } = useBasemap();
  const assignment = useResultStore((state) => state.evaluation?.territories.assignment ?? null);
  const territories = useActiveScenario()?.territories;
  const { ref, map } = useTerritoryMap(
    `${planId} review`,
    {
      onDraft: NOTHING_TO_DO,
      onShape: NOTHING_TO_DO,
      onBrush: NOTHING_TO_DO,
      onClick: ({ x, y }) => placeByHand(row, latOfY(y), lngOfX(x)),
      onHover: NOTHING_TO_DO,
    },
    NOTHING_TO_DO,
  );
  const places = useMemo(() => readMapPoints(accounts), [accounts]);
  const sizes = useMemo(
    () => dotSizesOf(accounts.rowCount, null, null, accounts.removed),
    [accounts.rowCount, accounts.removed],
  );

  useEffect(() => {
    if (map && basemap) map.setBasemap(basemap);
  }, [map, basemap]);
  useEffect(() => map?.setAccounts(places, sizes), [map, places, sizes]);
  useEffect(() => {
    if (!map || !assignment || assignment.length !== accounts.rowCount) return;
    const colorIndices = (territories ?? []).map((territory) => territory.colorIndex ?? 0);
    map.setAlignment({ assignment, colorIndices, owners: null });
  }, [map, assignment, territories, accounts.rowCount]);
  useEffect(() => {
    if (!map) return;
    map.setSelection(Int32Array.of(row));
    const lat = accounts.lat[row]!;
    const level = PLACE_LEVELS[accounts.placeLevels[row]!] ?? 'none';
    if (Number.isNaN(lat)) {
      map.fit(HOME, false);
      return;
    }
    const [x, y] = [mercatorX(accounts.lng[row]!), mercatorY(lat)];
    const half = (SPANS[level] ?? SPAN) / 2;
    map.fit([x - half, y - half, x + half, y + half], false);
  }, [map, row, accounts]);

  return (
    <div ref={ref} className={classes.map} role="application" aria-label="Map to place the account on" />
  );
}
