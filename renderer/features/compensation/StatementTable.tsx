import type { CompPlan } from '../../../shared/model/compPlan';
import { laterPayDate } from '../../../shared/comp/payments';
import type { PeriodPayout } from '../../../shared/comp/payTypes';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { PlanFormat } from '../../ui/planFormat';
import type { ActualPay } from './actualPay';
import classes from './Actuals.module.css';

/** A line of a statement: texts by column, the first one names it. */
export interface StatementLine {
  readonly cells: readonly [name: string, credited: string, quota: string, attainment: string, pay: string];
  readonly kind: 'period' | 'component' | 'limit' | 'total';
}

/** The lines of a statement: each period with its components and limits, corrections, and the total. */
export function statementLines(plan: CompPlan, pay: ActualPay, format: PlanFormat): StatementLine[] {
  const lines = pay.periods.flatMap((period) => periodLines(plan, period, format));
  const corrections = pay.actuals.adjustments.flatMap((each): StatementLine[] =>
    each.kind === 'correction'
      ? [
          {
            kind: 'limit',
            cells: [
              `Correction of ${each.period}: ${each.reason} (${each.author})`,
              '',
              '',
              '',
              format.centsExact(each.amountCents),
            ],
          },
        ]
      : [],
  );
  return [...lines, ...corrections, ...totalLines(pay, format)];
}

/** What was earned in all, and where it stands where it was not all paid at once. */
function totalLines({ actuals, payments, standing }: ActualPay, format: PlanFormat): StatementLine[] {
  const line = (kind: 'total' | 'limit', name: string, cents: number): StatementLine => ({
    kind,
    cells: [name, '', '', '', format.centsExact(cents)],
  });
  if (payments.length === 0) return [line('total', 'Total paid', actuals.payoutCents)];
  const { paidCents, heldCents, owedCents } = standing;
  return [
    line('total', 'Total earned', actuals.payoutCents),
    line('limit', 'Paid by now', paidCents),
    ...(heldCents === 0 ? [] : [line('limit', 'Held back until it is released', heldCents)]),
    ...(owedCents === 0 ? [] : [line('limit', 'Owed later', owedCents)]),
  ];
}

function periodLines(plan: CompPlan, period: PeriodPayout, format: PlanFormat): StatementLine[] {
  const limit = (name: string, cents: number): StatementLine[] =>
    cents === 0 ? [] : [{ kind: 'limit', cells: [name, '', '', '', format.centsExact(cents)] }];
  return [
    { kind: 'period', cells: [period.period, '', '', '', format.centsExact(period.payoutCents)] },
    ...period.components.map((paid): StatementLine => {
      const component = plan.components.find((each) => each.id === paid.componentId);
      const payDate = laterPayDate(period.period, paid);
      const amount = (value: number | null) => {
        if (value === null) return 'none';
        if (component?.measureUnit === 'money') return format.cents(value);
        return component?.measureUnit === 'ratio' ? format.percent(value, 1) : format.number(value, 2);
      };
      return {
        kind: 'component',
        cells: [
          `${component?.name ?? paid.componentId}${payDate === null ? '' : `, paid in ${payDate}`}`,
          amount(paid.credited),
          amount(paid.quota),
          paid.attainmentRatio === null ? 'none' : format.percentFixed(paid.attainmentRatio, 1),
          format.centsExact(paid.payoutCents),
        ],
      };
    }),
    ...limit('Total cap', period.totalCapCents),
    ...limit('Draw', period.drawCents),
    ...limit('Clawback', period.clawbackCents),
  ];
}

export const STATEMENT_COLUMNS = ['', 'Credited', 'Quota', 'Attainment', 'Pay'] as const;

/** A rep's pay by period and component. */
export function StatementTable({ plan, pay }: { readonly plan: CompPlan; readonly pay: ActualPay }) {
  const format = usePlanFormat();
  return (
    <table className={classes.lines} aria-label={`Pay of ${pay.rep.name}`}>
      <thead>
        <tr>
          {STATEMENT_COLUMNS.map((column) => (
            <th key={column} scope="col">
              {column === '' ? 'Period, component' : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statementLines(plan, pay, format).map((line, at) => (
          <tr key={at} data-kind={line.kind}>
            {line.cells.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
