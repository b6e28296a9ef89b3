import { readPeriod } from '../../comp/calendar';
import { findComponent, measuresLookedAt } from '../../comp/resultInputs';
import type { CompComponent } from '../../model/compComponent';
import type { CompPlan } from '../../model/compPlan';
import { toCents } from '../../model/money';
import { payResultKey, type CancelledDeal, type PayResult } from '../../model/payResult';
import type { Rep } from '../../model/rep';
import { DealCurrency, type DealRates } from './dealCurrency';
import { decideDateOrder, readDate, type DateOrder } from './cleanDate';
import {
  componentsOfDeals,
  DealSplits,
  isCredited,
  readCancellation,
  readShare,
  UnsoldDeals,
} from './dealRows';
import { readNamedRows, type NamedRow, type RowProblem } from './namedRows';
import { readScore } from './objectiveScores';
import { readPeriodText } from './readPeriodText';
import { RESULT_COLUMNS, type ResultColumn } from './resultColumns';

/** What results refer to. */
export interface ResultsPlan {
  readonly reps: readonly Rep[];
  readonly compPlans: readonly CompPlan[];
  /** How a date such as 03/04/2026 is read where the list does not tell. */
  readonly dateOrder: DateOrder;
  /** Rates for deals in other currencies; left out = there are none. */
  readonly rates?: DealRates;
}

