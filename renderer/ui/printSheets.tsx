import type { ReactNode } from 'react';
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
}

/**
 * Prints pages of their own instead of the window: as a PDF file where the host makes one, else by the browser's print.
 * They lie on the paper that was chosen last, and are light whatever is on screen.
 * @param pages whole; nothing of the app's context reaches them
 */
export async function printSheets(
  pages: ReactNode,
  suggestedName: string,
  { isLandscape, marginMm }: SheetLayout,
): Promise<SaveResult> {
  const { paper } = printChoicesStore.getState();
  const sheet = document.createElement('div');
  sheet.className = classes.sheet ?? '';
  sheet.dataset.sheet = '';
  sheet.dataset.paper = '';
  document.body.append(sheet);
  const root = createRoot(sheet);
  const size = `${paper} ${isLandscape ? 'landscape' : 'portrait'}`;
  flushSync(() =>
    root.render(
      <>
        <style>{`@page { size: ${size}; margin: ${marginMm}mm }`}</style>
        {pages}
      </>,
    ),
  );
  try {
    return await hostApi().printToPdf({ suggestedName, landscape: isLandscape });
  } finally {
    root.unmount();
    sheet.remove();
  }
}
