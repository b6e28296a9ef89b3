import { decideDecimalMark, readNumber, type DecimalMark } from './cleanNumber';
import type { ColumnMapping, ImportField } from './fields';
import type { RawSheet } from './rawSheets';

/** Labels that say nothing but "total", also of reports in other languages. */
const BARE =
  /^((grand|sub|overall|report)[- ]?)?totals?( \(.*\))?:?$|^(sum|summe|gesamt|gesamtsumme|zwischensumme|total général|sous-total|totaal|totale|count|average|mean|records):?$/i;
/** Labels that may be a total's, or a name: "Boston Total", "Total for Ann", and "Total Wine & More". */
const WORDED =
  /^((grand|overall) |sub[- ]?)?totals?\b|^(sum|summe|gesamt\p{L}*|zwischensumme|totaal|totale)\b|(^|\W)(sub[- ]?)?totals?:?$|\W(sum|summe|gesamt):?$/iu;
/** What every such label holds: it tells most names apart at a fraction of the cost. */
const HINT = /tota|sum|gesamt|count|average|mean|records/i;
/** What follows "Total" in a total's label and in hardly any name. */
const TOTAL_OF =
  /^((grand|overall) |sub)?totals?( of| for| all|:| -| accounts| customers| clients| records| rows| revenue| sales| \d{4})\b/i;
const WORD = /\b(grand |overall )?(sub[- ]?)?totals?\b( for| of)?:?|\b(sum|summe|gesamt)\b:?/gi;

/** Totals that a higher one may add up to. */
const MAX_MARKS = 64;
const MARK_SAMPLE = 2000;

const EXACT_PLACES: ReadonlySet<string> = new Set(['postal', 'street', 'lat', 'lng']);
const PLACES: ReadonlySet<string> = new Set(['city', 'owner', 'region', 'county', 'country', 'parent']);

type Cells = readonly string[];

interface Mark {
  readonly sums: Float64Array;
  readonly count: number;
}

/**
 * Tells subtotals and totals from accounts, going down a list. The word "total" alone does not decide, since firms
 * are called so: a row that could be an account is a total only where its figures are the sums of rows above it.
 */
export class TotalRows {
  private readonly names: readonly Cells[];
  private readonly exactPlaces: readonly Cells[];
  private readonly places: readonly Cells[];
  private readonly measures: readonly Cells[];
  private readonly texts: readonly Cells[];
  private decimalMarks: readonly DecimalMark[] | null = null;
  /** Sums of the accounts above `summedTo`, one a measure. */
  private readonly sums: Float64Array;
  private count = 0;
  private summedTo: number;
  private readonly marks: Mark[];

  /** @param left rows that are no accounts, filled while going down */
  constructor(
    sheet: RawSheet,
    mapping: readonly ColumnMapping[],
    private readonly firstRow: number,
    private readonly left: ReadonlyMap<number, string>,
  ) {
    const cellsOf = (wanted: (field: ImportField) => boolean) =>
      mapping.filter(({ field }) => wanted(field)).map(({ columnIndex }) => sheet.columns[columnIndex]!);
    this.names = cellsOf((field) => field === 'id' || field === 'name');
    this.exactPlaces = cellsOf((field) => typeof field === 'string' && EXACT_PLACES.has(field));
    this.places = cellsOf((field) => typeof field === 'string' && PLACES.has(field));
    this.measures = cellsOf((field) => typeof field !== 'string' && 'measure' in field);
    this.texts = cellsOf((field) => field !== 'ignore').filter((cells) => !this.measures.includes(cells));
    this.sums = new Float64Array(this.measures.length);
    this.summedTo = firstRow;
    this.marks = [{ sums: new Float64Array(this.measures.length), count: 0 }];
  }

  /** Whether a row is a total; rows are asked for downwards. */
  isTotal(row: number): boolean {
    const hasName = this.names.some((cells) => isFilled(cells, row));
    if (hasName && !this.names.some((cells) => HINT.test(cells[row]!))) return false;
    const named = this.names.filter((cells) => isFilled(cells, row));
    const labels = named.length > 0 ? named : this.texts.filter((cells) => isFilled(cells, row));
    const label = labels.find((cells) => WORDED.test(cells[row]!.trim()) || BARE.test(cells[row]!.trim()));
    const isTotal = label
      ? this.isLabelled(row, label, named)
      : this.names.length > 0 && labels.length === 0 && this.hasFigures(row);
    if (isTotal) this.mark(row);
    return isTotal;
  }

