import { inputsAtAttainment } from '../comp/inputsAtAttainment';
import type { PayPeriodInputs, RepPayoutInputs } from '../comp/payTypes';
import type { YearBasis } from '../comp/priceYear';
import type { YearTime } from '../comp/repYear';
import type { CompPlan } from '../model/compPlan';
import { roundHalfAway, type Cents } from '../model/money';
import type { Rep } from '../model/rep';

/** A report's year as a manager's pay sees it, cents. */
export interface TeamPart {
  /** Whose year it is; missing = not known. */
  readonly repId?: string;
  readonly credited: Cents;
  readonly quota: Cents;
}

/** What a rep's pay of a year hangs on beside the comp plan. */
export interface PaidYear {
  readonly rep: Rep;
  /** Of the full year. */
  readonly quotaCents: Cents;
  /** How much of the year the rep is there. */
  readonly time: YearTime;
  /** Bookings over what time and ramp leave of the quota; null without a quota. */
  readonly attainmentRatio: number | null;
  /** What those below bring in, where the plan pays on it; null = paid on their own results alone. */
  readonly team: readonly TeamPart[] | null;
}

/** What a rep's time and ramp leave of the year's quota. */
export function activeQuotaCents({ quotaCents, time }: Pick<PaidYear, 'quotaCents' | 'time'>): Cents {
  return time.quotaShare === 1 ? quotaCents : roundHalfAway(quotaCents * time.quotaShare);
}

/**
 * The quota and attainment that a rep's pay hangs on, ramped and prorated: the team's for a manager who has none of
 * their own.
 */
export function paidOn({ quotaCents, time, attainmentRatio, team }: Omit<PaidYear, 'rep'>): {
  readonly quotaCents: Cents;
  readonly attainmentRatio: number | null;
} {
  if (quotaCents > 0 || team === null) {
    return { quotaCents: activeQuotaCents({ quotaCents, time }), attainmentRatio };
  }
  const teamCents = team.reduce((sum, { quota }) => sum + quota, 0);
  const credited = team.reduce((sum, part) => sum + part.credited, 0);
  return { quotaCents: teamCents, attainmentRatio: teamCents > 0 ? credited / teamCents : null };
}

/** A rep's year for pricing over and over: what the quota, ramped and prorated, and the target are. */
export function yearBasisOf(year: PaidYear): YearBasis {
  const { targetIncentiveCents, baseSalaryCents } = year.rep;
  return { targetIncentiveCents, baseSalaryCents, quotaCents: paidOn(year).quotaCents, time: year.time };
}

/**
 * Components measured against the quota stand at the rep's attainment, or at the team's where they credit one; the
 * others at their target. The year is one period: a rep who is there for a part of it has that part of quota and target.
 * @param period shown and exported
 */
export function payInputs(
  compPlan: CompPlan | null,
  { rep, quotaCents, time, attainmentRatio, team }: PaidYear,
  period: string,
): RepPayoutInputs | null {
  if (!compPlan) return null;
  const following = compPlan.components.filter(
    (component) => component.goal.kind === 'quota' && component.measureUnit === 'money',
  );
  const followsQuota = new Set(following.map((component) => component.id));
  const expected = inputsAtAttainment(
    compPlan,
    {
      targetIncentiveCents: rep.targetIncentiveCents,
      baseSalaryCents: rep.baseSalaryCents,
      quotaCents: activeQuotaCents({ quotaCents, time }),
    },
    (componentId) => (followsQuota.has(componentId) ? (attainmentRatio ?? 0) : 1),
    period,
  );
  const inputs = { ...expected, periods: expected.periods.map((each) => timed(each, time)) };
  if (team === null || time.monthsThere === 0) return inputs;
  const credited = team.reduce((sum, part) => sum + part.credited, 0);
  const quota = team.reduce((sum, part) => sum + part.quota, 0);
  const rolled = following.filter(({ crediting }) => crediting !== 'own');
  const facts = Object.fromEntries(rolled.map(({ id }) => [id, { credited, quota, team }]));
  const periods = inputs.periods.map((each) => ({ ...each, components: { ...each.components, ...facts } }));
  return { ...inputs, periods };
}

/** A period of the whole year with the rep's time in it; who is not there at all has nothing to be paid on. */
function timed(period: PayPeriodInputs, time: YearTime): PayPeriodInputs {
  const { activeShare, monthsThere, monthOfService } = time;
  return {
    ...period,
    ...(activeShare === 1 ? {} : { activeRatio: activeShare }),
    ...(monthsThere === 12 ? {} : { monthsThere }),
    ...(monthOfService === null ? {} : { monthOfService }),
    ...(monthsThere === 0 ? { components: {} } : {}),
  };
}
