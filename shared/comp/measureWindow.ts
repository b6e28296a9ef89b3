import type { CompComponent } from '../model/compComponent';
import { activeMonths, type ComponentFacts, type PayPeriodInputs, type RepPayoutInputs } from './payTypes';
import type { ComponentState } from './planState';
import type { PreparedPlan } from './preparePlan';

/** Months of a measurement window or pay date. */
export const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/** What is kept of a component from period to period. */
export interface Running {
  windowStart: number;
  /** Active months / 12 of the window so far, or of all of it where attainment is of the whole window. */
  targetYears: number;
  earnedCents: number;
  paidCents: number;
  carryCents: number;
  yearCredited: number;
  yearQuota: number;
}

/** A component before the first period. */
export const newRunning = (): Running => ({
  windowStart: -1,
  targetYears: 0,
  earnedCents: 0,
  paidCents: 0,
  carryCents: 0,
  yearCredited: 0,
  yearQuota: NaN,
});

/** The goal of one period: the quota of the facts, or the plan's own value, which is one measurement window's. */
export function goalOf(component: CompComponent, facts: ComponentFacts | undefined, months: number): number {
  if (facts?.quota !== null && facts?.quota !== undefined) return facts.quota;
  if (component.goal.kind === 'quota') return 0;
  const isSum = component.measureUnit !== 'ratio';
  return component.goal.value * (isSum ? months / monthsOf[component.timing.measuredOver] : 1);
}

/** Adds a period's facts to a component's window, beginning a new window where one is due. */
export function advanceWindow(
  prepared: PreparedPlan,
  rep: RepPayoutInputs,
  at: number,
  index: number,
  own: Running,
  state: ComponentState,
): void {
  const { component } = prepared.components[index]!;
  const { timing } = component;
  const period = rep.periods[at]!;
  const facts = period.components[component.id];
  const { inputs } = state;
  const span = Math.max(monthsOf[timing.measuredOver], period.months);
  const windowStart = Math.floor(period.startMonth / span) * span;
  const isWhole = timing.attainmentOf === 'whole';
  if (windowStart !== own.windowStart || period.months >= span) {
    // An overpayment that is carried outlives its window.
    own.paidCents = timing.negativeDue === 'carry' ? Math.max(0, own.paidCents - own.earnedCents) : 0;
    own.windowStart = windowStart;
    own.targetYears = 0;
    inputs.credited = 0;
    inputs.quota = 0;
    state.deals = null;
    state.team = null;
    state.splitAway = 0;
    inputs.scores = null;
    if (isWhole) openWholeWindow(rep, at, component, windowStart + span, own, state);
  }
  if (!isWhole) {
    own.targetYears += (period.months * (period.activeRatio ?? 1)) / 12;
    addGoal(component, facts, period.months, state);
  }
  inputs.targetIncentiveCents = rep.targetIncentiveCents * own.targetYears;
  inputs.baseSalaryCents = (rep.baseSalaryCents ?? 0) * own.targetYears;
  inputs.targetCents = component.targetShareRatio * inputs.targetIncentiveCents;
  if (facts) addFacts(component, facts, state);
  if (prepared.needsYear) addYear(rep.periods, component, facts, own, state);
}

/** Quota and target of all the window at once: from the facts' windowQuota, else from the periods given. */
function openWholeWindow(
  rep: RepPayoutInputs,
  at: number,
  component: CompComponent,
  windowEnd: number,
  own: Running,
  state: ComponentState,
): void {
  const { periods } = rep;
  const windowQuota = periods[at]!.components[component.id]?.windowQuota;
  let reached = periods[at]!.startMonth;
  for (let i = at; i < periods.length && periods[i]!.startMonth < windowEnd; i++) {
    const period = periods[i]!;
    reached = period.startMonth + period.months;
    own.targetYears += (period.months * (period.activeRatio ?? 1)) / 12;
    if (windowQuota === undefined) addGoal(component, period.components[component.id], period.months, state);
  }
  if (windowQuota === undefined) return;
  state.inputs.quota = windowQuota;
  // The target is the whole window's too, though its later periods are not given yet.
  own.targetYears += activeMonths(rep, reached, windowEnd) / 12;
}

function addGoal(
  component: CompComponent,
  facts: ComponentFacts | undefined,
  months: number,
  state: ComponentState,
): void {
  const { inputs } = state;
  const goal =
    component.crediting !== 'own' && facts?.team
      ? facts.team.reduce((sum, report) => sum + (report.quota ?? 0), 0)
      : goalOf(component, facts, months);
  // A ratio can't be added up over periods: the latest one stands.
  inputs.quota = component.measureUnit === 'ratio' ? goal : inputs.quota + goal;
}

function addFacts(component: CompComponent, facts: ComponentFacts, state: ComponentState): void {
  const { inputs } = state;
  inputs.scores = facts.scores ?? null;
  inputs.rank = facts.rank ?? 0;
  inputs.tiedCount = facts.tiedCount ?? 0;
  state.source = facts.source ?? null;
  state.splitAway += facts.splitAway ?? 0;
  // Not spread into one call: a period may bring more deals than a call takes arguments.
  if (facts.deals) state.deals = [...(state.deals ?? []), ...facts.deals];
  let { credited } = facts;
  if (component.crediting !== 'own' && facts.team) {
    credited = addTeam(component, facts.team, state);
  }
  inputs.credited = component.measureUnit === 'ratio' ? credited : inputs.credited + credited;
}

/** Adds the reports' results to the window's team; returns what the manager is credited for this period. */
function addTeam(
  component: CompComponent,
  team: NonNullable<ComponentFacts['team']>,
  state: ComponentState,
): number {
  const known = (state.team ??= team.map(() => ({ credited: 0, quota: 0 })));
  let credited = 0;
  let quota = 0;
  let attainment = 0;
  let withQuota = 0;
  team.forEach((report, i) => {
    const sum = (known[i] ??= { credited: 0, quota: 0 });
    sum.credited += report.credited;
    sum.quota += report.quota ?? 0;
    credited += report.credited;
    quota += report.quota ?? 0;
    if (report.quota !== null && report.quota > 0) {
      attainment += report.credited / report.quota;
      withQuota++;
    }
  });
  // The mean of attainments as a credit, so that every kind sees the same attainment.
  return component.crediting === 'meanAttainment' && withQuota > 0
    ? (attainment / withQuota) * quota
    : credited;
}

function addYear(
  periods: readonly PayPeriodInputs[],
  component: CompComponent,
  facts: ComponentFacts | undefined,
  own: Running,
  state: ComponentState,
): void {
  if (Number.isNaN(own.yearQuota)) {
    own.yearQuota =
      component.timing.measuredOver === 'year' && facts?.windowQuota !== undefined
        ? facts.windowQuota
        : periods.reduce(
            (sum, period) => sum + goalOf(component, period.components[component.id], period.months),
            0,
          );
  }
  own.yearCredited += facts?.credited ?? 0;
  state.yearAttainment = own.yearQuota > 0 ? own.yearCredited / own.yearQuota : NaN;
}