  private isLabelled(row: number, label: Cells, named: readonly Cells[]): boolean {
    const text = label[row]!.trim();
    const isElsewhere = (cells: Cells) => cells !== label && isFilled(cells, row);
    const isBare = BARE.test(text);
    const isPlaced = this.exactPlaces.some(isElsewhere);
    const isNameless = named.length === 0;
    if (!this.hasFigures(row)) return isBare && !this.texts.some(isElsewhere);
    const isAlone = !isPlaced && !this.places.some(isElsewhere) && !named.some(isElsewhere);
    if (isAlone && (isBare || isNameless || this.sumsByFormula(row))) return true;
    if (isNameless && !isPlaced) return true;
    const added = this.rowsAddedUp(row);
    if (added === 0) return false;
    if (isBare) return true;
    // A row with an address or an id of its own is an account, whatever its figures happen to be.
    if (isPlaced || named.some(isElsewhere)) return false;
    return (
      this.namesRowAbove(row, text) || (added > 1 && (!/^\W*(sum|total)/i.test(text) || TOTAL_OF.test(text)))
    );
  }

  private hasFigures(row: number): boolean {
    return this.measures.some(
      (cells) => cells[row]!.startsWith('=') || readNumber(cells[row]!, '.').kind === 'number',
    );
  }

  private sumsByFormula(row: number): boolean {
    return this.measures.some((cells) => /^=(SUM|SUBTOTAL|AGGREGATE)\(/i.test(cells[row]!));
  }

  /** "Boston Total" below a row in Boston. */
  private namesRowAbove(row: number, label: string): boolean {
    const group = label.replace(WORD, '').trim().toLowerCase();
    if (group === '') return false;
    let above = row - 1;
    while (above > this.firstRow && this.left.has(above)) above--;
    return above >= this.firstRow && this.texts.some((cells) => cells[above]!.trim().toLowerCase() === group);
  }

  /** How many accounts above, from some earlier total on, the figures of a row add up; 0 where they don't. */
  private rowsAddedUp(row: number): number {
    this.sumTo(row);
    const figures = this.measures.map((_, index) => this.numberAt(row, index));
    const filled = figures.filter((figure) => figure !== 0).length;
    for (let at = this.marks.length - 1; at >= 0; at--) {
      const { sums, count } = this.marks[at]!;
      const equal = figures.filter((figure, index) => {
        const sum = this.sums[index]! - sums[index]!;
        return figure !== 0 && Math.abs(figure - sum) <= 0.005 + 1e-6 * Math.abs(sum);
      }).length;
      if (equal > 0 && equal * 2 >= filled) return this.count - count;
    }
    return 0;
  }

  private mark(row: number): void {
    this.sumTo(row);
    this.marks.push({ sums: this.sums.slice(), count: this.count });
    // The first mark, the top of the list, stays for the grand total.
    if (this.marks.length > MAX_MARKS) this.marks.splice(1, 1);
  }

  private sumTo(row: number): void {
    for (; this.summedTo < row; this.summedTo++) {
      if (this.left.has(this.summedTo)) continue;
      this.count++;
      for (let index = 0; index < this.sums.length; index++) {
        this.sums[index]! += this.numberAt(this.summedTo, index);
      }
    }
  }

  private numberAt(row: number, index: number): number {
    this.decimalMarks ??= this.measures.map((cells) => decideDecimalMark(cells.slice(0, MARK_SAMPLE), '.'));
    const reading = readNumber(this.measures[index]![row]!, this.decimalMarks[index]!);
    return reading.kind === 'number' && Number.isFinite(reading.value) ? reading.value : 0;
  }
}

function isFilled(cells: Cells, row: number): boolean {
  return cells[row] !== '' && cells[row]!.trim() !== '';
}

/** Whether a label reads like a total's. */
export function readsLikeTotal(label: string): boolean {
  return BARE.test(label) || /^((grand|overall) |sub[- ]?)?totals?\b/i.test(label);
}
