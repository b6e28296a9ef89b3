import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus, IconPrinter, type Icon } from '@tabler/icons-react';
import { memo } from 'react';
import { mercatorY } from '../../../shared/geo/projection';
import { scaleBar } from '../../map/scaleBar';
import type { MapView } from '../../map/TerritoryMap';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './MapControls.module.css';

interface MapZoomProps {
  readonly onZoom: (steps: number) => void;
  readonly onFit: () => void;
  /** Opens the ways to put the map on paper or into a picture. */
  readonly onPrint: () => void;
  readonly view: MapView | null;
}

/** Zoom buttons, the way back to the whole plan, and the scale in the plan's unit. */
export const MapZoom = memo(function MapZoom({ onZoom, onFit, onPrint, view }: MapZoomProps) {
  const { distanceUnit } = usePlanFormat();
  const bar = view ? scaleBar(view.zoom, mercatorY(view.lat), distanceUnit) : null;
  return (
    <>
      <div
        className={classes.zoom}
        data-map-control
        role="toolbar"
        aria-label="Zoom"
        aria-orientation="vertical"
      >
        <ZoomButton label="Zoom in" icon={IconPlus} onClick={() => onZoom(1)} />
        <ZoomButton label="Zoom out" icon={IconMinus} onClick={() => onZoom(-1)} />
        <ZoomButton label="Fit plan" icon={IconMaximize} onClick={onFit} />
        <ZoomButton label="Print and picture" icon={IconPrinter} onClick={onPrint} />
      </div>
      {bar && (
        <div className={classes.scale} data-map-note>
          <span className={classes.bar} style={{ width: bar.widthPx }} />
          {bar.text}
        </div>
      )}
    </>
  );
});

interface ZoomButtonProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: () => void;
}

function ZoomButton({ label, icon: ButtonIcon, onClick }: ZoomButtonProps) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon size={30} className={classes.tool} aria-label={label} onClick={onClick}>
        <ButtonIcon size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
