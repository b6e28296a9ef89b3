import PptxGenJS from 'pptxgenjs';
import type {
  BarsSlide,
  Deck,
  FiguresSlide,
  MapSlide,
  Slide,
  TableSlide,
} from '../../shared/io/export/deck/deck';

/** Inches of a 16:9 slide, and the margin that content keeps. */
const WIDTH = 13.33;
const HEIGHT = 7.5;
const MARGIN = 0.6;
const TOP = 1.45;
const INK = '1B222C';
const MUTED = '636D7B';
const LINE = 'CDD3DA';
const FONT = 'Calibri';
/** A shape of points; the package's types leave its name out of their list. */
const CUSTOM_GEOMETRY = 'custGeom' as PptxGenJS.SHAPE_NAME;

type Page = PptxGenJS.Slide;

/** The deck as the bytes of a PowerPoint file; charts and map are native shapes that can be edited. */
export async function pptxBytes(deck: Deck): Promise<Uint8Array> {
  const writer = new PptxGenJS();
  writer.layout = 'LAYOUT_WIDE';
  writer.title = deck.title;
  writer.author = 'Evenland';
  writer.company = '';
  deck.slides.forEach((slide, position) => drawSlide(writer.addSlide(), slide, writer, position + 1));
  return (await writer.write({ outputType: 'uint8array' })) as Uint8Array;
}

function drawSlide(page: Page, slide: Slide, writer: PptxGenJS, number: number): void {
  page.background = { color: 'FFFFFF' };
  if (slide.kind === 'title') return drawTitle(page, slide.title, slide.lines);
  page.addText(slide.title, textBox(MARGIN, 0.4, WIDTH - 2 * MARGIN, 0.6, { fontSize: 26, bold: true }));
  if (slide.lead !== '')
    page.addText(slide.lead, textBox(MARGIN, 0.95, WIDTH - 2 * MARGIN, 0.4, { fontSize: 13, color: MUTED }));
  page.addText(
    String(number),
    textBox(WIDTH - 1.2, HEIGHT - 0.45, 0.6, 0.3, { fontSize: 10, color: MUTED, align: 'right' }),
  );
  switch (slide.kind) {
    case 'figures':
      return drawFigures(page, slide, writer);
    case 'map':
      return drawMap(page, slide);
    case 'bars':
      return drawBars(page, slide, writer);
    case 'table':
      return drawTable(page, slide);
  }
}

function textBox(
  x: number,
  y: number,
  w: number,
  h: number,
  look: PptxGenJS.TextPropsOptions,
): PptxGenJS.TextPropsOptions {
  return { x, y, w, h, margin: 0, color: INK, fontFace: FONT, valign: 'top', fit: 'shrink', ...look };
}

function drawTitle(page: Page, title: string, lines: readonly string[]): void {
  page.addText(title, textBox(MARGIN, 2.5, WIDTH - 2 * MARGIN, 0.9, { fontSize: 38, bold: true }));
  const text = lines.filter((line) => line !== '').join('\n');
  page.addText(text, textBox(MARGIN, 3.5, WIDTH - 2 * MARGIN, 1.4, { fontSize: 18, color: MUTED }));
}

function drawFigures(page: Page, { figures }: FiguresSlide, writer: PptxGenJS): void {
  const columns = 3;
  const width = (WIDTH - 2 * MARGIN - 0.3 * (columns - 1)) / columns;
  const height = 1.6;
  figures.forEach(({ label, value, note }, position) => {
    const x = MARGIN + (position % columns) * (width + 0.3);
    const y = TOP + 0.1 + Math.floor(position / columns) * (height + 0.25);
    page.addShape(writer.ShapeType.rect, {
      x,
      y,
      w: width,
      h: height,
      fill: { color: 'F7F8FA' },
      line: { color: LINE, width: 0.75 },
    });
    page.addText(label, textBox(x + 0.2, y + 0.15, width - 0.4, 0.3, { fontSize: 13, color: MUTED }));
    page.addText(value, textBox(x + 0.2, y + 0.45, width - 0.4, 0.6, { fontSize: 26, bold: true }));
    page.addText(note, textBox(x + 0.2, y + 1.08, width - 0.4, 0.45, { fontSize: 11, color: MUTED }));
  });
}

