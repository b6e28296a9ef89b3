import { useState } from 'react';
import type { ClosedLine } from '../../../shared/geo/lassoSelect';
import type { TerritoryLabel } from '../../map/placeLabels';
import type { MapView, TerritoryMap } from '../../map/TerritoryMap';
import { useRolePreview } from '../../state/activeRole';
import { useViewStore } from '../../state/viewStore';
import classes from './MapStage.module.css';
import { placeCard, type PixelBox } from './placeCard';
import { PreviewCard } from './PreviewCard';
import type { TerritoriesData } from './useTerritoriesData';
import type { PlacedLabel } from './useTerritoryLabels';

const CARD_WIDTH_PX = 306;

interface CardOnMapProps {
  readonly data: TerritoriesData;
  readonly map: TerritoryMap;
  readonly shape: ClosedLine | null;
  readonly labels: readonly PlacedLabel[];
  /** Where the map looks; the card follows the shape when it moves. */
  readonly view: MapView | null;
}

/** The preview card beside the shape. */
export function CardOnMap({ data, map, shape, labels, view }: CardOnMapProps) {
  const picked = useViewStore((state) => state.mapPreview);
  const preview = useRolePreview();
  const [heightPx, setHeightPx] = useState(260);
  if (!picked || !preview || !view) return null;
  const size = map.size();
  const receiver = labels.find(
    ({ territory }) => data.scenario.territories[territory]?.id === picked.territoryId,
  );
  const isNarrow = window.innerWidth <= 1100;
  const spot = placeCard({
    mapWidth: size.width,
    mapHeight: size.height,
    cardWidth: CARD_WIDTH_PX,
    cardHeight: heightPx,
    shape: shape && !isNarrow ? boxOfShape(map, shape) : null,
    label: receiver ? boxOfLabel(map, receiver) : null,
    controls: [
      { left: 0, top: 0, right: 50, bottom: 310 },
      { left: 0, top: size.height - 110, right: 260, bottom: size.height },
      { left: size.width - 50, top: size.height - 180, right: size.width, bottom: size.height },
    ],
  });
  return (
    <div className={classes.card} data-map-control style={spot}>
      <PreviewCard data={data} picked={picked} preview={preview} onHeight={setHeightPx} />
    </div>
  );
}

function boxOfShape(map: TerritoryMap, line: ClosedLine): PixelBox {
  const xs = line.filter((_, at) => at % 2 === 0);
  const ys = line.filter((_, at) => at % 2 === 1);
  const corner = map.toPixels({ x: Math.min(...xs), y: Math.min(...ys) });
  const opposite = map.toPixels({ x: Math.max(...xs), y: Math.max(...ys) });
  return { ...corner, right: opposite.left, bottom: opposite.top };
}

function boxOfLabel(map: TerritoryMap, label: TerritoryLabel): PixelBox {
  const { left, top } = map.toPixels(label);
  const half = label.name.length * 3.5;
  return { left: left - half, right: left + half, top: top - 14, bottom: top + 14 };
}