/** Results as a file has them; a row that can't be used is a problem and left out. */
export interface ReadPayResults {
  readonly results: readonly PayResult[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads results: `repId,component,period,credited`, and `quota` where they bring their own. Reps are found by id or
 * by unique name, components by id or name in the rep's comp plan (which may be left out where it has only one); rows
 * of the same rep, component and period add up. A row with an `objective` is its score. A list with a column for the deal is one of deals: each is credited in the month
 * that it closed in, in the rep's share, where its stage says that it is sold, and stays a deal of its own. One with a
 * cancellation date is credited as well, with what the plan's clawback needs to know.
 * @throws ImportFileError where the file can't be read, or lacks a column that is needed
 */
export function readPayResults(bytes: Uint8Array, fileName: string, plan: ResultsPlan): ReadPayResults {
  const list = readNamedRows<ResultColumn>(bytes, fileName, RESULT_COLUMNS, ['repId', 'period', 'credited']);
  const isOfDeals = list.has('deal');
  const order = decideDateOrder(list.rows.map((row) => row.text('period'))) ?? plan.dateOrder;
  const byKey = new Map<string, { result: PayResult; row: number }>();
  const rowOfDeal = new Map<string, number>();
  const unsold = new UnsoldDeals();
  const kept = new Set<string>();
  const sold = isOfDeals ? list.rows.filter(isCredited) : [];
  const sale = ['deal', 'component', 'period', 'credited'] as const;
  const splits = new DealSplits(sold, (row) => sale.map((name) => row.text(name)).join('\u0001'));
  const currency = new DealCurrency(plan.rates ?? null);
  const context = { ...plan, dateOrder: order, currency };
  for (const row of list.rows) {
    if (isOfDeals && !isCredited(row)) {
      unsold.add(row);
      continue;
    }
    for (const result of readResults(row, context, isOfDeals ? splits : null)) {
      if (result.cancelled) notePaid(row, result, plan, kept);
      const key = payResultKey(result);
      const earlier = byKey.get(key);
      if (earlier && isScoredTwice(row, earlier, result)) continue;
      if (isOfDeals) noteRepeat(row, `${row.text('deal')}\u0001${key}`, rowOfDeal);
      else if (earlier && !result.scores) {
        row.problem(
          null,
          'same-result',
          'info',
          `adds to row ${earlier.row}: the same rep, component and period.`,
        );
      }
      byKey.set(
        key,
        earlier ? { result: addUp(earlier.result, result), row: earlier.row } : { result, row: row.row },
      );
    }
  }
  unsold.report();
  return { results: [...byKey.values()].map(({ result }) => result), problems: list.problems };
}

/** An objective has one score in a period: a second one is left out, and named. */
function isScoredTwice(
  row: NamedRow<ResultColumn>,
  earlier: { readonly result: PayResult; readonly row: number },
  { scores = {} }: PayResult,
): boolean {
  const isTwice = Object.keys(scores).some((id) => earlier.result.scores?.[id] !== undefined);
  if (isTwice) {
    const said = `the objective has a score for this rep and period already, in a row from ${earlier.row} on. This one was left out.`;
    row.problem('objective', 'same-objective', 'error', said);
  }
  return isTwice;
}

/** A deal that is credited twice to the same rep may be two parts of it, or the same line exported twice. */
function noteRepeat(row: NamedRow<ResultColumn>, key: string, rowOfDeal: Map<string, number>): void {
  const earlier = rowOfDeal.get(key);
  if (earlier === undefined) rowOfDeal.set(key, row.row);
  else if (row.text('deal') !== '') {
    const said = `the deal is credited to the same rep in row ${earlier} too; both were counted.`;
    row.problem('deal', 'same-deal', 'warning', said);
  }
}

/** Says once a comp plan that it takes nothing back for deals that were cancelled. */
function notePaid(
  row: NamedRow<ResultColumn>,
  { repId }: PayResult,
  plan: ResultsPlan,
  kept: Set<string>,
): void {
  const planId = plan.reps.find(({ id }) => id === repId)?.compPlanId;
  const compPlan = plan.compPlans.find(({ id }) => id === planId);
  if (!compPlan || compPlan.clawback !== null || kept.has(compPlan.id)) return;
  kept.add(compPlan.id);
  const said = `"${compPlan.name}" has no clawback, so this and other deals of it that were cancelled stay paid.`;
  row.problem('cancelled', 'no-clawback', 'warning', said);
}

function addUp(one: PayResult, other: PayResult): PayResult {
  const quota =
    one.quota === undefined && other.quota === undefined
      ? {}
      : { quota: (one.quota ?? 0) + (other.quota ?? 0) };
  const deals = one.deals && other.deals ? { deals: [...one.deals, ...other.deals] } : {};
  const away = (one.splitAway ?? 0) + (other.splitAway ?? 0);
  const credited = one.credited + other.credited;
  const both: CancelledDeal[] = [...(one.cancelled ?? []), ...(other.cancelled ?? [])];
  return {
    ...one,
    credited,
    ...quota,
    ...deals,
    ...(away === 0 ? {} : { splitAway: away }),
    ...(both.length === 0 ? {} : { cancelled: both }),
    ...(one.scores || other.scores ? { scores: { ...one.scores, ...other.scores } } : {}),
  };
}

/** What a row credits: one component, or each that a deal counts for. */
function readResults(
  row: NamedRow<ResultColumn>,
  plan: ResultsPlan & { readonly currency: DealCurrency },
  splits: DealSplits<ResultColumn> | null,
): PayResult[] {
  const isDeal = splits !== null;
  const rep = repOf(row, plan.reps);
  if (rep === null) return [];
  const compPlan = plan.compPlans.find(({ id }) => id === rep.compPlanId);
  if (!compPlan) {
    row.problem(
      'repId',
      'no-comp-plan',
      'error',
      `${rep.name} has no comp plan, so the ${isDeal ? 'deal' : 'result'} was left out.`,
    );
    return [];
  }
  if (row.text('objective') !== '') {
    const scored = readScore(row, compPlan);
    const period = periodOf(row, plan.dateOrder, false);
    return scored === null || period === null ? [] : [{ repId: rep.id, period, ...scored }];
  }
  const components = componentsOf(row, compPlan, isDeal);
  const period = periodOf(row, plan.dateOrder, isDeal);
  const credited = row.number('credited');
  if (credited === null && row.text('credited') === '') {
    row.problem('credited', 'no-value', 'error', 'nothing is credited; write 0 where that is meant.');
  }
  const share = isDeal ? readShare(row) : 1;
  const cancelled = isDeal ? readCancellation(row, row.text('period'), plan.dateOrder) : null;
  if (components === null || period === null || credited === null || share === null) return [];
  const soldOn = readDate(row.text('period'), plan.dateOrder) ?? readPeriod(period)?.from ?? period;
  const factor = plan.currency.factorOf(row, compPlan, soldOn);
  if (cancelled === 'wrong' || factor === null) return [];
  const quota = row.number('quota');
  return components.map(({ id, unit }): PayResult => {
    const scale = (value: number) => (unit === 'money' ? toCents(value * factor) : value);
    // A deal counts as one where deals are counted, whatever it is worth.
    const whole = isDeal && unit === 'count' ? 1 : scale(credited);
    const amount = splits === null || unit !== 'money' ? whole * share : splits.partOf(row, whole, share);
    const away = share < 1 ? whole - amount : 0;
    return {
      repId: rep.id,
      component: id,
      period,
      credited: amount,
      ...(quota === null ? {} : { quota: scale(quota) }),
      ...(isDeal ? { deals: [amount] } : {}),
      ...(away === 0 ? {} : { splitAway: away }),
      ...(cancelled === null ? {} : { cancelled: [{ credited: amount, ...cancelled }] }),
    };
  });
}

function periodOf(row: NamedRow<ResultColumn>, order: DateOrder, isDeal: boolean): string | null {
  const text = row.text('period');
  const period = readPeriodText(text) ?? readDate(text, order)?.slice(0, 7) ?? null;
  if (period !== null) return period;
  const said = isDeal
    ? `"${text}" is no date on which the deal closed; write 2026-01-31.`
    : `"${text}" is no period; write 2026-01, 2026-Q1 or 2026.`;
  row.problem('period', 'not-a-period', 'error', said);
  return null;
}

function repOf(row: NamedRow<ResultColumn>, reps: readonly Rep[]): Rep | null {
  const wanted = row.text('repId');
  const byId = reps.find(({ id }) => id === wanted);
  if (byId) return byId;
  const byName = reps.filter(({ name }) => name.trim().toLowerCase() === wanted.toLowerCase());
  if (byName.length === 1) return byName[0]!;
  const said =
    byName.length > 1
      ? `${byName.length} reps are called "${wanted}"; write the id.`
      : `the plan has no rep "${wanted}".`;
  row.problem('repId', byName.length > 1 ? 'rep-ambiguous' : 'rep-unknown', 'error', said);
  return null;
}

/** What a row is credited to: a component by id, or a measure that conditions look at by name. */
interface Credited {
  readonly id: string;
  readonly unit: CompComponent['measureUnit'];
}

/**
 * The components that a row is credited to: the one it names by id, name or what it measures, or a measure that its
 * conditions look at, which is a ratio or a count. Null where there is none, which is a problem of the row.
 */
function componentsOf(row: NamedRow<ResultColumn>, compPlan: CompPlan, isDeal: boolean): Credited[] | null {
  const wanted = row.text('component');
  const found = wanted === '' ? componentsMeant(compPlan, isDeal) : componentNamed(compPlan, wanted);
  if (typeof found === 'string') {
    row.problem('component', 'component-unknown', 'error', found);
    return null;
  }
  const ratio = isDeal ? found.find(({ unit }) => unit === 'ratio') : undefined;
  if (!ratio) return found;
  const said = `"${wanted}" is measured as a ratio, which deals don't add up to. The deal was left out.`;
  row.problem('component', 'component-of-ratio', 'error', said);
  return null;
}

const asCredited = ({ id, measureUnit }: CompComponent): Credited => ({ id, unit: measureUnit });

/** What is meant where a row names no component; a sentence where that can't be told. */
function componentsMeant(compPlan: CompPlan, isDeal: boolean): Credited[] | string {
  const { components } = compPlan;
  if (components.length === 1) return components.map(asCredited);
  if (!isDeal) return componentNamed(compPlan, '');
  const counted = componentsOfDeals(compPlan);
  return typeof counted === 'string' ? counted : counted.map(asCredited);
}

function componentNamed(compPlan: CompPlan, wanted: string): Credited[] | string {
  const { components } = compPlan;
  const found = findComponent(compPlan, wanted);
  if (typeof found !== 'string') return [asCredited(found)];
  const isNamed = (name: string) => name.toLowerCase() === wanted.toLowerCase();
  const measure = measuresLookedAt(compPlan).find(isNamed);
  if (measure !== undefined) return [{ id: measure, unit: 'ratio' }];
  const [measuring, another] = components.filter((each) => isNamed(each.measure));
  if (measuring && !another) return [asCredited(measuring)];
  return `${found} It has ${components.map(({ name }) => name).join(', ')}.`;
}
