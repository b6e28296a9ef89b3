/**
 * How many reps a team needs (territory.md, "Sizing"): workload, breakdown, incremental and square-root
 * response methods, and capacity. Pure figures in, figures out; currency in any one unit.
 */

/** Guard against binary noise, so that 40.000000000001 reps are 40. */
const NOISE = 1e-9;

/** People are whole: a fraction of a rep is one more rep. */
export function wholeReps(exact: number): number {
  return Math.ceil(exact - NOISE);
}

/** A group of accounts worked alike. */
export interface WorkloadClass {
  accounts: number;
  callsPerYear: number;
  hoursPerCall: number;
}

/** Hours a rep has, and what they are made of. */
export interface SellingTime {
  hoursPerWeek: number;
  weeksPerYear: number;
  sellingShareRatio: number;
}

/** Hours a year the classes ask for: Σ n·f·t. */
export function workloadHours(classes: readonly WorkloadClass[]): number {
  return classes.reduce((sum, each) => sum + each.accounts * each.callsPerYear * each.hoursPerCall, 0);
}

/** Working and selling hours of one rep a year. */
export function repHours(time: SellingTime): { workingHours: number; sellingHours: number } {
  const workingHours = time.hoursPerWeek * time.weeksPerYear;
  return { workingHours, sellingHours: workingHours * time.sellingShareRatio };
}

/** Workload method, N = Σ n·f·t / T (Talley); null where there is no selling time. */
export function sizeByWorkload(hours: number, sellingHours: number) {
  const exact = sellingHours > 0 ? hours / sellingHours : null;
  return { exact, reps: exact === null ? null : wholeReps(exact) };
}

/** Breakdown method, N = sales / productivity · (1 + turnover allowance); null without productivity. */
export function sizeByBreakdown(sales: number, productivity: number, turnoverRatio = 0) {
  const exact = productivity > 0 ? (sales / productivity) * (1 + turnoverRatio) : null;
  return { exact, reps: exact === null ? null : wholeReps(exact) };
}

/** What one more rep is worth. */
export interface IncrementalStep {
  reps: number;
  incrementalSales: number;
  netProfit: number;
}

/**
 * Incremental method: add reps while margin · Δsales − commission · Δsales > cost of one more (Semlow).
 * @returns each step's net profit and the last size worth its cost; null where even the first is not
 */
export function sizeByIncrement(
  steps: readonly { reps: number; incrementalSales: number }[],
  economics: { grossMarginRatio: number; commissionRatio: number; fixedCost: number },
): { steps: IncrementalStep[]; optimalReps: number | null } {
  const { grossMarginRatio, commissionRatio, fixedCost } = economics;
  const priced = [...steps]
    .sort((a, b) => a.reps - b.reps)
    .map((step) => ({
      ...step,
      netProfit: step.incrementalSales * (grossMarginRatio - commissionRatio) - fixedCost,
    }));
  let optimalReps: number | null = null;
  for (const step of priced) {
    if (step.netProfit <= NOISE) break;
    optimalReps = step.reps;
  }
  return { steps: priced, optimalReps };
}

/**
 * Square-root response: profit(x) = coefficient·√x − cost·x is greatest at √x = coefficient / (2·cost).
 * @returns the real optimum, the better whole number beside it, and its profit
 */
export function sizeBySquareRoot(revenueCoefficient: number, costPerRep: number) {
  const exact = costPerRep > 0 ? (revenueCoefficient / (2 * costPerRep)) ** 2 : null;
  if (exact === null) return { exact, reps: null, profit: null };
  const profitOf = (reps: number) => revenueCoefficient * Math.sqrt(reps) - costPerRep * reps;
  const low = Math.floor(exact + NOISE);
  const reps = profitOf(low + 1) > profitOf(low) + NOISE ? low + 1 : low;
  return { exact, reps, profit: profitOf(reps) };
}

/** What a team can sell: ramped reps at their attainment, ramping ones at their productivity. */
export function capacityOf(team: {
  quota: number;
  ramped: number;
  attainmentRatio: number;
  ramping: number;
  rampProductivityRatio: number;
}) {
  const ramped = team.ramped * team.quota * team.attainmentRatio;
  const ramping = team.ramping * team.quota * team.rampProductivityRatio;
  return { ramped, ramping, capacity: ramped + ramping };
}

/** Reps needed to bring in a target at an attainment of quota; null where that brings in nothing. */
export function headcountFor(target: number, quota: number, attainmentRatio = 1): number | null {
  const each = quota * attainmentRatio;
  return each > 0 ? wholeReps(target / each) : null;
}
