import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { payoutStepNames, stepText, stepValueText } from '../../../shared/comp/describe';
import type { CompPlan } from '../../../shared/model/compPlan';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { actualSteps, type ActualPay } from './actualPay';
import classes from './Actuals.module.css';
import { AdjustmentForm } from './AdjustmentForm';
import { AdjustmentList } from './AdjustmentList';
import { figureFormat } from './figureFormat';
import { ObjectiveScores } from './ObjectiveScores';
import { PaymentTable } from './PaymentTable';
import { printStatements } from './printStatements';
import { StatementTable } from './StatementTable';

/** What a rep was paid, period by period, with the steps of each payout and what people added to it. */
export function Statement({ plan, pay }: { readonly plan: CompPlan; readonly pay: ActualPay }) {
  const format = usePlanFormat();
  const [adding, setAdding] = useState<'dispute' | 'correction' | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const periods = pay.periods.map((each) => each.period);
  const period = wanted !== null && periods.includes(wanted) ? wanted : (periods.at(-1) ?? '');
  const steps = useMemo(() => actualSteps(pay, period), [pay, period]);
  const figures = figureFormat(format);
  const nameOf = new Map(plan.components.map((each) => [each.id, each.name]));
  return (
    <section className={classes.statement} aria-label={`Statement of ${pay.rep.name}`}>
      <header className={classes.header}>
        <h2>Statement: {pay.rep.name}</h2>
        <span className={classes.space} />
        <Tooltip label="Print this statement, or save it as PDF">
          <ActionIcon aria-label="Print statement" onClick={() => printStatements(plan, [pay], format)}>
            <IconPrinter size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes.body} tabIndex={0} role="group" aria-label="Statement">
        <p className={classes.figure}>
          <strong>{format.centsExact(pay.actuals.payoutCents)}</strong>{' '}
          {pay.payments.length > 0 ? 'earned' : 'paid'} under {plan.name}
        </p>
        <StatementTable plan={plan} pay={pay} />
        <PaymentTable pay={pay} />
        <div className={classes.buttons}>
          <Button onClick={() => setAdding('dispute')}>Add dispute note</Button>
          <Button onClick={() => setAdding('correction')}>Add correction</Button>
        </div>
        {adding && (
          <AdjustmentForm
            key={adding}
            kind={adding}
            plan={plan}
            pay={pay}
            period={period}
            onClose={() => setAdding(null)}
          />
        )}
        <AdjustmentList plan={plan} pay={pay} />
        <div className={classes.why}>
          <h3>Why this number?</h3>
          <Select
            aria-label="Period"
            size="xs"
            w={120}
            allowDeselect={false}
            data={periods}
            value={period}
            onChange={setWanted}
          />
        </div>
        <ObjectiveScores plan={plan} rep={pay.rep} period={period} />
        <ol className={classes.steps} aria-label="Steps of the payout">
          {steps.map((step, at) => (
            <li key={at} data-dimmed={!step.hasEffect || undefined}>
              <div>
                <span>
                  {payoutStepNames[step.step]}
                  {step.componentId !== null && <em> {nameOf.get(step.componentId)}</em>}
                </span>
                <span className={classes.value}>{stepValueText(step, figures)}</span>
              </div>
              <small>{stepText(step, figures)}</small>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
