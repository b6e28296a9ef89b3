import { useStore } from 'zustand';
import { persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

/** What can be made of the map: a picture, a drawing of shapes, a page, or a page a territory. */
export const printWorks = ['png', 'svg', 'pdf', 'book'] as const;
export type PrintWork = (typeof printWorks)[number];

export const paperSizes = ['A4', 'Letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** How things were put on paper last, kept across starts. */
export interface PrintChoices {
  readonly work: PrintWork;
  readonly paper: PaperSize;
  /** Of the map; books and statements stand upright. */
  readonly isLandscape: boolean;
}

export const printChoicesStore = createStore<PrintChoices>()(
  persist((): PrintChoices => ({ work: 'pdf', paper: startPaper(), isLandscape: true }), {
    name: 'evenland.print',
  }),
);

export function usePrintChoices(): PrintChoices {
  return useStore(printChoicesStore);
}

/** Letter where that is what printers hold. */
function startPaper(): PaperSize {
  return /-(US|CA|MX)$/.test(globalThis.navigator?.language ?? '') ? 'Letter' : 'A4';
}

const SIZES_MM: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4],
};

/** Width and height of a sheet, mm. */
export function paperMm(paper: PaperSize, isLandscape: boolean): readonly [number, number] {
  const [short, long] = SIZES_MM[paper];
  return isLandscape ? [long, short] : [short, long];
}
