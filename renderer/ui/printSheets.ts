import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { hostApi } from '../state/hostAccess';
import classes from './printSheets.module.css';

/**
 * Prints pages of their own instead of the window: as a PDF file where the host makes one, else by the browser's print.
 * @param pages whole; nothing of the app's context reaches them
 */
export async function printSheets(pages: ReactNode, suggestedName: string): Promise<void> {
  const sheet = document.createElement('div');
  sheet.className = classes.sheet ?? '';
  sheet.dataset.sheet = '';
  document.body.append(sheet);
  const root = createRoot(sheet);
  flushSync(() => root.render(pages));
  try {
    await hostApi().printToPdf({ suggestedName, landscape: false });
  } finally {
    root.unmount();
    sheet.remove();
  }
}
