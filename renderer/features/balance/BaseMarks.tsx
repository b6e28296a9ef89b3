import { mercatorX, mercatorY } from '../../../shared/geo/projection';
import type { Territory } from '../../../shared/model/territory';
import type { MapView, TerritoryMap } from '../../map/TerritoryMap';
import classes from './BalanceMap.module.css';

interface BaseMarksProps {
  readonly map: TerritoryMap;
  /** Where the map looks: marks are drawn anew when it moves. */
  readonly view: MapView;
  readonly territories: readonly Territory[];
}

/** So few bases have room for the names of their cities; of many, the territories' labels say them. */
const NAMED_UP_TO = 6;

/** Proposed bases over the map, by the name of their city. */
export function BaseMarks({ map, view, territories }: BaseMarksProps) {
  const size = map.size();
  const isNamed = territories.length <= NAMED_UP_TO;
  return (
    <svg
      className={classes.arrows}
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      data-zoom={view.zoom}
      role="img"
      aria-label={`Proposed bases: ${territories.map(({ base }) => base?.name).join('; ')}`}
    >
      {territories.map(({ id, base }) => {
        if (!base) return null;
        const { left, top } = map.toPixels({ x: mercatorX(base.lng), y: mercatorY(base.lat) });
        return (
          <g key={id} transform={`translate(${left} ${top})`} className={classes.base}>
            <path d="M-6 1L0 -6L6 1V7H-6Z" />
            {isNamed && (
              <text y={20} textAnchor="middle">
                {base.name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
