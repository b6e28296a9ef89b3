import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Compactness } from '../../../shared/measures/compactness';
import { territoryShapes } from '../../../shared/plan/territoryShapes';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { Fact } from './Fact';
import { landOwners } from './landOwners';
import classes from './Inspector.module.css';
import { useLaterData } from './shownData';
import type { TerritoriesData } from './useTerritoriesData';

/** Land of the open territory: pieces, compactness, reach. An edit's index and pay are on screen before it. */
export function InspectorShape({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, basemap, owners } = useLaterData();
  const index = data.selectedIndex;
  const format = usePlanFormat();
  const figures = evaluation.territories;
  const shape = useMemo(() => {
    if (!figures.assignable.includes(index)) return null;
    return (
      territoryShapes(plan, scenario, figures, landOwners(plan, basemap, owners), [index])[index] ?? null
    );
  }, [plan, scenario, figures, basemap, owners, index]);
  const unitCount = useMemo(
    () => owners?.reduce((count, owner) => count + (owner === index ? 1 : 0), 0) ?? 0,
    [owners, index],
  );
  if (!shape) return null;
  const { compactness, pieceCount, source, spreadKm2, driveHours } = shape;
  return (
    <>
      {driveHours !== null && (
        <Fact label="Driving, all activity, est.">{format.number(driveHours, 0)} h</Fact>
      )}
      {unitCount > 0 && (
        <Fact label="Contiguity">
          <span className={classes.withIcon} data-tone={pieceCount === 1 ? 'ok' : 'plain'}>
            {pieceCount === 1 ? (
              <IconCircleCheck size={14} stroke={1.6} aria-hidden />
            ) : (
              <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
            )}
            {pieceCount === 1 ? 'One piece' : `${format.number(pieceCount)} pieces`},{' '}
            {format.number(unitCount)} {unitCount === 1 ? 'county' : 'counties'}
          </span>
        </Fact>
      )}
      {compactness && (
        <>
          <Fact label={source === 'hull' ? 'Polsby-Popper, round its accounts' : 'Polsby-Popper'}>
            <span title={`4πA/P², 1 is a circle: ${land(compactness, format)}`}>
              {format.number(compactness.polsbyPopper, 2)}
            </span>
          </Fact>
          <Fact label="Reock">
            <span title="Share of the smallest circle round it; 1 is a circle">
              {format.number(compactness.reock, 2)}
            </span>
          </Fact>
          <Fact label="Share of its hull">
            <span title="Share of its convex hull; 1 has no dents">
              {format.number(compactness.hullRatio, 2)}
            </span>
          </Fact>
        </>
      )}
      {!Number.isNaN(spreadKm2) && (
        <Fact label="Spread of accounts">{format.distance(Math.sqrt(spreadKm2))}</Fact>
      )}
    </>
  );
}

function land({ areaKm2, perimeterKm }: Compactness, format: PlanFormat): string {
  return `${format.number(areaKm2, 0)} km², border ${format.number(perimeterKm, 0)} km`;
}
