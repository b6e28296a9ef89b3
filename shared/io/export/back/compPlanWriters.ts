import type { CompComponent } from '../../../model/compComponent';
import type { CompCondition, CompPlan } from '../../../model/compPlan';
import { toCents } from '../../../model/money';
import { OPEN_END, rateShown, unitsShown } from '../pay/componentTable';

/** Writes a plan's own number that Plans shows, by its key (pay/planSettings). @param draft is changed */
export function putPlanSetting(draft: CompPlan, key: string, value: number): void {
  const { caps, guarantee, draw, clawback } = draft;
  switch (key) {
    case 'step':
      draft.roundingStepCents = toCents(value);
      break;
    case 'dealCap':
      caps.dealCents = toCents(value);
      break;
    case 'totalCap':
      caps.totalCents = toCents(value);
      break;
    case 'totalCapRatio':
      caps.totalOfTargetRatio = value;
      break;
    case 'guarantee':
      if (guarantee) guarantee.ofTargetRatio = value;
      break;
    case 'guaranteeMonths':
      if (guarantee) guarantee.months = value;
      break;
    case 'drawMonths':
      if (draw) draw.months = value;
      break;
    case 'recoveryStart':
      if (draw) draw.recoveryStartsMonth = value;
      break;
    case 'draw':
      if (draw) draw.amountCents = toCents(value);
      break;
    case 'recovery':
      if (draw) draw.recoveryRatio = value;
      break;
    case 'clawbackShare':
      if (clawback?.kind === 'share') clawback.recoveryRatio = value;
      break;
    case 'clawbackTerm':
      if (clawback) clawback.termMonths = value;
      break;
  }
}

/** Writes a component's number that Plans shows, by its key (pay/componentTable). @param draft is changed */
export function putComponentSetting(draft: CompComponent, key: string, value: number): void {
  switch (key) {
    case 'share':
      draft.targetShareRatio = value;
      break;
    case 'goal':
      if (draft.goal.kind === 'value') draft.goal.value = value * unitsShown(draft);
      break;
    case 'cap':
      if (draft.cap?.kind === 'amount') draft.cap.cents = toCents(value);
      else if (draft.cap) draft.cap.ratio = value;
      break;
    case 'holdback':
      draft.holdbackRatio = value;
      break;
    case 'instalments':
      draft.instalments = value;
      break;
    default:
      putKindSetting(draft, key, value);
  }
}

/** What one kind alone has. */
function putKindSetting(draft: CompComponent, key: string, value: number): void {
  const perRate = rateShown(draft, 1);
  if (draft.kind === 'flat' && key === 'rate') {
    if (draft.rate.kind === 'base') draft.rate.multiple = value;
    else if (draft.rate.kind === 'share') draft.rate.ratio = value / perRate;
    else draft.rate.cents = value / perRate;
  }
  if (draft.kind === 'tiers' && key === 'baseRate') draft.baseRateRatio = value / perRate;
  if ((draft.kind === 'curve' || draft.kind === 'matrix') && key === 'below') draft.belowRatio = value;
  if (draft.kind === 'objectives' && key === 'maxScore') draft.maxScoreRatio = value;
  if (draft.kind === 'spif') {
    const { award } = draft;
    if (award.kind === 'share' && key === 'rate') award.ratio = value / perRate;
    if (award.kind === 'amount' && key === 'amount') award.cents = toCents(value);
    if (award.kind === 'amount' && key === 'atLeast') award.atLeast = value * unitsShown(draft);
  }
}

/** An end that lies open stands as a number that nothing comes near. */
const openEnd = (value: number) => (Math.abs(value) >= OPEN_END ? null : value);

/** Puts a component's table in the order that Plans shows it. @param draft is changed */
export function sortTable(draft: CompComponent): void {
  if (draft.kind === 'curve') draft.points.sort((a, b) => a.x - b.x);
  if (draft.kind === 'tiers') draft.tiers.sort((a, b) => a.from - b.from);
  if (draft.kind === 'amountTiers') draft.tiers.sort((a, b) => a.from - b.from);
  if (draft.kind === 'kicker') draft.milestones.sort((a, b) => a.attainment - b.attainment);
}

/** Writes a cell of a component's table. @param draft in the order of sortTable; is changed */
export function putTableCell(draft: CompComponent, row: number, column: number, value: number): void {
  const units = unitsShown(draft);
  switch (draft.kind) {
    case 'curve': {
      const point = draft.points[row]!;
      if (column === 0) point.x = value * (draft.axis === 'value' ? units : 1);
      else point.payRatio = value;
      break;
    }
    case 'tiers': {
      const edge = draft.basis === 'amount' ? units : 1;
      const tier = draft.tiers[row]!;
      if (column === 0) tier.from = value * edge;
      else if (column === 1) tier.to = openEnd(value) === null ? null : value * edge;
      else if (column === 2) tier.rate = value / (draft.rateOf === 'base' ? 1 : rateShown(draft, 1));
      else tier.isRetroactive = value !== 0;
      break;
    }
    case 'amountTiers': {
      const tier = draft.tiers[row]!;
      if (column === 0) tier.from = value * units;
      else if (column === 1) tier.to = value * units;
      else tier.amountCents = toCents(value);
      break;
    }
    case 'matrix':
      // The edges of the columns stand in the first row.
      if (row === 0) draft.columns[column - 1] = value;
      else if (column === 0) draft.rows[row - 1] = value;
      else (draft.cells[row - 1] ??= [])[column - 1] = value;
      break;
    case 'objectives':
      draft.objectives[row]!.weightRatio = value;
      break;
    case 'rankBonus':
      draft.prizesCents[row] = toCents(value);
      break;
    case 'spif':
      putAwardCell(draft.award, row, column, value);
      break;
    case 'kicker': {
      const milestone = draft.milestones[row]!;
      if (column === 0) milestone.attainment = value;
      else milestone.pays = draft.of === 'amount' ? toCents(value) : value;
      break;
    }
    case 'flat':
      break;
  }
}

type Award = Extract<CompComponent, { kind: 'spif' }>['award'];

function putAwardCell(award: Award, row: number, column: number, value: number): void {
  if (award.kind === 'contest') award.prizesCents[row] = toCents(value);
  if (award.kind !== 'perUnit') return;
  const band = award.bands[row]!;
  if (column === 0) band.first = value;
  else if (column === 1) band.last = openEnd(value);
  else band.cents = toCents(value);
}

/** Writes a condition's threshold, or a cell of a multiplier's bands. @param draft is changed */
export function putConditionNumber(
  draft: CompCondition,
  at: { readonly row: number; readonly column: number } | null,
  value: number,
): void {
  if (draft.kind !== 'multiplier') {
    draft.thresholdRatio = value;
    return;
  }
  const band = at && draft.bands[at.row];
  if (!band) return;
  if (at.column === 0) band.from = openEnd(value);
  else if (at.column === 1) band.to = openEnd(value);
  else band.factor = value;
}
