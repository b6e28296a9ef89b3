import { ratioKpi, type KpiResult } from './kpi';

/** A deal by its outcome. */
export interface ClosedDeal {
  outcome: 'won' | 'lost' | 'open';
  amount: number;
}

/** Win rate: won / (won + lost), by count or by value; open deals are left out and counted. */
export function winRate(deals: readonly ClosedDeal[], by: 'count' | 'value' = 'count'): KpiResult {
  let won = 0;
  let lost = 0;
  let open = 0;
  for (const deal of deals) {
    const weight = by === 'count' ? 1 : deal.amount;
    if (deal.outcome === 'won') won += weight;
    else if (deal.outcome === 'lost') lost += weight;
    else open++;
  }
  return winRateOf(won, lost, open);
}

/** Win rate from totals already counted. */
export function winRateOf(won: number, lost: number, open = 0): KpiResult {
  return ratioKpi(won, won + lost, [{ reason: 'still open', count: open }]);
}

/** Deal size: Σ won / number won; deals that are not won are left out. */
export function dealSize(deals: readonly ClosedDeal[]): KpiResult {
  const won = deals.filter((deal) => deal.outcome === 'won');
  return ratioKpi(
    won.reduce((sum, deal) => sum + deal.amount, 0),
    won.length,
    [{ reason: 'not won', count: deals.length - won.length }],
  );
}
