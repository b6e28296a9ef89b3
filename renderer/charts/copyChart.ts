import { readToken } from '../palette/readToken';
import { tableAsTsv, type ChartTable } from './chartTable';

/** Properties that a picture of its own needs, since it leaves the page's style sheets behind. */
const KEPT_STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'opacity',
  'font',
  'font-family',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
  'paint-order',
] as const;

/** Puts a chart's figures on the clipboard as text that pastes into a spreadsheet. */
export async function copyTable(table: ChartTable): Promise<void> {
  await navigator.clipboard.writeText(tableAsTsv(table));
}

/** Puts a chart on the clipboard as a picture of twice its size on screen. */
export async function copyPicture(svg: SVGSVGElement): Promise<void> {
  const picture = drawChart(svg, 2);
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
}

async function drawChart(svg: SVGSVGElement, scale: number): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standAlone(svg, width, height))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The picture could not be drawn.');
  context.fillStyle = readToken('--surface');
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.')))),
  );
}

/** The chart with the styles it has on the page written into it. */
function standAlone(svg: SVGSVGElement, width: number, height: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const styles = getComputedStyle(original);
    const kept = KEPT_STYLES.map((name) => `${name}:${styles.getPropertyValue(name)}`).join(';');
    copies[index]!.setAttribute('style', kept);
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}