/** Areas as shapes of their own: in PowerPoint one can be moved, coloured or named anew. */
function drawMap(page: Page, { areas, heightShare }: MapSlide): void {
  const scale = Math.min(WIDTH - 2 * MARGIN, (HEIGHT - TOP - 0.6) / Math.max(heightShare, 1e-9));
  const left = (WIDTH - scale) / 2;
  for (const { name, color, rings } of areas) {
    if (rings.length === 0) continue;
    const points = rings.flat();
    const [west, east] = extentOf(points.map(([x]) => x));
    const [north, south] = extentOf(points.map(([, y]) => y));
    page.addShape(CUSTOM_GEOMETRY, {
      x: left + west * scale,
      y: TOP + north * scale,
      w: Math.max((east - west) * scale, 0.01),
      h: Math.max((south - north) * scale, 0.01),
      objectName: name,
      fill: { color: color.slice(1), transparency: 35 },
      line: { color: INK, width: 0.5 },
      points: rings.flatMap((ring) => [
        ...ring.map(([x, y], at) => ({ x: (x - west) * scale, y: (y - north) * scale, moveTo: at === 0 })),
        { close: true as const },
      ]),
    });
  }
  for (const { name, label } of areas) {
    if (!label.every(Number.isFinite)) continue;
    const box = textBox(left + label[0] * scale - 0.75, TOP + label[1] * scale - 0.11, 1.5, 0.22, {
      fontSize: 9,
      bold: true,
      align: 'center',
      valign: 'middle',
      wrap: false,
    });
    page.addText(name, box);
  }
}

function extentOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function drawBars(page: Page, { bars, seriesName }: BarsSlide, writer: PptxGenJS): void {
  const series = [
    { name: seriesName, labels: bars.map(({ name }) => name), values: bars.map(({ value }) => value) },
  ];
  page.addChart(writer.ChartType.bar, series, {
    x: MARGIN,
    y: TOP,
    w: WIDTH - 2 * MARGIN,
    h: HEIGHT - TOP - 0.6,
    barDir: 'col',
    barGapWidthPct: 40,
    chartColors: bars.map(({ color }) => color.slice(1)),
    catAxisLabelFontSize: 9,
    catAxisLabelColor: INK,
    catAxisLabelRotate: bars.length > 12 ? 315 : 0,
    valAxisLabelFontSize: 9,
    valAxisLabelColor: MUTED,
    valGridLine: { color: 'E6E9ED', size: 0.5 },
    showValue: bars.length <= 24,
    dataLabelFontSize: 9,
    dataLabelColor: INK,
    dataLabelFormatCode: '0',
    showLegend: false,
  });
}

function drawTable(page: Page, { columns, rows }: TableSlide): void {
  const cellOf =
    (isHeader: boolean) =>
    (text: string, position: number): PptxGenJS.TableCell => ({
      text,
      options: {
        align: columns[position]?.isNumber ? 'right' : 'left',
        bold: isHeader,
        color: isHeader ? MUTED : INK,
        border: [
          { type: 'none' },
          { type: 'none' },
          { type: 'solid', pt: isHeader ? 1 : 0.5, color: LINE },
          { type: 'none' },
        ],
      },
    });
  const headers = columns.map(({ header }) => header);
  page.addTable([headers.map(cellOf(true)), ...rows.map((row) => row.map(cellOf(false)))], {
    x: MARGIN,
    y: TOP,
    w: WIDTH - 2 * MARGIN,
    rowH: 0.34,
    fontFace: FONT,
    fontSize: 12,
    valign: 'middle',
  });
}
