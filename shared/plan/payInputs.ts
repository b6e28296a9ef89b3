import { inputsAtAttainment } from '../comp/inputsAtAttainment';
import type { RepPayoutInputs } from '../comp/payTypes';
import type { CompPlan } from '../model/compPlan';
import type { Cents } from '../model/money';
import type { Rep } from '../model/rep';

/** A report's year as a manager's pay sees it, cents. */
export interface TeamPart {
  readonly credited: Cents;
  readonly quota: Cents;
}

/** What a rep's pay of a year hangs on beside the comp plan. */
export interface PaidYear {
  readonly rep: Rep;
  readonly quotaCents: Cents;
  /** null without a quota. */
  readonly attainmentRatio: number | null;
  /** What those below bring in, where the plan pays on it; null = paid on their own results alone. */
  readonly team: readonly TeamPart[] | null;
}

/** The quota and attainment that a rep's pay hangs on: the team's for a manager who has none of their own. */
export function paidOn({ quotaCents, attainmentRatio, team }: Omit<PaidYear, 'rep'>): {
  readonly quotaCents: Cents;
  readonly attainmentRatio: number | null;
} {
  if (quotaCents > 0 || team === null) return { quotaCents, attainmentRatio };
  const teamCents = team.reduce((sum, { quota }) => sum + quota, 0);
  const credited = team.reduce((sum, part) => sum + part.credited, 0);
  return { quotaCents: teamCents, attainmentRatio: teamCents > 0 ? credited / teamCents : null };
}

/**
 * Components measured against the quota stand at the rep's attainment, or at the team's where they credit one; the
 * others at their target.
 * @param period shown and exported
 */
export function payInputs(
  compPlan: CompPlan | null,
  { rep, quotaCents, attainmentRatio, team }: PaidYear,
  period: string,
): RepPayoutInputs | null {
  if (!compPlan) return null;
  const following = compPlan.components.filter(
    (component) => component.goal.kind === 'quota' && component.measureUnit === 'money',
  );
  const followsQuota = new Set(following.map((component) => component.id));
  const inputs = inputsAtAttainment(
    compPlan,
    {
      targetIncentiveCents: rep.targetIncentiveCents,
      baseSalaryCents: rep.baseSalaryCents,
      quotaCents,
    },
    (componentId) => (followsQuota.has(componentId) ? (attainmentRatio ?? 0) : 1),
    period,
  );
  if (team === null) return inputs;
  const credited = team.reduce((sum, part) => sum + part.credited, 0);
  const quota = team.reduce((sum, part) => sum + part.quota, 0);
  const rolled = following.filter(({ crediting }) => crediting !== 'own');
  const facts = Object.fromEntries(rolled.map(({ id }) => [id, { credited, quota, team }]));
  const periods = inputs.periods.map((each) => ({ ...each, components: { ...each.components, ...facts } }));
  return { ...inputs, periods };
}
