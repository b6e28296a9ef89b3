import type { ReactNode } from 'react';
import { HostError } from '../../../shared/bridge/contract';
import { orderOfOperations, planText } from '../../../shared/comp/describe';
import type { CompPlan } from '../../../shared/model/compPlan';
import { notify } from '../../state/noticeStore';
import { fileNameOf } from '../../ui/fileNameOf';
import type { PlanFormat } from '../../ui/planFormat';
import { printSheets } from '../../ui/printSheets';
import type { ActualPay } from './actualPay';
import { figureFormat } from './figureFormat';
import classes from './Printed.module.css';
import { PAYMENT_COLUMNS, paymentLines } from './PaymentTable';
import { STATEMENT_COLUMNS, statementLines } from './StatementTable';

/** Prints a statement a page for each of the reps, with the plan's rules under it. */
export function printStatements(plan: CompPlan, pays: readonly ActualPay[], format: PlanFormat): void {
  const name = pays.length === 1 ? `Statement ${pays[0]!.rep.name}` : `Statements ${plan.name}`;
  void print(
    pays.map((pay) => <StatementPage key={pay.rep.id} plan={plan} pay={pay} format={format} />),
    name,
  );
}

/** Prints a plan as it pays: its sentences, and the order of operations. */
export function printPlan(plan: CompPlan, format: PlanFormat): void {
  void print(
    <article className={classes.page}>
      <h1>{plan.name}</h1>
      <p>{aboutPlan(plan)}</p>
      <PlanRules plan={plan} format={format} />
    </article>,
    plan.name,
  );
}

async function print(pages: ReactNode, name: string): Promise<void> {
  try {
    await printSheets([pages], fileNameOf([name], '.pdf'), {
      isLandscape: false,
      marginMm: 16,
    });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    notify('error', 'It could not be printed', error.message);
  }
}

function aboutPlan({ version, effectiveFrom, effectiveTo, currency }: CompPlan): string {
  const span =
    effectiveFrom || effectiveTo ? `, effective ${effectiveFrom ?? 'open'} to ${effectiveTo ?? 'open'}` : '';
  return `Version ${version}${span}, paid in ${currency}`;
}

function PlanRules({ plan, format }: { readonly plan: CompPlan; readonly format: PlanFormat }) {
  return (
    <section className={classes.rules}>
      <h2>How {plan.name} pays</h2>
      {planText(plan, figureFormat(format)).map((line, at) => (
        <p key={at}>{line}</p>
      ))}
      <h2>Order of operations</h2>
      <p>{orderOfOperations}</p>
    </section>
  );
}

function StatementPage({
  plan,
  pay,
  format,
}: {
  readonly plan: CompPlan;
  readonly pay: ActualPay;
  readonly format: PlanFormat;
}) {
  return (
    <article className={classes.page}>
      <h1>Incentive statement</h1>
      <p>
        <strong>{pay.rep.name}</strong>, {pay.rep.role}. {plan.name}. {aboutPlan(plan)}.
      </p>
      <p className={classes.total}>{format.centsExact(pay.actuals.payoutCents)}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            {STATEMENT_COLUMNS.map((column) => (
              <th key={column}>{column === '' ? 'Period, component' : column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statementLines(plan, pay, format).map((line, at) => (
            <tr key={at} data-kind={line.kind}>
              {line.cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <PrintedPayments pay={pay} format={format} />
      {pay.actuals.adjustments.some((each) => each.kind === 'dispute') && (
        <section>
          <h2>Disputes</h2>
          {pay.actuals.adjustments.map(
            (each) =>
              each.kind === 'dispute' && (
                <p key={each.id}>
                  {each.period}: {each.reason} ({each.author}, {each.at.slice(0, 10)}).{' '}
                  {each.resolution
                    ? `Settled: ${each.resolution.reason} (${each.resolution.author}).`
                    : 'Open.'}
                </p>
              ),
          )}
        </section>
      )}
      <PlanRules plan={plan} format={format} />
    </article>
  );
}

function PrintedPayments({ pay, format }: { readonly pay: ActualPay; readonly format: PlanFormat }) {
  const lines = paymentLines(pay, format);
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>When it is paid</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            {PAYMENT_COLUMNS.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={at} data-kind={line.kind}>
              {line.cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
