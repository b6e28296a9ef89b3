import type { CancelledCredit, TakenBack } from '../../../comp/payTypes';
import type { PaidPeriod, PaidRep, PayLine } from './payLines';

/** A cancelled deal of a year, and where its pay is taken back. */
export interface CancelledLine {
  /** The year that it was sold in. */
  readonly rep: PaidRep;
  readonly componentAt: number;
  /** Of the period that it was sold in. */
  readonly sold: PayLine;
  /** The last line of its window by the time that its pay is taken back: the pay is a part of what that has earned. */
  readonly window: PayLine;
  /** The period of the year that the total cap's share is read from. */
  readonly settled: PaidPeriod;
  readonly deal: Pick<CancelledCredit, 'credited' | 'monthsServed' | 'label' | 'repId'>;
}

/** One commission that a period takes back; without its sale where that is of a year that is not in the workbook. */
export interface TakenLine {
  readonly rep: PaidRep;
  /** Taken back in this period. */
  readonly period: PaidPeriod;
  readonly sale: CancelledLine | null;
  /** What the engine was given of a sale of an earlier year; null = the sale is of this year. */
  readonly given: TakenBack | null;
}

/** What each period takes back, in the engine's order (shared/comp/settle): earlier years' first, then this one's. */
export function takenLines(paid: readonly PaidRep[]): TakenLine[] {
  const open = new Map<string, CancelledLine[]>();
  return paid.flatMap((rep) => {
    if (rep.compPlan.clawback === null) return [];
    const key = `${rep.pay.rep.id}\u0001${rep.compPlan.id}`;
    const earlier = open.get(key) ?? [];
    const waiting = cancelledOf(rep);
    const lines = rep.periods.flatMap((period, at): TakenLine[] => {
      const { startMonth, months, clawbacks = [] } = rep.inputs.periods[at]!;
      const due = waiting.filter(({ deal, soldAt }) => soldAt <= at && deal.atMonth < startMonth + months);
      for (const each of due) waiting.splice(waiting.indexOf(each), 1);
      return [
        ...clawbacks.map((given) => ({ rep, period, sale: takeSale(earlier, given), given })),
        ...due.map((each) => ({ rep, period, sale: saleBy(rep, each, at), given: null })),
      ];
    });
    const last = rep.periods.length - 1;
    open.set(
      key,
      waiting.map((each) => saleBy(rep, each, last)),
    );
    return lines;
  });
}

interface Cancelled {
  readonly deal: CancelledCredit;
  readonly componentAt: number;
  readonly soldAt: number;
}

/** In the order that the engine notes them: by period, then component. */
function cancelledOf({ inputs, compPlan }: PaidRep): Cancelled[] {
  return inputs.periods.flatMap(({ components }, soldAt) =>
    compPlan.components.flatMap(({ id }, componentAt) =>
      (components[id]?.cancelled ?? []).map((deal): Cancelled => ({ deal, componentAt, soldAt })),
    ),
  );
}

/** A sale as it stands at the end of a period. */
function saleBy(rep: PaidRep, { deal, componentAt, soldAt }: Cancelled, at: number): CancelledLine {
  const lines = rep.lines[componentAt]!;
  let last = soldAt;
  while (last < at && !lines[last + 1]!.opensWindow) last++;
  return {
    rep,
    componentAt,
    sold: lines[soldAt]!,
    window: lines[last]!,
    settled: rep.periods[at]!,
    deal,
  };
}

/** The earlier year's sale that a commission to take back is of, each once. */
function takeSale(earlier: CancelledLine[], { label, monthsServed }: TakenBack): CancelledLine | null {
  const at = earlier.findIndex(
    ({ deal }) => deal.label === (label ?? '') && deal.monthsServed === monthsServed,
  );
  return at < 0 ? null : earlier.splice(at, 1)[0]!;
}
