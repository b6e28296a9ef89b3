/**
 * Cost and sales against head count (territory.md, "Sizing": reps are added while margin · Δsales is more
 * than one more costs). Currency in any one unit.
 */

/** Guard against binary noise where two sizes are worth the same. */
const NOISE = 1e-9;

/** Sales a year that so many reps bring in; rises ever more slowly. */
export type SalesResponse = (reps: number) => number;

/** Sales = coefficient · √reps. */
export function squareRootResponse(coefficient: number): SalesResponse {
  return (reps) => coefficient * Math.sqrt(Math.max(0, reps));
}

/**
 * Sales of today's team, carried to other sizes: sales · (reps / today's) ^ elasticity.
 * @param elasticity share by which sales rise where the team grows by 1: from 0 (not at all) to 1 (in proportion)
 */
export function elasticResponse(
  today: { readonly reps: number; readonly sales: number },
  elasticity: number,
): SalesResponse {
  return (reps) => (today.reps > 0 ? today.sales * (Math.max(0, reps) / today.reps) ** elasticity : 0);
}

/**
 * Sales of the accounts that so many reps have hours for, taken in order of sales an hour; the last account
 * in part. An account that takes no hours is always covered.
 * @param sales, hours one a account: what it buys when worked, and hours a year that it takes
 * @param hoursPerRep selling hours of one rep a year
 */
export function coverageResponse(
  sales: Float64Array,
  hours: Float64Array,
  hoursPerRep: number,
): SalesResponse {
  const worth = (row: number) => (hours[row]! > 0 ? sales[row]! / hours[row]! : Infinity);
  const order = Array.from(sales, (_, row) => row).filter((row) => sales[row]! > 0);
  order.sort((a, b) => worth(b) - worth(a) || a - b);
  // Hours and sales of all accounts up to the one at a position of the order.
  const hoursTo = new Float64Array(order.length + 1);
  const salesTo = new Float64Array(order.length + 1);
  order.forEach((row, at) => {
    hoursTo[at + 1] = hoursTo[at]! + Math.max(0, hours[row]!);
    salesTo[at + 1] = salesTo[at]! + sales[row]!;
  });
  return (reps) => {
    const has = Math.max(0, reps) * hoursPerRep;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (hoursTo[middle]! <= has) low = middle;
      else high = middle - 1;
    }
    if (low === order.length) return salesTo[low]!;
    const share = (has - hoursTo[low]!) / (hoursTo[low + 1]! - hoursTo[low]!);
    return salesTo[low]! + share * (salesTo[low + 1]! - salesTo[low]!);
  };
}

/** What a size of team costs and brings. */
export interface HeadcountPoint {
  readonly reps: number;
  readonly sales: number;
  /** costPerRep · reps. */
  readonly cost: number;
  /** margin · sales − cost. */
  readonly profit: number;
  /** Sales that the last of these reps added, and what they left of it: margin · Δsales − costPerRep. */
  readonly addedSales: number;
  readonly addedProfit: number;
}

/**
 * The curve of cost and sales over whole head counts.
 * @param range sizes from and to, both in
 * @returns the points, and the size with the greatest profit (the smaller where two are worth the same)
 */
export function headcountCurve(
  response: SalesResponse,
  economics: { readonly costPerRep: number; readonly marginRatio: number },
  range: { readonly from: number; readonly to: number },
): { readonly points: readonly HeadcountPoint[]; readonly best: HeadcountPoint | null } {
  const { costPerRep, marginRatio } = economics;
  const points: HeadcountPoint[] = [];
  let best: HeadcountPoint | null = null;
  for (let reps = Math.max(0, Math.ceil(range.from)); reps <= range.to; reps++) {
    const sales = response(reps);
    const addedSales = reps > 0 ? sales - response(reps - 1) : 0;
    const point = {
      reps,
      sales,
      cost: costPerRep * reps,
      profit: marginRatio * sales - costPerRep * reps,
      addedSales,
      addedProfit: reps > 0 ? marginRatio * addedSales - costPerRep : 0,
    };
    points.push(point);
    const noise = NOISE * Math.abs(point.profit);
    if (!best || point.profit > best.profit + noise) best = point;
  }
  return { points, best };
}
