import { readPeriod } from '../comp/calendar';
import { payResultKey, type CancelledDeal, type PayResult } from '../model/payResult';

/** Cancellations joined to the results that are there. */
export interface AddedCancellations {
  /** Those results that change, and new ones. */
  readonly results: readonly PayResult[];
  /** Deals that were part of a result; what it credits stays. */
  readonly marked: number;
  /** Deals that no result held: they are credited, so that they are paid before their pay is taken back. */
  readonly credited: number;
  /** Deals that were known to be cancelled. */
  readonly repeated: number;
}

/**
 * Adds a list that holds nothing but cancelled deals to the results that are there: such a list tells what became of
 * deals, not all that its months sold. A deal is part of the result of its month, or of the quarter or year around it,
 * where that lists an equal one, or lists none and credits enough.
 * @param fiscalStartMonth 1 = January
 * @returns null where the list holds anything else
 */
export function addCancellations(
  known: readonly PayResult[],
  list: readonly PayResult[],
  fiscalStartMonth: number,
): AddedCancellations | null {
  const isOnly = list.every(({ deals, cancelled }) => cancelled && cancelled.length === deals?.length);
  if (list.length === 0 || !isOnly) return null;
  const changed = new Map<string, PayResult>();
  const counts = { marked: 0, credited: 0, repeated: 0 };
  for (const row of list) {
    for (const deal of row.cancelled ?? []) {
      const home = changed.get(payResultKey(row)) ?? homeOf(known, row, fiscalStartMonth);
      const before = home && (changed.get(payResultKey(home)) ?? home);
      const isRepeated = before !== null && before.cancelled?.some((each) => isSameDeal(each, deal)) === true;
      if (isRepeated) counts.repeated++;
      else {
        const isIn = before !== null && isPartOf(before, deal);
        counts[isIn ? 'marked' : 'credited']++;
        const after = isIn ? before : withCredit(before ?? { ...row, credited: 0, deals: [] }, deal);
        const cancelled = [...(before?.cancelled ?? []), deal];
        changed.set(payResultKey(after), { ...after, cancelled });
      }
    }
  }
  return { results: [...changed.values()], ...counts };
}

/** The result that a month's deal was credited in: the month's, else the quarter's or year's around it; null = none. */
function homeOf(known: readonly PayResult[], row: PayResult, fiscalStartMonth: number): PayResult | null {
  const day = readPeriod(row.period, fiscalStartMonth)?.from ?? '';
  const around = known
    .filter(({ repId, component }) => repId === row.repId && component === row.component)
    .flatMap((result) => {
      const span = readPeriod(result.period, fiscalStartMonth);
      return span && span.from <= day && day <= span.to ? [{ result, months: span.months }] : [];
    })
    .sort((a, b) => a.months - b.months);
  return around[0]?.result ?? null;
}

/** A deal without a name can't be told from another of the same amount. */
function isSameDeal(one: CancelledDeal, other: CancelledDeal): boolean {
  return (
    one.deal !== '' && one.deal === other.deal && one.credited === other.credited && one.month === other.month
  );
}

/** Whether a result can hold a deal beside those of it that are known to be cancelled. */
function isPartOf({ credited, deals, cancelled = [] }: PayResult, deal: CancelledDeal): boolean {
  if (deals) {
    const equal = (amount: number) => amount === deal.credited;
    return deals.filter(equal).length > cancelled.filter((each) => equal(each.credited)).length;
  }
  return credited - cancelled.reduce((sum, each) => sum + each.credited, 0) >= deal.credited;
}

function withCredit(result: PayResult, deal: CancelledDeal): PayResult {
  // What came without its deals counts as one.
  const deals = [...(result.deals ?? [result.credited]), deal.credited];
  return { ...result, credited: result.credited + deal.credited, deals };
}
