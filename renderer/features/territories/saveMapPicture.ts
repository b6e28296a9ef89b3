import { readToken } from '../../palette/readToken';
import { TERRITORY_COLORS } from '../../palette/territoryColors';

/** A line of the table beside the map. */
export interface PictureRow {
  readonly name: string;
  /** Index of the palette; null = no colour. */
  readonly colorIndex: number | null;
  readonly index: string;
  readonly accounts: string;
}

const WIDTH_OF_TABLE = 300;
const HEAD = 56;
const LINE = 20;
const EDGE = 16;
const FAMILY = '"Inter Variable", system-ui, sans-serif';

/**
 * The map with title and table, as a PNG that is saved as a download.
 * @param map what the map shows now @param ratio device pixels a CSS pixel
 */
export async function saveMapPicture(
  map: HTMLCanvasElement,
  ratio: number,
  title: string,
  subtitle: string,
  rows: readonly PictureRow[],
): Promise<void> {
  const picture = drawPicture(map, ratio, title, subtitle, rows);
  const blob = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The picture is too large for this computer. Make the window smaller.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${title} - map.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function drawPicture(
  map: HTMLCanvasElement,
  ratio: number,
  title: string,
  subtitle: string,
  rows: readonly PictureRow[],
): HTMLCanvasElement {
  const mapWidth = map.width / ratio;
  const height = Math.max(map.height / ratio, rows.length * LINE + 2 * EDGE + LINE) + HEAD;
  const picture = document.createElement('canvas');
  picture.width = Math.round((mapWidth + WIDTH_OF_TABLE) * ratio);
  picture.height = Math.round(height * ratio);
  const context = picture.getContext('2d')!;
  context.fillStyle = readToken('--surface');
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(map, 0, Math.round(HEAD * ratio));
  context.scale(ratio, ratio);
  context.fillStyle = readToken('--text');
  context.font = `600 18px ${FAMILY}`;
  context.fillText(title, EDGE, 26);
  context.fillStyle = readToken('--text-2');
  context.font = `450 12px ${FAMILY}`;
  context.fillText(subtitle, EDGE, 44);
  drawTable(context, mapWidth + EDGE, HEAD + EDGE, rows);
  return picture;
}

function drawTable(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  rows: readonly PictureRow[],
): void {
  const right = left + WIDTH_OF_TABLE - 2 * EDGE;
  const line = (y: number, name: string, index: string, accounts: string) => {
    context.textAlign = 'left';
    context.fillText(name, left + 18, y, 150);
    context.textAlign = 'right';
    context.fillText(index, right - 70, y);
    context.fillText(accounts, right, y);
  };
  context.font = `560 11px ${FAMILY}`;
  context.fillStyle = readToken('--text-3');
  line(top + 10, 'Territory', 'Index', 'Accounts');
  context.font = `450 12px ${FAMILY}`;
  rows.forEach(({ name, colorIndex, index, accounts }, at) => {
    const y = top + (at + 1) * LINE + 10;
    const color = colorIndex === null ? undefined : TERRITORY_COLORS[colorIndex];
    if (color) {
      context.fillStyle = color.solid;
      context.fillRect(left, y - 9, 10, 10);
    }
    context.fillStyle = readToken('--text');
    line(y, name, index, accounts);
  });
}
