import { cellAddress } from '../cellAddress';
import type { PaySheetNames } from '../sheetNames';
import { CALC_COLUMNS } from './calcColumns';
import type { PaidRep } from './payLines';

const PAYOUT_AT = CALC_COLUMNS.findIndex(([key]) => key === 'payout');

/** What waits for its pay date in a period, on Calc; null = nothing does. */
export function waitingSum(
  rep: PaidRep,
  periodAt: number,
  { calc }: Pick<PaySheetNames, 'calc'>,
): string | null {
  const cells = rep.lines.flatMap((lines) => {
    const { paid, row } = lines[periodAt]!;
    return paid.periodsToPayDate === undefined ? [] : [cellAddress(calc, PAYOUT_AT, row)];
  });
  return cells.length === 0 ? null : `(${cells.join('+')})`;
}

/**
 * What the year's cap leaves of the pay that does not wait.
 * @param waiting as waitingSum answers
 * @param at where Payouts has what is due to date, the cap (null = none), and what it leaves of all pay of the period
 */
export function paidNow(
  waiting: string,
  { due, cap, under }: { readonly due: string; readonly cap: string | null; readonly under: string },
): string {
  return cap === null
    ? `ROUND(${under}-${waiting},2)`
    : `ROUND(${under}-MIN(${due},${cap})+MIN(${due}-${waiting},${cap}),2)`;
}
