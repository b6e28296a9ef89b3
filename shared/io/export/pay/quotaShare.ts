import { monthSpan } from '../../../comp/calendar';
import { quotaStretches } from '../../../comp/repYear';
import type { RepPay } from '../../../plan/evaluatePay';
import type { ExportContext } from '../exportContext';
import { seasonKey, type Assumptions } from '../sheets/assumptionsSheet';
import type { Cell } from '../workbook';
import { formulaCell, valueCell } from '../workbook';

/** What a rep's time and ramp leave of a quota, as a formula on the cell that holds the share. */
export function activeQuota({ time }: RepPay, quota: string, share: string): string {
  return time.quotaShare === 1 ? quota : `ROUND(${quota}*${share},2)`;
}

/** The part of the year's quota that time and ramp leave: by the weights of the season, where there is one. */
export function quotaShareCell(
  { document }: ExportContext,
  assumptions: Assumptions,
  { rep, time }: RepPay,
): Cell {
  const { quotaSettings, settings } = document;
  const seasonality = quotaSettings.seasonalityRatios;
  const { from: start } = monthSpan(settings.fiscalYear, settings.fiscalYearStartMonth, 1);
  const { ratios } = quotaStretches(rep, { start, quotaCents: 0, seasonality }, 12);
  if (time.quotaShare === 1 || ratios.length !== seasonality.length) {
    return valueCell(time.quotaShare, 'plain', 'percent');
  }
  const weights = seasonality.map((_, at) => assumptions.nameOf(seasonKey(at)));
  const asked = weights.map((weight, at) => `${weight}*${ratios[at]!}`).join('+');
  const whole = `(${weights.join('+')})`;
  return formulaCell(`IF(${whole}>0,(${asked})/${whole},0)`, time.quotaShare, 'plain', 'percent');
}
