import { readPeriod, wholeMonthsBetween } from '../../comp/calendar';
import { splitByShares } from '../../comp/credit';
import { roundHalfAway } from '../../model/money';
import type { CompPlan } from '../../model/compPlan';
import type { CompComponent } from '../../model/compComponent';
import type { CancelledDeal } from '../../model/payResult';
import { readDate, type DateOrder } from './cleanDate';
import type { NamedRow } from './namedRows';
import { readPeriodText } from './readPeriodText';

/** The columns that make a list of results one of deals, a row a deal: spellings of their headers. */
export const DEAL_COLUMNS = {
  deal: [
    'deal id',
    'deal name',
    'opportunity id',
    'opportunity',
    'opportunity name',
    'record id',
    'order id',
    'order number',
    'order',
    'invoice number',
    'invoice',
    'transaction id',
    'transaction',
  ],
  stage: ['deal stage', 'opportunity stage', 'stage name', 'status', 'deal status'],
  share: ['split', 'split share', 'credit share', 'credit split', 'split percent'],
  currency: ['currency code', 'currency iso code', 'deal currency', 'opportunity currency'],
  cancelled: [
    'cancellation date',
    'cancelation date',
    'cancel date',
    'cancelled date',
    'canceled date',
    'date cancelled',
    'date canceled',
    'cancelled on',
    'canceled on',
    'canceled',
    'churn date',
    'churned on',
    'churned',
    'refund date',
    'refunded on',
    'termination date',
  ],
} as const;
export type DealColumn = keyof typeof DEAL_COLUMNS;

const WON = /\b(won|booked|invoiced|paid|signed|closed and won)\b/i;
const NOT_WON = /\b(not|lost)\b/i;

/** Whether a deal is sold by its stage; one without a stage is, since a list of results is of what was sold. */
function isSold(stage: string): boolean {
  return stage === '' || (WON.test(stage) && !NOT_WON.test(stage));
}

const CANCELLED = /\b(cancell?ed|churn(ed)?|refunded|terminated|reversed)\b/i;

/**
 * Whether a list's deal is credited: sold by its stage, or cancelled on a day that the list names, so that it was sold
 * before. A cancelled one without that day is not: when its pay would go back is not known.
 */
export function isCredited(row: NamedRow<DealColumn>): boolean {
  const stage = row.text('stage');
  if (CANCELLED.test(stage)) return row.text('cancelled') !== '';
  return isSold(stage);
}

/**
 * What the clawback needs to know of a deal; null where it was not cancelled, 'wrong' where that can't be told, which
 * is a problem of the row.
 */
export function readCancellation(
  row: NamedRow<DealColumn>,
  closedOn: string,
  order: DateOrder,
): Omit<CancelledDeal, 'credited'> | null | 'wrong' {
  const text = row.text('cancelled');
  if (text === '') return null;
  const date = readDate(text, order);
  if (date === null) {
    const said = `"${text}" is no date on which the deal was cancelled; write 2026-05-31, or nothing where it stands. It was left out.`;
    row.problem('cancelled', 'not-a-date', 'error', said);
    return 'wrong';
  }
  // A list may give the month alone in which a deal closed.
  const closed = readDate(closedOn, order) ?? readPeriod(readPeriodText(closedOn) ?? '')?.from ?? '';
  const monthsServed = wholeMonthsBetween(closed, date);
  if (!(monthsServed >= 0)) {
    const said = `the deal was cancelled on ${date}, before it closed; mend one of the dates. It was left out.`;
    row.problem('cancelled', 'cancelled-early', 'error', said);
    return 'wrong';
  }
  return { month: date.slice(0, 7), monthsServed, deal: row.text('deal') };
}

/** The rep's part of a deal, 0–1 or more for double credit: 0.5, 50% or 50; null where the cell says no such part. */
export function readShare(row: NamedRow<DealColumn>): number | null {
  if (row.text('share') === '') return 1;
  const number = row.number('share');
  if (number === null) return null;
  const share = number > 2 ? number / 100 : number;
  if (share > 0 && share <= 2) return share;
  row.problem('share', 'no-share', 'error', `"${row.text('share')}" is no part of a deal; write 50% or 0.5.`);
  return null;
}

/** The share that a cell says, without a word where it says none: null. */
function quietShare(text: string): number | null {
  if (text === '') return 1;
  const number = Number.parseFloat(text.replace(',', '.'));
  const share = text.endsWith('%') || number > 2 ? number / 100 : number;
  return share > 0 && share <= 2 ? share : null;
}

type DealRow<Name extends string> = NamedRow<Name | DealColumn>;

/** Rows of one deal, each a rep's share of it, so that the shares are split together and lose no cent. */
export class DealSplits<Name extends string> {
  private readonly shares = new Map<string, number[]>();
  private readonly placeOf = new Map<number, { key: string; at: number }>();

  /** @param keyOf tells rows of the same sale by one text; rows without a deal stand alone */
  constructor(rows: readonly DealRow<Name>[], keyOf: (row: DealRow<Name>) => string) {
    for (const row of rows) {
      const share = quietShare(row.text('share'));
      if (share === null) continue;
      const key = row.text('deal') === '' ? `\u0002${row.row}` : keyOf(row);
      const shares = this.shares.get(key) ?? [];
      this.placeOf.set(row.row, { key, at: shares.push(share) - 1 });
      this.shares.set(key, shares);
    }
  }

  /** The rep's part of a sale in whole cents: parts whose shares add up to 1 add up to the sale. */
  partOf(row: DealRow<Name>, cents: number, share: number): number {
    const place = this.placeOf.get(row.row);
    if (!place) return roundHalfAway(cents * share);
    return splitByShares(cents, this.shares.get(place.key)!)[place.at]!;
  }
}

/**
 * What a deal is credited to where the list does not say: every component that is measured in money, as long as they
 * all measure the same. A sentence where they don't.
 */
export function componentsOfDeals({ components, name }: CompPlan): readonly CompComponent[] | string {
  const paidOnMoney = components.filter(({ measureUnit }) => measureUnit === 'money');
  if (paidOnMoney.length === 0) return `"${name}" has no component that is measured in money.`;
  const measures = new Set(paidOnMoney.map(({ measure }) => measure.trim().toLowerCase()));
  if (measures.size === 1) return paidOnMoney;
  const names = paidOnMoney.map((component) => component.name).join(', ');
  return `"${name}" measures several amounts: say in a column "component" which one is meant (${names}).`;
}

/** Deals that were left out since they are not sold, by stage: "Negotiation 8, Closed lost 4". */
export class UnsoldDeals {
  private readonly counts = new Map<string, number>();
  private first: NamedRow<DealColumn> | null = null;

  add(row: NamedRow<DealColumn>): void {
    this.first ??= row;
    const stage = row.text('stage');
    this.counts.set(stage, (this.counts.get(stage) ?? 0) + 1);
  }

  /** Says it once, at the first of them. */
  report(): void {
    const total = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    const stages = [...this.counts].map(([stage, count]) => `${stage} ${count}`).join(', ');
    const which = total === 1 ? 'this deal is not sold and was' : `${total} deals are not sold and were`;
    const isCancelled = [...this.counts.keys()].some((stage) => CANCELLED.test(stage));
    const how = isCancelled
      ? ' To credit what was cancelled later and take its pay back, give a column "cancellation date".'
      : '';
    this.first?.problem('stage', 'not-sold', 'warning', `${which} left out (${stages}).${how}`);
  }
}
