import { Fragment, type CSSProperties, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { SaveResult } from '../../shared/bridge/contract';
import { hostApi } from '../state/hostAccess';
import { printChoicesStore } from '../state/printChoices';
import classes from './printSheets.module.css';

/** How pages lie on their sheets. */
export interface SheetLayout {
  readonly isLandscape: boolean;
  /** Round each page; 0 where pages hold their own, which leaves a browser no room for its address and date. */
  readonly marginMm: number;
  /** Of what holds the pages, e.g. custom properties. */
  readonly style?: CSSProperties | undefined;
}

/** Of a territory book on 100,000 accounts a page holds some 700 shapes: a turn stays well under a tenth of a second. */
const PAGES_A_TURN = 4;

/**
 * Prints pages of their own instead of the window: as a PDF file where the host makes one, else by the browser's print.
 * They lie on the paper that was chosen last, and are light whatever is on screen.
 * Many pages are put up some at a time, so that the window can draw and hear between them.
 * @param pages in their order; nothing of the app's context reaches them
 * @param goesOn asked between two turns; false = nothing is printed
 * @returns null where it did not go on
 */
export async function printSheets(
  pages: readonly ReactNode[],
  suggestedName: string,
  { isLandscape, marginMm, style }: SheetLayout,
  goesOn: (doneShare: number) => boolean = () => true,
): Promise<SaveResult | null> {
  const { paper } = printChoicesStore.getState();
  const sheet = document.createElement('div');
  sheet.className = classes.sheet ?? '';
  sheet.dataset.sheet = '';
  sheet.dataset.paper = '';
  document.body.append(sheet);
  const root = createRoot(sheet);
  const size = `${paper} ${isLandscape ? 'landscape' : 'portrait'}`;
  const put = (count: number) =>
    flushSync(() =>
      root.render(
        <>
          <style>{`@page { size: ${size}; margin: ${marginMm}mm }`}</style>
          <div style={style}>
            {pages.slice(0, count).map((page, at) => (
              <Fragment key={at}>{page}</Fragment>
            ))}
          </div>
        </>,
      ),
    );
  try {
    for (let count = 0; count < pages.length;) {
      count = Math.min(pages.length, count + PAGES_A_TURN);
      put(count);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!goesOn(count / pages.length)) return null;
    }
    return await hostApi().printToPdf({ suggestedName, landscape: isLandscape });
  } finally {
    root.unmount();
    sheet.remove();
  }
}
