import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import type { PlanFormat } from '../../ui/planFormat';
import type { Proposal } from './proposal';
import { travelUnit } from './travelUnit';

/** A figure before and after; after null = there is no proposal. */
export interface ProposalStat {
  readonly label: string;
  readonly before: string;
  readonly after: string | null;
  readonly note: string;
}

/** What a proposal does to index, travel, bookings and pay. */
export function proposalStats(
  plan: PlanDocument,
  scenario: Scenario,
  evaluation: PlanEvaluation,
  proposal: Proposal | null,
  toleranceShare: number,
  format: PlanFormat,
): ProposalStat[] {
  const before = figuresBefore(proposal, evaluation);
  const after = proposal?.after ?? null;
  const unit = travelUnit(plan, scenario, format.distanceUnit);
  const shown = after ?? before;
  const within = shown ? countWithin(shown, toleranceShare) : 0;
  const total = shown?.territories.assignable.length ?? 0;
  const travel = (figures: PlanEvaluation) => travelOf(figures) * unit.perKm;
  const stat = (label: string, text: (figures: PlanEvaluation) => string, note: string): ProposalStat => ({
    label,
    before: before ? text(before) : 'none',
    after: after ? text(after) : null,
    note,
  });
  const travelChange = before && after && travel(before) > 0 ? travel(after) / travel(before) - 1 : null;
  const pay = (figures: PlanEvaluation) => figures.pay.budget;
  const budget = shown ? pay(shown).budgetCents : null;
  const payChange =
    before && after ? format.centsChange(pay(after).payoutCents - pay(before).payoutCents) : '';
  const baseNote = baseNoteOf(before, after, format);
  const budgetNote = budget === null ? '' : `budget ${format.centsCompact(budget).text}`;
  const bookingsChange =
    before && after
      ? format.centsChange(pay(after).bookingsCents - pay(before).bookingsCents)
      : 'as the scenario assumes';
  const stats = [
    stat(
      'Index range',
      (figures) => rangeOf(figures, toleranceShare, format),
      `${within} of ${total} in ±${format.percent(toleranceShare, 1)}`,
    ),
    stat(
      `Travel, ${unit.name}`,
      (figures) => format.compact(travel(figures)).text,
      travelNote(travelChange, format),
    ),
    stat('Bookings', (figures) => format.centsCompact(pay(figures).bookingsCents).text, bookingsChange),
    stat(
      'Incentives',
      (figures) => format.centsCompact(pay(figures).payoutCents).text,
      [payChange, baseNote || budgetNote].filter((part) => part !== '').join(', ') || 'no budget set',
    ),
  ];
  // New territories have no reps yet: pay would say nothing.
  return proposal && bringsTerritories(proposal) ? stats.slice(0, 2) : stats;
}

/** Base pay changes only with who is in the team; what it does then says more than the budget. */
function baseNoteOf(before: PlanEvaluation | null, after: PlanEvaluation | null, format: PlanFormat): string {
  if (!before || !after) return '';
  const change = after.pay.budget.baseSalaryCents - before.pay.budget.baseSalaryCents;
  return change === 0 ? '' : `base pay ${format.centsChange(change)}`;
}

/** New territories have no figures of their own from before: the scenario that they would replace has. */
function figuresBefore(proposal: Proposal | null, evaluation: PlanEvaluation): PlanEvaluation | null {
  if (!proposal) return evaluation;
  return proposal.before ?? (evaluation.territories.assignable.length > 0 ? evaluation : null);
}

function bringsTerritories({ task }: Proposal): boolean {
  return task.isNew || (task.effect?.added.length ?? 0) > 0;
}

function travelNote(change: number | null, format: PlanFormat): string {
  if (change === null) return 'to the bases';
  if (Math.abs(change) < 0.0005) return 'no more than before';
  return `${format.percentChange(change)}, ${change > 0 ? 'the price of balance' : 'saved'}`;
}

function rangeOf({ territories }: PlanEvaluation, toleranceShare: number, format: PlanFormat): string {
  const { lowest, highest } = territories.spread;
  return lowest === null
    ? 'none'
    : [lowest, highest].map((index) => format.index(index, toleranceShare)).join('–');
}

/** Territories whose index is within the tolerance around 100. */
export function countWithin({ territories }: PlanEvaluation, toleranceShare: number): number {
  return territories.assignable.filter(
    (territory) => Math.abs(territories.index[territory]! - 100) <= toleranceShare * 100 + 1e-9,
  ).length;
}

function travelOf({ territories }: PlanEvaluation): number {
  return territories.assignable.reduce(
    (sum, territory) => sum + territories.travel.activityKm[territory]!,
    0,
  );
}
