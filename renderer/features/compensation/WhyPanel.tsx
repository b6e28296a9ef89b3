import { ActionIcon, CopyButton, Select, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { payoutSteps, type PayoutStep, type PayoutStepName } from '../../../shared/comp/payTypes';
import { payoutStepNames, stepValueText } from '../../../shared/comp/describe';
import { phraseText } from '../../../shared/comp/phrase';
import { explainPay } from '../../../shared/plan/evaluatePay';
import { paidOn } from '../../../shared/plan/payInputs';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { compViewStore, useCompView } from './compViewStore';
import { figureFormat } from './figureFormat';
import type { ShownCompPlan } from './useCompPlan';
import classes from './WhyPanel.module.css';

/** Steps that make the figure, drawn with a filled number. */
const MAIN_STEPS: ReadonlySet<PayoutStepName> = new Set(['attainment', 'rate', 'sum']);

/** All 13 steps of one rep's incentive; the first eight are those of the selected component. */
export function WhyPanel({
  shown,
  isTitled = true,
}: {
  readonly shown: ShownCompPlan;
  readonly isTitled?: boolean;
}) {
  const format = usePlanFormat();
  const repId = useCompView((view) => view.repId);
  const { group, component } = shown;
  const pay = group.reps.find((each) => each.rep.id === repId) ?? group.reps[0] ?? null;
  const attainmentRatio = pay && paidOn(pay).attainmentRatio;
  const steps = useMemo(() => (pay ? explainPay(pay, '') : []), [pay]);
  const figures = figureFormat(format);
  const shownSteps = payoutSteps.flatMap((name): PayoutStep[] => {
    const found = steps.filter((step) => step.step === name);
    const own = found.find((step) => step.componentId === null || step.componentId === component?.id);
    return own ? [own] : [];
  });
  const valueText = (step: PayoutStep) => stepValueText(step, figures);
  const asText = shownSteps
    .map((step, at) =>
      [
        at + 1,
        payoutStepNames[step.step],
        valueText(step),
        ...step.words.map((words) => phraseText(words, figures)),
      ].join('\t'),
    )
    .join('\n');

  return (
    <aside className={classes.panel} aria-label="Why this number?">
      <header className={classes.header}>
        {isTitled && <h2 className={classes.title}>Why this number?</h2>}
        <CopyButton value={asText}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy the steps'}>
              <ActionIcon aria-label="Copy the steps" onClick={copy} disabled={!pay}>
                {copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
        <ActionIcon aria-label="Close" onClick={() => compViewStore.setState({ isWhyOpen: false })}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      </header>
      {!pay ? (
        <p className={classes.empty}>
          No rep is on this plan yet. Choose this comp plan for reps in Team and quotas, and the steps of each
          payout stand here.
        </p>
      ) : (
        <>
          <div className={classes.choice}>
            <Select
              aria-label="Rep"
              searchable
              data={group.reps.map(({ rep }) => ({ value: rep.id, label: rep.name }))}
              value={pay.rep.id}
              onChange={(id) => compViewStore.setState({ repId: id })}
            />
            <p className={classes.figure}>
              <strong>{format.cents(pay.payoutCents)}</strong>
              <span>
                incentive at {attainmentRatio === null ? 'no' : format.percent(attainmentRatio, 1)} attainment
                {pay.team && pay.quotaCents === 0 ? ' of the team' : ''} under this plan
              </span>
            </p>
          </div>
          <ol className={classes.steps} tabIndex={0} aria-label="Steps of the payout">
            {shownSteps.map((step, at) => (
              <li key={step.step} className={classes.step} data-dimmed={!step.hasEffect || undefined}>
                <span
                  className={classes.number}
                  data-main={(MAIN_STEPS.has(step.step) && step.hasEffect) || undefined}
                  aria-hidden
                >
                  {at + 1}
                </span>
                <div className={classes.stepBody}>
                  <div className={classes.stepHead}>
                    <span className={classes.stepName}>
                      {payoutStepNames[step.step]}
                      {step.componentId !== null &&
                        at === 0 &&
                        component &&
                        shown.plan.components.length > 1 && <em> {component.name}</em>}
                    </span>
                    <span className={classes.value}>{valueText(step)}</span>
                  </div>
                  {step.words.map((words, line) => (
                    <div key={line} className={classes.words}>
                      {phraseText(words, figures)}
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ol>
          <footer className={classes.total}>
            <span>Incentive</span>
            <span>{format.centsExact(pay.payoutCents)}</span>
          </footer>
        </>
      )}
    </aside>
  );
}
