import { findMeasure } from '../../../model/accountTable';
import { fromCents } from '../../../model/money';
import type { BaseScenario } from '../baseScenario';
import type { ExportContext } from '../exportContext';
import type { Cell, CellFormat, Sheet } from '../workbook';
import { formulaCell, valueCell } from '../workbook';
import type { PayoutsSheet } from './payoutsSheet';
import type { QuotasSheet } from './quotasSheet';
import { tableSheet } from './tableSheet';
import { territoryTotals } from './territoriesSheet';

/** The exported scenario, live, against the base one's values: totals of territories, quotas and pay. */
export function compareSheet(
  context: ExportContext,
  base: BaseScenario,
  pay: { quotas: QuotasSheet; payouts: PayoutsSheet } | null,
): Sheet {
  const lines = [...territoryLines(context, base), ...(pay ? payLines(context, base, pay) : [])];
  const body = lines.map(({ of, name, formula, here, there, format }, at): Cell[] => [
    valueCell(of),
    valueCell(name),
    formulaCell(formula(`B${at + 2}`), here, 'plain', format),
    valueCell(there, 'plain', format),
    formulaCell(`C${at + 2}-D${at + 2}`, here - there, 'plain', format),
  ]);
  return tableSheet(
    'Compare',
    [
      ['Of', 'text', 28],
      ['Name', 'text', 26],
      [context.scenario.name, 'moneyCents', 20],
      [base.scenario.name, 'moneyCents', 20],
      ['Difference', 'moneyCents', 20],
    ],
    body,
    { frozenColumns: 2 },
  );
}

interface CompareLine {
  readonly of: string;
  readonly name: string;
  readonly formula: (nameCell: string) => string;
  readonly here: number;
  readonly there: number;
  readonly format: CellFormat;
}

function territoryLines(context: ExportContext, base: BaseScenario): CompareLine[] {
  const { territories } = context.evaluation;
  return context.scenario.measures.flatMap(({ measureId }) => {
    const lookUp = territoryTotals(context, measureId);
    const own = territories.measures.find((measure) => measure.measureId === measureId);
    const other = base.evaluation.territories.measures.find((measure) => measure.measureId === measureId);
    if (!lookUp || !own || !other) return [];
    const isMoney = findMeasure(context.document.accounts, measureId)?.kind === 'money';
    return territories.assignable.map((index): CompareLine => {
      const { id } = context.scenario.territories[index]!;
      const there = base.scenario.territories.findIndex((territory) => territory.id === id);
      return {
        of: `${own.name} of territory`,
        name: context.territoryNames[index]!,
        formula: (cell) => `SUMIFS(${lookUp.totals},${lookUp.names},${cell})`,
        here: own.totals[index]!,
        there: there < 0 ? 0 : other.totals[there]!,
        format: isMoney ? 'money' : 'decimal',
      };
    });
  });
}

function payLines(
  context: ExportContext,
  base: BaseScenario,
  { quotas, payouts }: { quotas: QuotasSheet; payouts: PayoutsSheet },
): CompareLine[] {
  const before = new Map(base.evaluation.pay.reps.map((pay) => [pay.rep.id, pay]));
  const figures = [
    { of: 'Quota of rep', cents: 'quotaCents', amounts: quotas.quotaRange, names: quotas.repRange },
    { of: 'Payout of rep', cents: 'payoutCents', amounts: payouts.payoutRange, names: payouts.repRange },
  ] as const;
  return figures.flatMap(({ of, cents, amounts, names }) =>
    context.evaluation.pay.reps.flatMap((pay, at): CompareLine[] => {
      // Quotas beside the spread (overlays, pins of managers) are in no row of the quotas' sheet.
      if (cents === 'quotaCents' && pay.quotaCents !== 0 && !quotas.carries(pay)) return [];
      const line: CompareLine = {
        of,
        name: context.repNames[at]!,
        formula: (cell) => `SUMIFS(${amounts},${names},${cell})`,
        here: fromCents(pay[cents]),
        there: fromCents(before.get(pay.rep.id)?.[cents] ?? 0),
        format: 'moneyCents',
      };
      return [line];
    }),
  );
}
