import { hatchPattern } from '../../../map/paintTerritories';
import { paperMm, type PaperSize } from '../../../state/printChoices';
import { paintMapPage, sizeForRows, type PageSize } from './paintMapPage';
import { browserMeasure, svgDrawing } from './svgDrawing';
import type { PrintedMap } from './usePrintedMap';

const PIXELS_A_MM = 96 / 25.4;
/** 288 dots an inch. */
const PICTURE_RATIO = 3;

/** A sheet in CSS pixels. */
export function sheetSize(paper: PaperSize, isLandscape: boolean): PageSize {
  const [width, height] = paperMm(paper, isLandscape);
  return { width: width * PIXELS_A_MM, height: height * PIXELS_A_MM };
}

/** Map, legend and table as an SVG; as long as the table needs where it is no page. */
export function mapSvg({ page, theme }: PrintedMap, size: PageSize): string {
  const length = [size.width, size.height].map((px) => `${(px / PIXELS_A_MM).toFixed(1)}mm`);
  return svgDrawing(
    {
      size,
      title: `${page.title}, ${page.subtitle}`,
      length: [length[0]!, length[1]!],
      theme,
      measure: browserMeasure(),
      prefix: 'map-',
    },
    (context, hatch) => paintMapPage(context, size, page, theme, hatch),
  );
}

/** The same as a canvas. @param ratio device pixels a CSS pixel */
export function mapCanvas({ page, theme }: PrintedMap, size: PageSize, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  paintMapPage(context, size, page, theme, hatchPattern(context, { left: 0, top: 0 }, theme));
  return canvas;
}

/** Saves map, legend and table as a file. @throws Error where the picture is too large for this computer */
export async function saveMapFile(
  map: PrintedMap,
  kind: 'png' | 'svg',
  sheet: PageSize,
  name: string,
): Promise<void> {
  const size = sizeForRows(sheet, map.page.rows.length);
  const blob =
    kind === 'svg'
      ? new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${mapSvg(map, size)}`], { type: 'image/svg+xml' })
      : await new Promise<Blob | null>((resolve) =>
          mapCanvas(map, size, PICTURE_RATIO).toBlob(resolve, 'image/png'),
        );
  if (!blob) throw new Error('The picture is too large for this computer. Save it as SVG or PDF.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
