import { mercatorX, mercatorY } from '../../../shared/geo/projection';
import type { TerritoryTravel } from '../../../shared/measures/travel';
import type { TerritoryLabel } from '../../map/placeLabels';
import type { MapView, TerritoryMap } from '../../map/TerritoryMap';
import { arrowOf, type PixelPoint } from './arrowOf';
import { BADGE_HEIGHT, badgePlaces } from './badgePlaces';
import classes from './BalanceMap.module.css';
import type { Flow } from './proposal';

interface MoveArrowsProps {
  readonly map: TerritoryMap;
  /** Where the map looks: arrows are drawn anew when it moves. */
  readonly view: MapView;
  readonly flows: readonly Flow[];
  /** Names on the map, which counts keep clear of. */
  readonly labels: readonly TerritoryLabel[];
  readonly hubs: Pick<TerritoryTravel, 'hubLat' | 'hubLng'>;
}

/** So many of the largest flows are drawn; more would hide the map. A narrow map gets fewer. */
const MOST_ARROWS = 20;
const PX_AN_ARROW = 36;
/** Smaller flows are in the table only. */
const LEAST_DRAWN = 3;
/** A count stands on arrows of so many accounts or more. */
const LEAST_COUNTED = 8;

/** Flows of accounts between territories, as arrows over the map. */
export function MoveArrows({ map, view, flows, labels, hubs }: MoveArrowsProps) {
  const size = map.size();
  const pixel = (x: number, y: number): PixelPoint => {
    const { left, top } = map.toPixels({ x, y });
    return { x: left, y: top };
  };
  const hub = (territory: number): PixelPoint =>
    pixel(mercatorX(hubs.hubLng[territory]!), mercatorY(hubs.hubLat[territory]!));
  const least = Math.min(LEAST_DRAWN, flows[0]?.count ?? 0);
  const most = Math.min(MOST_ARROWS, Math.floor(size.width / PX_AN_ARROW));
  const shown = flows
    .filter((flow, at) => at < most && flow.count >= least)
    .flatMap((flow) => {
      const arrow = arrowOf(pixel(flow.x, flow.y), hub(flow.from), hub(flow.to));
      return arrow ? [{ flow, arrow, width: 10 + String(flow.count).length * 6.6 }] : [];
    });
  const counted = shown.filter(({ flow }) => flow.count >= LEAST_COUNTED);
  const places = badgePlaces(
    counted.map(({ arrow, width }) => ({ places: arrow.places, width })),
    map.takenBoxes(labels),
    size,
  );
  return (
    <svg
      className={classes.arrows}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      data-zoom={view.zoom}
      aria-hidden
    >
      {shown.map(({ flow, arrow }) => (
        <g key={`${flow.from} ${flow.to}`}>
          <path d={arrow.line} className={classes.casing} />
          <path d={arrow.line} className={classes.arrow} />
          <path d={arrow.head} className={classes.head} />
        </g>
      ))}
      {counted.map(({ flow, width }, at) => {
        const place = places[at];
        if (!place) return null;
        return (
          <g key={`${flow.from} ${flow.to}`} transform={`translate(${place.x} ${place.y})`}>
            <rect
              className={classes.pill}
              x={-width / 2}
              y={-BADGE_HEIGHT / 2}
              width={width}
              height={BADGE_HEIGHT}
              rx={BADGE_HEIGHT / 2}
            />
            <text className={classes.count} y={4} textAnchor="middle">
              {String(flow.count)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
