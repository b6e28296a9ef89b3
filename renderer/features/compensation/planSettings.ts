import type { CompClawback, CompDraw, CompPlan } from '../../../shared/model/compPlan';
import { hasCents } from '../../../shared/model/money';
import { choicesOf, type SettingField, type SettingGroup } from './settingField';
import type { FieldPath } from './setAt';

const CONVERSIONS = choicesOf({ locked: 'at rates locked for the plan', period: 'at each period’s rates' });
const ROUNDING = choicesOf({ '1': 'to the cent', '100': 'to whole currency' });
const DRAWS = choicesOf({
  none: 'no draw',
  recoverable: 'recoverable',
  nonRecoverable: 'not recoverable',
  forgivenAtEnd: 'forgiven at the end',
});
const DRAWN_BY = choicesOf({ newHires: 'new hires', everyone: 'everyone' });
const GUARANTEES = choicesOf({ none: 'none', given: 'a share of target incentive' });
const CLAWBACKS = choicesOf({
  none: 'nothing is clawed back',
  prorated: 'what is left of the term',
  share: 'a fixed share',
});
/** The currencies that plans are mostly paid in; any other ISO code may be typed. */
const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'JPY', 'INR', 'BRL', 'MXN', 'CHF', 'SEK', 'SGD'];

/** Every setting of a plan beside its components and conditions. Paths are those that `setPlanSetting` takes. */
export function planSettings(plan: CompPlan): SettingGroup[] {
  return [
    { title: 'Plan', fields: aboutFields(plan) },
    { title: 'Caps', fields: capFields(plan) },
    { title: 'Draw', fields: drawFields(plan.draw) },
    { title: 'Guarantee', fields: guaranteeFields(plan) },
    { title: 'Clawback', fields: clawbackFields(plan.clawback) },
  ];
}

function aboutFields(plan: CompPlan): SettingField[] {
  return [
    { label: 'Effective from', path: ['effectiveFrom'], value: plan.effectiveFrom, unit: 'date' },
    { label: 'Effective to', path: ['effectiveTo'], value: plan.effectiveTo, unit: 'date' },
    {
      label: 'Plan currency',
      path: ['currency'],
      value: plan.currency,
      unit: 'text',
      choices: CURRENCIES.map((code) => ({ value: code, label: code })),
      isOpenChoice: true,
    },
    {
      label: 'Other currencies',
      path: ['conversion'],
      value: plan.conversion,
      unit: 'choice',
      choices: CONVERSIONS,
    },
    {
      label: 'Payouts rounded',
      path: ['roundingStepCents'],
      value: String(plan.roundingStepCents),
      unit: 'choice',
      choices: ROUNDING,
    },
  ];
}

function capFields({ caps }: CompPlan): SettingField[] {
  return [
    {
      label: 'One deal',
      path: ['caps', 'dealCents'],
      value: caps.dealCents,
      unit: 'money',
      isClearable: true,
    },
    {
      label: 'All pay',
      path: ['caps', 'totalCents'],
      value: caps.totalCents,
      unit: 'money',
      isClearable: true,
    },
    {
      label: 'All pay, of target incentive',
      path: ['caps', 'totalOfTargetRatio'],
      value: caps.totalOfTargetRatio,
      unit: 'ratio',
      isClearable: true,
    },
  ];
}

function drawFields(draw: CompDraw | null): SettingField[] {
  const kind: SettingField = {
    label: 'Draw',
    path: ['draw', 'kind'],
    value: draw?.kind ?? 'none',
    unit: 'choice',
    choices: DRAWS,
  };
  if (!draw) return [kind];
  const recovery: SettingField[] =
    draw.kind === 'nonRecoverable'
      ? []
      : [
          {
            label: 'Recovered from surplus',
            path: ['draw', 'recoveryRatio'],
            value: draw.recoveryRatio,
            unit: 'ratio',
          },
          {
            label: 'Recovery begins in month',
            path: ['draw', 'recoveryStartsMonth'],
            value: draw.recoveryStartsMonth,
            unit: 'number',
          },
        ];
  return [
    kind,
    { label: 'A month', path: ['draw', 'amountCents'], value: draw.amountCents, unit: 'money' },
    { label: 'For months', path: ['draw', 'months'], value: draw.months, unit: 'number', isClearable: true },
    {
      label: 'Drawn by',
      path: ['draw', 'who'],
      value: draw.isNewHiresOnly ? 'newHires' : 'everyone',
      unit: 'choice',
      choices: DRAWN_BY,
    },
    ...recovery,
  ];
}

