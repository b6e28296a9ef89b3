import type { CSSProperties, ReactNode } from 'react';
import { territoryShapes } from '../../../../shared/plan/territoryShapes';
import { paintPicture, type PictureScene } from '../../../map/paintPicture';
import { frameOfBox } from '../../../map/pictureFrame';
import { startJob } from '../../../state/jobStore';
import { paperMm, type PaperSize } from '../../../state/printChoices';
import type { PlanFormat } from '../../../ui/planFormat';
import { printSheets } from '../../../ui/printSheets';
import { landOwners } from '../landOwners';
import { boxOfTerritory } from '../mapBoxes';
import type { TerritoriesData } from '../useTerritoriesData';
import { mapSvg, sheetSize } from './mapFiles';
import { rowsThatFit } from './paintMapPage';
import classes from './PrintedPages.module.css';
import { browserMeasure, svgDrawing, type TextMeasure } from './svgDrawing';
import { TablePages } from './TablePages';
import { TerritoryPage } from './TerritoryPage';
import type { PrintedMap } from './usePrintedMap';

interface Printing {
  readonly data: TerritoriesData;
  readonly map: PrintedMap;
  readonly format: PlanFormat;
  readonly paper: PaperSize;
  readonly isLandscape: boolean;
  /** Of the PDF. */
  readonly name: string;
}

/** What drawing the pages takes of all the time, against putting them up to be printed. */
const DRAWN_SHARE = 0.7;

/** Size of a territory's map in its book, CSS pixels. */
const BOOK_MAP = { width: 700, height: 380 } as const;

/** Prints the map with its table; territories that have no room beside it follow on pages of their own. */
export async function printMap(printing: Printing): Promise<void> {
  const job = startJob('Printing the map');
  try {
    await nextTurn();
    await print(printing, mapPages(printing, false));
  } finally {
    job.finish();
  }
}

/**
 * Prints a book: the map, the table, and a page for each territory.
 * Pages are drawn one after the other: how far it is shows, and until all are drawn it can be cancelled.
 */
export async function printBook(printing: Printing, territories: readonly number[]): Promise<void> {
  const { data, map, format } = printing;
  let isCancelled = false;
  const job = startJob('Making the territory book', () => (isCancelled = true));
  try {
    const { plan, scenario, evaluation, basemap, owners } = data;
    const shapes = territoryShapes(
      plan,
      scenario,
      evaluation.territories,
      landOwners(plan, basemap, owners),
      territories,
    );
    const measure = browserMeasure();
    const pages: ReactNode[] = [];
    for (const [at, territory] of territories.entries()) {
      job.report({
        doneShare: (DRAWN_SHARE * at) / territories.length,
        step: scenario.territories[territory]!.name,
      });
      await nextTurn();
      if (isCancelled) return;
      pages.push(
        <TerritoryPage
          key={territory}
          data={data}
          territory={territory}
          shape={shapes[territory] ?? null}
          map={territoryMap(data, map, territory, measure)}
          format={format}
        />,
      );
    }
    const isWhole = territories.length === map.territories.length;
    await print(printing, [...(isWhole ? mapPages(printing, true) : []), ...pages], (doneShare) => {
      job.report({ doneShare: DRAWN_SHARE + (1 - DRAWN_SHARE) * doneShare, step: 'Handing over the pages' });
      return !isCancelled;
    });
  } finally {
    job.finish();
  }
}

function mapPages({ data, map, format, paper, isLandscape }: Printing, withTable: boolean): ReactNode[] {
  const size = sheetSize(paper, isLandscape);
  const needsTable = withTable || map.page.rows.length > rowsThatFit(size);
  return [
    // Drawn and escaped by this app alone (svgDrawing).
    <div key="map" className={classes.drawn} dangerouslySetInnerHTML={{ __html: mapSvg(map, size) }} />,
    needsTable && (
      <TablePages
        key="table"
        data={data}
        territories={map.territories}
        isLandscape={isLandscape}
        format={format}
      />
    ),
  ];
}

/** A territory's land and accounts, with its neighbours' land round it. */
function territoryMap(
  data: TerritoriesData,
  { scene, theme, page }: PrintedMap,
  territory: number,
  measure: TextMeasure,
): string {
  const { width, height } = BOOK_MAP;
  const frame = frameOfBox(boxOfTerritory(data, territory) ?? page.box, width, height, 22);
  const own: PictureScene = {
    ...scene,
    coloring: { kind: 'territory' },
    units: null,
    isDensity: false,
    only: territory,
  };
  return svgDrawing(
    {
      size: BOOK_MAP,
      title: `Map of ${data.scenario.territories[territory]!.name}`,
      length: null,
      theme,
      measure,
      prefix: `t${territory}-`,
    },
    (context, hatch) => paintPicture(context, frame, own, theme, hatch),
  );
}

async function print(
  { paper, isLandscape, name }: Printing,
  pages: readonly ReactNode[],
  goesOn?: (doneShare: number) => boolean,
): Promise<void> {
  const [width, height] = paperMm(paper, isLandscape);
  const style = { '--sheet-width': `${width}mm`, '--sheet-height': `${height}mm` } as CSSProperties;
  await printSheets(pages, name, { isLandscape, marginMm: 0, style }, goesOn);
}

/** Lets the window draw and hear. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
