import { payoutOfRep } from '../../../comp/payout';
import { fromCents } from '../../../model/money';
import { payInputs } from '../../../plan/payInputs';
import type { ExportContext } from '../exportContext';
import type { Cell, Sheet } from '../workbook';
import { valueCell } from '../workbook';
import { tableSheet, type TableColumn } from './tableSheet';

const COLUMNS: readonly TableColumn[] = [
  ['One input moved, all else as it is', 'text', 40],
  ['Down by', 'percent'],
  ['Up by', 'percent'],
  ['Payouts when down', 'moneyCents', 20],
  ['Payouts now', 'moneyCents', 20],
  ['Payouts when up', 'moneyCents', 20],
  ['Swing', 'moneyCents', 18],
  ['Is', 'text', 34],
];
const STEP = 0.1;

interface Moved {
  readonly attainment: number;
  readonly quota: number;
  readonly targetIncentive: number;
}

/** What a year's payouts come to when one input moves by a tenth: Evenland's values, the widest swing first. */
export function sensitivitySheet(context: ExportContext): Sheet {
  const still: Moved = { attainment: 1, quota: 1, targetIncentive: 1 };
  const inputs = [
    { name: 'Bookings of every rep', move: (by: number): Moved => ({ ...still, attainment: by }) },
    {
      name: 'Quotas, same bookings',
      move: (by: number): Moved => ({ ...still, quota: by, attainment: 1 / by }),
    },
    { name: 'Target incentive', move: (by: number): Moved => ({ ...still, targetIncentive: by }) },
  ];
  const baseCents = context.evaluation.pay.reps.reduce((sum, { payoutCents }) => sum + payoutCents, 0);
  const rows = inputs
    .map(({ name, move }) => ({
      name,
      low: costCents(context, move(1 - STEP)),
      high: costCents(context, move(1 + STEP)),
    }))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low))
    .map(({ name, low, high }): Cell[] => [
      valueCell(name),
      valueCell(-STEP),
      valueCell(STEP),
      valueCell(fromCents(low)),
      valueCell(fromCents(baseCents)),
      valueCell(fromCents(high)),
      valueCell(fromCents(Math.abs(high - low))),
      valueCell('values, as they were when exported', 'note'),
    ]);
  return tableSheet('Sensitivity', COLUMNS, rows, { filterRow: null });
}

/** A year's payouts with an input moved; reps as the scenario takes them to sell. */
function costCents(context: ExportContext, moved: Moved): number {
  let total = 0;
  for (const { rep, compPlan, quotaCents, attainmentRatio, team } of context.evaluation.pay.reps) {
    const year = {
      rep: { ...rep, targetIncentiveCents: Math.round(rep.targetIncentiveCents * moved.targetIncentive) },
      quotaCents: Math.round(quotaCents * moved.quota),
      attainmentRatio: attainmentRatio === null ? null : attainmentRatio * moved.attainment,
      team:
        team?.map(({ credited, quota }) => ({
          credited: Math.round(credited * moved.quota * moved.attainment),
          quota: Math.round(quota * moved.quota),
        })) ?? null,
    };
    const inputs = payInputs(compPlan, year, '');
    if (compPlan && inputs) total += payoutOfRep(compPlan, inputs, null).payoutCents;
  }
  return total;
}
