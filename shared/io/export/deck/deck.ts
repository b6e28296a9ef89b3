/** A slide deck as data: what a writer turns into a PowerPoint file, and what tests read as text. */
export interface Deck {
  readonly title: string;
  readonly slides: readonly Slide[];
}

export type Slide = TitleSlide | FiguresSlide | MapSlide | BarsSlide | TableSlide;

/** What every slide but the first has: a title that says what is to be seen, and a line below it. */
interface Headed {
  readonly title: string;
  readonly lead: string;
}

export interface TitleSlide {
  readonly kind: 'title';
  readonly title: string;
  readonly lines: readonly string[];
}

export interface FiguresSlide extends Headed {
  readonly kind: 'figures';
  readonly figures: readonly { readonly label: string; readonly value: string; readonly note: string }[];
}

/** A closed line; x and y from 0 to 1 of the map's width, y downwards. */
export type MapRing = readonly (readonly [number, number])[];

export interface MapSlide extends Headed {
  readonly kind: 'map';
  /** Height of the map as a share of its width. */
  readonly heightShare: number;
  readonly areas: readonly {
    readonly name: string;
    /** "#rrggbb". */
    readonly color: string;
    readonly rings: readonly MapRing[];
    /** Where its name stands. */
    readonly label: readonly [number, number];
  }[];
}

export interface BarsSlide extends Headed {
  readonly kind: 'bars';
  readonly seriesName: string;
  readonly bars: readonly { readonly name: string; readonly value: number; readonly color: string }[];
}

export interface TableSlide extends Headed {
  readonly kind: 'table';
  readonly columns: readonly { readonly header: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
