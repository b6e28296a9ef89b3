import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import type { Rep } from '../model/rep';
import { contestOf, placesOf } from './components/rankBonus';
import { likeComponent } from './likeComponent';
import { monthsOf } from './measureWindow';
import { creditsTeam, reportsBelow } from './reportsBelow';
import type { ComponentFacts, OpenClawback, PayPeriodInputs, RepPayoutInputs } from './payTypes';
import { componentFacts, type PlacedRow } from './componentFacts';
import {
  coveredBy,
  findComponent,
  inputsFromResults,
  placeRows,
  type CoveredYear,
  type ResultProblem,
  type ResultRow,
} from './resultInputs';
import { repQuotaByMonth, type PayYear } from './repYear';

/** A rep with a plan and the year's results. */
export interface RepResults {
  readonly rep: Rep;
  readonly plan: CompPlan;
  /** Of the full year, before ramp and proration; cents. */
  readonly quotaCents: number;
  readonly rows: readonly ResultRow[];
  /** Pay of earlier years to take back in this one. */
  readonly open?: readonly OpenClawback[];
}

/** A rep's pay inputs, and rows that can't be used. */
export interface RepInputs {
  readonly inputs: RepPayoutInputs;
  readonly problems: readonly ResultProblem[];
}

/**
 * Pay inputs of a whole team from its results: each rep's own, managers' rolled up from the reps below them, places
 * for rank bonuses among those on the same plan. Everybody's periods run to the last one that any result is of.
 * @param year first day and seasonality of the plan year
 * @returns by rep id; a rep who was not there in the year has no periods but those of own results
 */
export function teamInputs(
  team: readonly RepResults[],
  year: Omit<PayYear, 'quotaCents'>,
): Map<string, RepInputs> {
  const reportsOf = reportsBelow(team, ({ plan }) => creditsTeam(plan));
  const covered = coveredBy(
    team.flatMap(({ rows }) => rows.map(({ period }) => period)),
    year,
  );
  const inputsOf = new Map(
    team.map((one) => [one.rep.id, inputsOfRep(one, reportsOf.get(one.rep.id) ?? [], year, covered)]),
  );
  for (const plan of new Set(team.map((one) => one.plan))) {
    const peers = team.filter((one) => one.plan === plan).map((one) => inputsOf.get(one.rep.id)!.inputs);
    for (const component of plan.components) {
      if (contestOf(component)) rankPeers(component, peers);
    }
  }
  return inputsOf;
}

function inputsOfRep(
  one: RepResults,
  reports: readonly RepResults[],
  year: Omit<PayYear, 'quotaCents'>,
  covered: CoveredYear,
): RepInputs {
  const { rep, plan, rows, open } = one;
  const own = { ...year, quotaCents: one.quotaCents };
  const isOwn = (component: CompComponent) =>
    rows.some((row) => findComponent(plan, row.component) === component);
  const rolled = plan.components.filter((each) => each.crediting !== 'own' && !isOwn(each));
  if (rolled.length === 0 || reports.length === 0) {
    return inputsFromResults(plan, rep, own, rows, covered, open);
  }
  const members = reports.map((report) => memberOf(report, rolled, year));
  const sums = members.flatMap((member) => member.rows);
  const { inputs, problems } = inputsFromResults(plan, rep, own, [...rows, ...sums], covered, open);
  const quotas = members.map(({ quotasBy }) => quotasBy(inputs.periods[0]?.months ?? 1));
  const periods = inputs.periods.map((period) => withTeam(period, rolled, members, quotas));
  return { inputs: { ...inputs, periods }, problems };
}

/** A report's results, told in the components of the manager's plan. */
interface Member {
  readonly repId: string;
  readonly rows: readonly ResultRow[];
  readonly placed: readonly PlacedRow[];
  /** By month of the year, prorated by periods of so many months. */
  readonly quotasBy: (unit: number) => readonly number[];
}

function memberOf(
  report: RepResults,
  rolled: readonly CompComponent[],
  year: Omit<PayYear, 'quotaCents'>,
): Member {
  const own = { ...year, quotaCents: report.quotaCents };
  const { placed } = placeRows(report.plan, own, report.rows);
  const theirs = rolled.map((component) => ({ component, source: likeComponent(report.plan, component) }));
  const told = placed.flatMap((row) => {
    const match = theirs.find(({ source }) => source !== null && source === row.component);
    return match ? [{ ...row, component: match.component }] : [];
  });
  const named = report.rows.flatMap((row): ResultRow[] => {
    const match = theirs.find(
      ({ source }) => source !== null && source === findComponent(report.plan, row.component),
    );
    const { period, credited, cancelled } = row;
    const reportId = report.rep.id;
    return match ? [{ component: match.component.id, period, credited, cancelled, reportId }] : [];
  });
  const quotasBy = (unit: number) => repQuotaByMonth(report.rep, own, unit);
  return { repId: report.rep.id, rows: named, placed: told, quotasBy };
}

function withTeam(
  period: PayPeriodInputs,
  rolled: readonly CompComponent[],
  members: readonly Member[],
  quotas: readonly (readonly number[])[],
): PayPeriodInputs {
  const components = { ...period.components };
  for (const component of rolled) {
    const facts = components[component.id];
    if (!facts) continue;
    const parts = members.map(({ repId, placed }, at) => {
      const part = componentFacts(component, placed, quotas[at]!, period.startMonth, period.months);
      return { repId, ...(part ?? { credited: 0, quota: sumOf(quotas[at]!, period) }) };
    });
    components[component.id] = { ...facts, team: parts, ...windowOf(component, parts) };
  }
  return { ...period, components };
}

/** A report without a result in the period still carries its quota. */
function sumOf(quotas: readonly number[], { startMonth, months }: PayPeriodInputs): number {
  return quotas.slice(startMonth, startMonth + months).reduce((sum, cents) => sum + cents, 0);
}

function windowOf(component: CompComponent, parts: readonly ComponentFacts[]): { windowQuota?: number } {
  if (component.timing.attainmentOf !== 'whole') return {};
  return { windowQuota: parts.reduce((sum, part) => sum + (part.windowQuota ?? part.quota ?? 0), 0) };
}

/** Gives every peer a place in each period, by attainment of the window so far, or by what is credited. */
function rankPeers(component: CompComponent, peers: readonly RepPayoutInputs[]): void {
  const span = monthsOf[component.timing.measuredOver];
  const ends = new Set(peers.flatMap(({ periods }) => periods.map((each) => each.startMonth + each.months)));
  for (const end of ends) {
    const places = placesOf(peers.map(({ periods }) => scoreAt(component, periods, end, span)));
    peers.forEach(({ periods }, at) => {
      const facts = periods.find((each) => each.startMonth + each.months === end)?.components[component.id];
      if (facts) Object.assign(facts, places[at]);
    });
  }
}

function scoreAt(
  component: CompComponent,
  periods: readonly PayPeriodInputs[],
  end: number,
  span: number,
): number {
  const from = Math.floor((end - 1) / span) * span;
  let credited = NaN;
  let quota = 0;
  for (const period of periods) {
    const facts = period.components[component.id];
    if (!facts || period.startMonth + period.months > end || period.startMonth + period.months <= from)
      continue;
    const isSum = component.measureUnit !== 'ratio' && !Number.isNaN(credited);
    credited = (isSum ? credited : 0) + facts.credited;
    quota = (isSum ? quota : 0) + (facts.quota ?? 0);
  }
  return quota > 0 ? credited / quota : credited;
}
