import { usePlanFormat } from '../../ui/PlanFormatContext';
import { indexSteps, type IndexStep } from './indexSteps';
import { useShownData } from './shownData';
import classes from './WhyIndex.module.css';

/** The arithmetic of an index, in words and figures, down to the accounts behind it. */
export function WhyIndex() {
  const { plan, scenario, evaluation, selectedIndex } = useShownData();
  const format = usePlanFormat();
  const { accounts, index, assignable } = evaluation.territories;
  const steps = indexSteps(plan, scenario, evaluation.territories, selectedIndex);
  const territory = scenario.territories[selectedIndex]!;
  const exact = (step: IndexStep, value: number): string => format.measure(step.kind, value).exact;
  return (
    <div className={classes.why}>
      <h3 className={classes.title}>
        Why {territory.name} is at {format.number(index[selectedIndex]!, 1)}
      </h3>
      <ol className={classes.steps}>
        <li>
          <span className={classes.word}>It holds</span>
          <span className={classes.sum}>
            {format.number(accounts.totals[selectedIndex]!)} of {format.number(accounts.whole)} accounts
          </span>
        </li>
        {steps.map((step) => (
          <li key={step.measureId}>
            <span className={classes.word}>{step.name}, summed over them</span>
            <span className={classes.sum}>{exact(step, step.total)}</span>
            <span className={classes.word}>
              Its target: {format.percent(step.capacityShare, 2)} of {exact(step, step.whole)}, the part of
              its capacity among {format.number(assignable.length)} territories
            </span>
            <span className={classes.sum}>{exact(step, step.target)}</span>
            <span className={classes.word}>100 × total / target</span>
            <span className={classes.sum}>{format.number(step.index, 1)}</span>
            <span className={classes.word}>
              counts {format.percent(step.share)} of the index: {format.number(step.share, 2)} ×{' '}
              {format.number(step.index, 1)}
            </span>
            <span className={classes.strong}>{format.number(step.points, 1)}</span>
          </li>
        ))}
        <li>
          <span className={classes.word}>
            Index: {steps.map((step) => format.number(step.points, 1)).join(' + ')}
          </span>
          <span className={classes.strong}>{format.number(index[selectedIndex]!, 1)}</span>
        </li>
      </ol>
      <p className={classes.note}>
        What nobody has yet counts in the whole; house accounts and holdouts do not. A value below zero stands
        for not known and counts as 0.
      </p>
    </div>
  );
}
