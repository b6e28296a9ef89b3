import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { projectColumns } from '../../../shared/geo/projection';
import { isApproximate } from '../../../shared/model/placeLevel';
import { ArcLevels, arcsOfMap, traceLines, traceUnits } from '../../map/arcPath';
import { loadBasemap, type Basemap } from '../../map/basemapFiles';
import { DotPainter } from '../../map/DotPainter';
import type { MapFrame } from '../../map/mapFrame';
import { readToken } from '../../palette/readToken';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { BuildSummary } from '../../workers/importContract';
import { placedCount } from './fieldChoices';
import { fitFrame } from './fitFrame';
import { useImport } from './importStore';
import classes from './PlacesPanel.module.css';
import { useColorSchemeChange } from './useColorSchemeChange';

/** All dots of the file on a still map of the land they lie in, as high as its box; accounts that are placed roughly stand out. */
export function PlacesMap() {
  const build = useImport((state) => state.build);
  const format = usePlanFormat();
  const { ref, width, height } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [land, setLand] = useState<Land | null>(null);
  const scheme = useColorSchemeChange();

  useEffect(() => {
    let isGone = false;
    void loadBasemap().then((basemap) => {
      if (!isGone) setLand(prepareLand(basemap));
    });
    return () => {
      isGone = true;
    };
  }, []);

  useEffect(() => {
    if (!canvas.current || !build || width === 0 || height === 0) return;
    const ratio = window.devicePixelRatio;
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    const context = canvas.current.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const frame = fitFrame(build.lat, build.lng, width, height, ratio);
    paintLand(context, frame, land);
    paintDots(context, frame, build);
  }, [build, land, width, height, scheme]);

  return (
    <div
      ref={ref}
      className={classes.map}
      role="img"
      aria-label={
        build
          ? `Map of ${format.number(placedCount(build.placed))} accounts; their levels are listed below it`
          : 'Map'
      }
    >
      <canvas ref={canvas} />
    </div>
  );
}

interface Land {
  readonly basemap: Basemap;
  readonly world: ArcLevels;
  readonly states: ArcLevels;
  readonly water: ArcLevels;
  readonly stateLines: Int32Array;
  readonly countryLines: Int32Array;
}

function prepareLand(basemap: Basemap): Land {
  return {
    basemap,
    world: new ArcLevels(basemap.countries.arcs),
    states: new ArcLevels(basemap.states.arcs),
    water: new ArcLevels(basemap.waterArcs),
    stateLines: arcsOfMap(basemap.states),
    countryLines: arcsOfMap(basemap.countries),
  };
}

function paintLand(context: CanvasRenderingContext2D, frame: MapFrame, land: Land | null): void {
  context.fillStyle = readToken('--water');
  context.fillRect(0, 0, frame.width, frame.height);
  if (!land) return;
  const { basemap } = land;
  context.lineJoin = 'round';
  context.beginPath();
  traceUnits(context, land.world, basemap.countries, frame);
  context.fillStyle = readToken('--land-out');
  context.fill();
  context.beginPath();
  traceUnits(context, land.states, basemap.states, frame);
  context.fillStyle = readToken('--surface');
  context.fill();
  context.beginPath();
  traceUnits(context, land.water, basemap.lakes, frame);
  context.fillStyle = readToken('--water');
  context.fill();
  context.beginPath();
  traceLines(context, land.world, land.countryLines, frame);
  traceLines(context, land.states, land.stateLines, frame);
  context.strokeStyle = readToken('--land-line');
  context.lineWidth = 0.6;
  context.stroke();
}

/** Well placed ones first, so that the doubtful ones lie on top. */
function paintDots(
  context: CanvasRenderingContext2D,
  frame: MapFrame,
  { lat, lng, levels }: BuildSummary,
): void {
  const radius = lat.length > 20_000 ? 0.8 : lat.length > 1_000 ? 1.1 : 2.2;
  const dots = { ...projectColumns(lat, lng), styles: new Uint16Array(lat.length) };
  for (const isRough of [false, true]) {
    const ink = readToken(isRough ? '--over-2' : '--accent');
    const size = isRough ? radius * 2 : radius;
    const style = { radius: size, ink, halo: ink, haloWidth: 0, haloOpacity: 0, isHollow: false };
    const sheet = document.createElement('canvas');
    sheet.width = context.canvas.width;
    sheet.height = context.canvas.height;
    new DotPainter().paint(sheet, frame, dots, [style], rowsOf(levels, isRough));
    context.globalAlpha = isRough ? 1 : 0.55;
    context.drawImage(sheet, 0, 0, frame.width, frame.height);
  }
  context.globalAlpha = 1;
}

function rowsOf(levels: Uint8Array, isRough: boolean): Int32Array {
  const rows = new Int32Array(levels.length);
  let count = 0;
  for (let row = 0; row < levels.length; row++) {
    if (isApproximate(levels[row]!) === isRough) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
