import { TERRITORY_SOLIDS } from '../../../model/territoryPalette';
import type { ExportContext } from '../exportContext';
import { repsByTerritory } from '../files/planTables';
import { movesTable } from '../files/movesTable';
import type { PlanLand } from '../files/territoryLand';
import type { BarsSlide, Deck, FiguresSlide, Slide, TableSlide } from './deck';
import { deckFormat, type DeckFormat } from './deckFormat';
import { deckMap } from './deckMap';
import { paySlides } from './paySlides';

/** Rows of a table that a slide has room for, and bars of a chart. */
const ROWS_A_SLIDE = 14;
const MOST_BARS = 40;

/** A summary for a meeting: figures, map, index by territory, the territories, pay, and what moves. */
export function buildDeck(context: ExportContext, land: PlanLand): Deck {
  const { document, scenario } = context;
  const format = deckFormat(document.settings);
  const slides: (Slide | null)[] = [
    {
      kind: 'title',
      title: document.name,
      lines: [`Scenario ${scenario.name}`, context.madeOn, context.withoutPay ? 'Without pay' : ''],
    },
    summarySlide(context, format),
    deckMap(context, land),
    indexSlide(context),
    ...territorySlides(context, format),
    ...(context.withoutPay ? [] : paySlides(context, format)),
    ...moveSlides(context, format),
  ];
  return { title: document.name, slides: slides.filter((slide) => slide !== null) };
}

function summarySlide({ scenario, evaluation }: ExportContext, format: DeckFormat): FiguresSlide {
  const { territories } = evaluation;
  const { spread, travel } = territories;
  const sum = (of: Float64Array) => territories.assignable.reduce((total, index) => total + of[index]!, 0);
  const meanKm = sum(travel.activityKm) / sum(travel.activity);
  const corridor = format.percent(scenario.corridorShare);
  return {
    kind: 'figures',
    title: 'The plan in figures',
    lead: `Scenario ${scenario.name}, corridor ±${corridor}`,
    figures: [
      {
        label: 'Territories',
        value: format.integer(territories.assignable.length),
        note: `${format.integer(spread.inCorridorCount)} in the corridor`,
      },
      {
        label: 'Accounts',
        value: format.integer(territories.accounts.whole),
        note: `${format.integer(territories.accounts.unassigned)} unassigned, ${format.integer(territories.accounts.house)} house`,
      },
      {
        label: 'Index',
        value:
          spread.lowest === null || spread.highest === null
            ? '–'
            : `${format.index(spread.lowest)} to ${format.index(spread.highest)}`,
        note: `100 is on target; coefficient of variation ${format.percent(spread.coefficientOfVariation ?? Number.NaN)}`,
      },
      {
        label: 'Travel',
        value: `${format.distance(meanKm)} ${format.distanceUnit}`,
        note: 'mean distance to the base or centre, weighted by activity',
      },
      ...territories.measures
        .filter(({ measureId }) => scenario.measures.some((weight) => weight.measureId === measureId))
        .map((measure) => ({
          label: measure.name,
          value: format.compact(measure.whole),
          note: `${format.compact(measure.whole / Math.max(1, territories.assignable.length))} a territory`,
        })),
    ],
  };
}

/** The territories farthest from target where there are more than a chart has room for. */
function indexSlide(context: ExportContext): BarsSlide | null {
  const { index, assignable } = context.evaluation.territories;
  const known = assignable.filter((territory) => Number.isFinite(index[territory]!));
  if (known.length === 0) return null;
  const shown = known
    .toSorted((a, b) => Math.abs(index[b]! - 100) - Math.abs(index[a]! - 100))
    .slice(0, MOST_BARS)
    .sort((a, b) => index[b]! - index[a]!);
  return {
    kind: 'bars',
    title: 'Index by territory',
    lead:
      shown.length < known.length
        ? `The ${shown.length} of ${known.length} territories that are farthest from target; 100 is on target.`
        : '100 is on target.',
    seriesName: 'Index',
    bars: shown.map((territory) => ({
      name: context.territoryNames[territory]!,
      value: Math.round(index[territory]! * 10) / 10,
      color: TERRITORY_SOLIDS[context.scenario.territories[territory]!.colorIndex ?? 0]!,
    })),
  };
}

function territorySlides(context: ExportContext, format: DeckFormat): TableSlide[] {
  const { territories } = context.evaluation;
  const main =
    territories.measures.find(({ measureId }) => measureId === context.scenario.measures[0]?.measureId) ??
    territories.measures[0];
  const reps = repsByTerritory(context);
  const rows = territories.assignable.map((index) => [
    context.territoryNames[index]!,
    (reps.get(index) ?? []).map(({ name }) => name).join(', '),
    format.integer(territories.accounts.totals[index]!),
    ...(main ? [format.compact(main.totals[index]!), format.compact(main.targets[index]!)] : []),
    format.index(territories.index[index]!),
    format.distance(territories.travel.activityKm[index]! / territories.travel.activity[index]!),
  ]);
  const columns = [
    { header: 'Territory', isNumber: false },
    { header: 'Reps', isNumber: false },
    { header: 'Accounts', isNumber: true },
    ...(main
      ? [
          { header: main.name, isNumber: true },
          { header: 'Target', isNumber: true },
        ]
      : []),
    { header: 'Index', isNumber: true },
    { header: `Mean travel, ${format.distanceUnit}`, isNumber: true },
  ];
  return pagesOf('Territories', columns, rows);
}

/** What each territory gains and loses against the first scenario. */
function moveSlides(context: ExportContext, format: DeckFormat): TableSlide[] {
  const moves = movesTable(context);
  const [, , , from, , to] = moves?.columns ?? [];
  if (!from || !to || from.cells.length === 0) return [];
  const counts = new Map<string, { gained: number; lost: number }>();
  const countOf = (name: string) => {
    const found = counts.get(name) ?? { gained: 0, lost: 0 };
    counts.set(name, found);
    return found;
  };
  from.cells.forEach((name) => countOf(String(name)).lost++);
  to.cells.forEach((name) => countOf(String(name)).gained++);
  const rows = [...counts]
    .sort((a, b) => b[1].gained + b[1].lost - a[1].gained - a[1].lost)
    .map(([name, { gained, lost }]) => [name, format.integer(gained), format.integer(lost)]);
  const columns = [
    { header: 'Territory', isNumber: false },
    { header: 'Accounts gained', isNumber: true },
    { header: 'Accounts lost', isNumber: true },
  ];
  const baseline = context.document.scenarios[0]!.name;
  return pagesOf(`${format.integer(from.cells.length)} accounts move from ${baseline}`, columns, rows);
}

function pagesOf(
  title: string,
  columns: TableSlide['columns'],
  rows: readonly (readonly string[])[],
): TableSlide[] {
  const pageCount = Math.ceil(rows.length / ROWS_A_SLIDE);
  return Array.from({ length: pageCount }, (_, page) => ({
    kind: 'table',
    title,
    lead: pageCount > 1 ? `Page ${page + 1} of ${pageCount}` : '',
    columns,
    rows: rows.slice(page * ROWS_A_SLIDE, (page + 1) * ROWS_A_SLIDE),
  }));
}
