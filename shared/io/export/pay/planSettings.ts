import type { CompCondition, CompPlan } from '../../../model/compPlan';
import { fromCents } from '../../../model/money';
import type { CellFormat } from '../workbook';
import { OPEN_END, type ComponentTable } from './componentTable';

/** A number of a comp plan on Plans, an input that Calc and Payouts read. */
export type PlanSetting = readonly [key: string, label: string, value: number, format: CellFormat];

/** What stands beside a condition's name. */
export const CONDITION_WORDS: Readonly<Record<CompCondition['kind'], string>> = {
  gate: 'Gate',
  linkedAccelerator: 'Linked accelerator',
  multiplier: 'Multiplier',
};

/** The plan's own numbers, beside those of its components. */
export function planSettings(plan: CompPlan): PlanSetting[] {
  const settings: PlanSetting[] = [
    ['step', 'Payouts are rounded to', fromCents(plan.roundingStepCents), 'moneyCents'],
  ];
  const { dealCents, totalCents, totalOfTargetRatio } = plan.caps;
  if (dealCents !== null) {
    settings.push(['dealCap', 'Most that one deal pays', fromCents(dealCents), 'moneyCents']);
  }
  if (totalCents !== null) settings.push(['totalCap', 'Total cap', fromCents(totalCents), 'moneyCents']);
  if (totalOfTargetRatio !== null) {
    settings.push(['totalCapRatio', 'Total cap, times target incentive', totalOfTargetRatio, 'decimal']);
  }
  if (plan.guarantee) {
    settings.push(['guarantee', 'Guarantee, share of target', plan.guarantee.ofTargetRatio, 'percent']);
    settings.push(['guaranteeMonths', 'Guarantee, months of service', plan.guarantee.months, 'integer']);
  }
  if (plan.draw) {
    settings.push(['draw', 'Draw a month', fromCents(plan.draw.amountCents), 'moneyCents']);
    settings.push(['recovery', 'Recovered from pay above the draw', plan.draw.recoveryRatio, 'percent']);
    const from = plan.draw.isNewHiresOnly ? 'service' : 'service, or of the year';
    if (plan.draw.months !== null) {
      settings.push(['drawMonths', `Draw, until month of ${from}`, plan.draw.months, 'integer']);
    }
    settings.push([
      'recoveryStart',
      `Draw recovered from month of ${from}`,
      plan.draw.recoveryStartsMonth,
      'integer',
    ]);
  }
  if (plan.clawback?.kind === 'share') {
    settings.push([
      'clawbackShare',
      'Share taken back of a cancelled deal’s pay',
      plan.clawback.recoveryRatio,
      'percent',
    ]);
  }
  if (plan.clawback && plan.clawback.termMonths !== null) {
    settings.push([
      'clawbackTerm',
      'Months after which nothing is taken back',
      plan.clawback.termMonths,
      'decimal',
    ]);
  }
  return settings;
}

/** A gate's or hurdle's threshold; null for a multiplier. */
export function conditionSetting(condition: CompCondition): PlanSetting | null {
  return condition.kind === 'multiplier'
    ? null
    : ['threshold', 'Threshold', condition.thresholdRatio, 'decimal'];
}

/** The bands of a multiplier; null for other conditions. */
export function conditionTable(condition: CompCondition): ComponentTable | null {
  if (condition.kind !== 'multiplier') return null;
  return {
    headers: ['From', 'To', 'Factor'],
    formats: ['decimal', 'decimal', 'decimal'],
    rows: condition.bands.map((band) => [band.from ?? -OPEN_END, band.to ?? OPEN_END, band.factor]),
  };
}
