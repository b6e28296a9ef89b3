import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import { seasonKey, type Assumptions } from '../sheets/assumptionsSheet';
import type { Cell } from '../workbook';
import type { TimeSheet } from '../sheets/timeSheet';
import { formulaCell } from '../workbook';

const MONTHS = 12;

/** What a rep's time and ramp leave of a quota, as a formula on the cell that holds the share. */
export function activeQuota(quota: string, share: string): string {
  return `ROUND(${quota}*${share},2)`;
}

/** The part of the year's quota that time and ramp leave: by the weights of the season, where there is one. */
export function quotaShareCell(
  { document }: ExportContext,
  assumptions: Assumptions,
  pay: RepPay,
  time: TimeSheet,
): Cell {
  const { seasonalityRatios } = document.quotaSettings;
  const { quotaShare } = pay.time;
  const ofYear = { pay, fiscalYear: null };
  if (seasonalityRatios.length === 0) {
    return formulaCell(time.asked({ ...ofYear, from: 0, to: MONTHS }), quotaShare, 'plain', 'percent');
  }
  const weights = seasonalityRatios.map((_, at) => assumptions.nameOf(seasonKey(at)));
  const months = MONTHS / weights.length;
  const asked = weights
    .map((weight, at) => `${weight}*${time.asked({ ...ofYear, from: at * months, to: (at + 1) * months })}`)
    .join('+');
  const whole = `(${weights.join('+')})`;
  return formulaCell(`IF(${whole}>0,(${asked})/${whole},0)`, quotaShare, 'plain', 'percent');
}