function guaranteeFields({ guarantee }: CompPlan): SettingField[] {
  const kind: SettingField = {
    label: 'New hires are sure of',
    path: ['guarantee', 'kind'],
    value: guarantee ? 'given' : 'none',
    unit: 'choice',
    choices: GUARANTEES,
  };
  if (!guarantee) return [kind];
  return [
    kind,
    { label: 'Share', path: ['guarantee', 'ofTargetRatio'], value: guarantee.ofTargetRatio, unit: 'ratio' },
    { label: 'Months', path: ['guarantee', 'months'], value: guarantee.months, unit: 'number' },
  ];
}

function clawbackFields(clawback: CompClawback | null): SettingField[] {
  const kind: SettingField = {
    label: 'A cancelled deal gives back',
    path: ['clawback', 'kind'],
    value: clawback?.kind ?? 'none',
    unit: 'choice',
    choices: CLAWBACKS,
  };
  if (!clawback) return [kind];
  const term: SettingField = {
    label: 'Term, months',
    path: ['clawback', 'termMonths'],
    value: clawback.termMonths,
    unit: 'number',
    isClearable: clawback.kind === 'share',
  };
  return clawback.kind === 'prorated'
    ? [kind, term]
    : [
        kind,
        { label: 'Share', path: ['clawback', 'recoveryRatio'], value: clawback.recoveryRatio, unit: 'ratio' },
        term,
      ];
}

/** What a draw begins as: three months of $3,000 for new hires, half of the surplus pays it back. */
export const NEW_DRAW = {
  amountCents: 300_000,
  months: 3,
  recoveryRatio: 0.5,
  recoveryStartsMonth: 1,
  isNewHiresOnly: true,
};

/** Settings that are a kind of something, or are kept in another form than they are chosen in. */
const SWITCHES: Readonly<Record<string, (draft: CompPlan, to: string | number | null) => void>> = {
  // Nobody can be paid a hundredth of a yen.
  currency: (draft, to) => {
    const [before, after] = [draft.currency, String(to).toUpperCase()].map(hasCents);
    draft.currency = String(to);
    if (!after) draft.roundingStepCents = 100;
    else if (!before && draft.roundingStepCents === 100) draft.roundingStepCents = 1;
  },
  roundingStepCents: (draft, to) => {
    draft.roundingStepCents = Number(to);
  },
  'draw.kind': (draft, to) => {
    if (to === 'none') draft.draw = null;
    if (to === 'recoverable' || to === 'nonRecoverable' || to === 'forgivenAtEnd')
      draft.draw = { ...(draft.draw ?? NEW_DRAW), kind: to };
  },
  'draw.who': (draft, to) => {
    if (draft.draw) draft.draw.isNewHiresOnly = to === 'newHires';
  },
  'guarantee.kind': (draft, to) => {
    draft.guarantee = to === 'given' ? { ofTargetRatio: 1, months: 3 } : null;
  },
  'clawback.kind': (draft, to) => {
    if (to === 'none') draft.clawback = null;
    if (to === 'prorated') draft.clawback = { kind: to, termMonths: draft.clawback?.termMonths ?? 12 };
    if (to === 'share')
      draft.clawback = { kind: to, recoveryRatio: 1, termMonths: draft.clawback?.termMonths ?? 12 };
  },
};

/** Sets a setting of the plan that is a kind of something. @returns false where the path is an ordinary field */
export function switchPlanSetting(draft: CompPlan, path: FieldPath, to: string | number | null): boolean {
  const change = SWITCHES[path.join('.')];
  change?.(draft, to);
  return change !== undefined;
}
