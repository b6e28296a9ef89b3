import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { PlanFormat } from '../../ui/planFormat';
import type { ActualPay } from './actualPay';
import classes from './Actuals.module.css';

/** A line of the payments: texts by column. */
export interface PaymentLine {
  readonly cells: readonly [period: string, earned: string, paid: string, held: string, owed: string];
  readonly kind: 'component' | 'total';
}

export const PAYMENT_COLUMNS = ['Period', 'Earned', 'Paid', 'Held so far', 'Owed so far'] as const;

/** When a rep's pay is paid, period by period, those to come last; none where all is paid at once. */
export function paymentLines({ payments, actuals, standing }: ActualPay, format: PlanFormat): PaymentLine[] {
  if (payments.length === 0) return [];
  const { correctionCents } = actuals;
  const money = (cents: number) => format.centsExact(cents);
  const onTop: PaymentLine[] =
    correctionCents === 0
      ? []
      : [
          {
            kind: 'component',
            cells: ['Corrections', money(correctionCents), money(correctionCents), '', ''],
          },
        ];
  return [
    ...payments.map(({ period, earnedCents, paidCents, heldCents, owedCents, isLater }): PaymentLine => ({
      kind: 'component',
      cells: [
        isLater ? `${period}, to come` : period,
        isLater ? '' : money(earnedCents),
        money(paidCents),
        money(heldCents),
        money(owedCents),
      ],
    })),
    ...onTop,
    {
      kind: 'total',
      cells: [
        'By now',
        money(standing.earnedCents),
        money(standing.paidCents),
        money(standing.heldCents),
        money(standing.owedCents),
      ],
    },
  ];
}

/** The payments of a rep whose pay is held back in part, or paid in instalments or on a pay date to come. */
export function PaymentTable({ pay }: { readonly pay: ActualPay }) {
  const format = usePlanFormat();
  const lines = paymentLines(pay, format);
  if (lines.length === 0) return null;
  return (
    <>
      <div className={classes.why}>
        <h3>When it is paid</h3>
      </div>
      <table className={classes.lines} aria-label={`Payments to ${pay.rep.name}`}>
        <thead>
          <tr>
            {PAYMENT_COLUMNS.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, cells: [period, ...amounts] }, at) => (
            <tr key={at} data-kind={kind}>
              <th scope="row">{period}</th>
              {amounts.map((amount, column) => (
                <td key={column}>{amount}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
