import { componentQuota, type PayBasis } from '../../../shared/comp/inputsAtAttainment';
import type { CompComponent } from '../../../shared/model/compComponent';
import { subjectOfCode } from './subjectChoice';

type Value = string | number | null;
type Switch = (draft: CompComponent, to: Value, basis: PayBasis) => void;

/** What a rate or an amount begins as where nothing says what it was worth before: 10%, $100 a unit. */
const BEGINNINGS = { base: 1, share: 0.1, perUnit: 10_000 } as const;

/**
 * Settings that are a kind of something, by their path: figures that hang on them are carried over at the worth
 * they have for the average rep (a rate of 1× a base rate of 10% becomes 10%), so that pay stays what it was.
 */
const SWITCHES: Readonly<Record<string, Switch>> = {
  'goal.kind': (draft, to, basis) => {
    if (to === 'quota') draft.goal = { kind: 'quota' };
    else if (draft.goal.kind === 'quota')
      draft.goal = { kind: 'value', value: draft.measureUnit === 'money' ? basis.quotaCents : 1 };
  },
  'cap.kind': (draft, to, basis) => {
    const targetCents = basis.targetIncentiveCents * (draft.targetShareRatio || 1);
    if (to === 'none') draft.cap = null;
    if (to === 'amount') draft.cap = { kind: 'amount', cents: Math.round(2 * targetCents) };
    if (to === 'ofTarget') draft.cap = { kind: 'ofTarget', ratio: 2 };
  },
  'rate.kind': (draft, to, basis) => {
    if (draft.kind !== 'flat') return;
    const { rate } = draft;
    const value = rate.kind === 'base' ? rate.multiple : rate.kind === 'share' ? rate.ratio : rate.cents;
    if (to === 'base') draft.rate = { kind: to, multiple: reRated(draft, value, rate.kind, to, basis) };
    if (to === 'share') draft.rate = { kind: to, ratio: reRated(draft, value, rate.kind, to, basis) };
    if (to === 'perUnit') draft.rate = { kind: to, cents: reRated(draft, value, rate.kind, to, basis) };
  },
  rateOf: (draft, to, basis) => {
    if (draft.kind !== 'tiers' || !isRateKind(to)) return;
    for (const tier of draft.tiers) tier.rate = reRated(draft, tier.rate, draft.rateOf, to, basis);
    draft.rateOf = to;
  },
  'baseRate.kind': (draft, to, basis) => {
    if (draft.kind === 'tiers')
      draft.baseRateRatio = to === 'given' ? (baseRateOf(draft, basis) ?? BEGINNINGS.share) : null;
  },
  basis: (draft, to, basis) => {
    if (draft.kind !== 'tiers' || draft.basis === to || (to !== 'amount' && to !== 'attainment')) return;
    const scale = edgeScale(draft, to === 'amount', basis);
    for (const tier of draft.tiers) {
      tier.from = clean(tier.from * scale);
      tier.to = tier.to === null ? null : clean(tier.to * scale);
    }
    draft.basis = to;
  },
  axis: (draft, to, basis) => {
    if (draft.kind !== 'curve' || draft.axis === to || (to !== 'value' && to !== 'attainment')) return;
    const scale = edgeScale(draft, to === 'value', basis);
    for (const point of draft.points) point.x = clean(point.x * scale);
    draft.axis = to;
  },
  'award.kind': (draft, to) => {
    if (draft.kind !== 'spif') return;
    if (to === 'amount') draft.award = { kind: to, cents: 100_000, atLeast: 10 };
    if (to === 'share') draft.award = { kind: to, ratio: 0.02 };
    if (to === 'contest') draft.award = { kind: to, prizesCents: [500_000, 300_000, 100_000], ties: 'share' };
    if (to === 'perUnit')
      draft.award = { kind: to, how: 'marginal', bands: [{ first: 1, last: null, cents: 10_000 }] };
  },
  of: (draft, to, basis) => {
    if (draft.kind !== 'kicker') return;
    const isMoney = to === 'amount';
    if (isMoney !== (draft.of === 'amount')) {
      const scale = basis.targetIncentiveCents || 1;
      for (const milestone of draft.milestones)
        milestone.pays = isMoney
          ? Math.round(milestone.pays * scale)
          : Number((milestone.pays / scale).toFixed(4));
    }
    if (to === 'ote' || to === 'targetIncentive' || to === 'baseSalary' || to === 'amount') draft.of = to;
  },
  'column.code': (draft, to) => {
    if (draft.kind === 'matrix') draft.column = subjectOfCode(String(to), draft.column);
  },
};

/** Sets a setting that is a kind of something. @returns false where the path is an ordinary field */
export function switchKind(
  draft: CompComponent,
  path: readonly (string | number)[],
  to: Value,
  basis: PayBasis,
): boolean {
  const [list, at, field] = path;
  if (list === 'tiers' && field === 'reach' && draft.kind === 'tiers') {
    draft.tiers[Number(at)]!.isRetroactive = to === 'all';
    return true;
  }
  const change = SWITCHES[path.join('.')];
  change?.(draft, to, basis);
  return change !== undefined;
}

type RateKind = keyof typeof BEGINNINGS;

function isRateKind(value: Value): value is RateKind {
  return typeof value === 'string' && value in BEGINNINGS;
}

/** TI of the component / quota in the measure's unit; null where either is 0. */
function baseRateOf(draft: CompComponent, basis: PayBasis): number | null {
  const quota = componentQuota(draft, basis.quotaCents);
  const rate = quota > 0 ? (basis.targetIncentiveCents * draft.targetShareRatio) / quota : 0;
  return rate > 0 ? Number(rate.toFixed(6)) : null;
}

function reRated(draft: CompComponent, rate: number, from: RateKind, to: RateKind, basis: PayBasis): number {
  if (from === to) return rate;
  const base = baseRateOf(draft, basis);
  if (base === null || (from !== 'base' && to !== 'base')) return BEGINNINGS[to];
  return from === 'base' ? clean(rate * base) : Number((rate / base).toFixed(3));
}

function edgeScale(draft: CompComponent, isToAmount: boolean, basis: PayBasis): number {
  const quota = componentQuota(draft, basis.quotaCents) || 1;
  return isToAmount ? quota : 1 / quota;
}

function clean(value: number): number {
  return Number(value.toFixed(6));
}
