import { Button } from '@mantine/core';
import { notify } from '../../state/noticeStore';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { saveCompPlan } from './compViewStore';
import { fieldText } from './fieldText';
import classes from './Simulation.module.css';
import type { SoughtNumber } from './soughtNumbers';
import type { GoalSeek } from './useGoalSeek';

const NAMES = { p50: 'P50', p90: 'P90', mean: 'the mean' } as const;

/** What a search found, or why nothing, with the way to put it into the plan; every value tried stands under it. */
export function GoalSeekResult({
  seek,
  number,
  onUsed,
}: {
  readonly seek: GoalSeek;
  readonly number: SoughtNumber;
  readonly onUsed: () => void;
}) {
  const format = usePlanFormat();
  const { task, steps, found } = seek;
  const value = found?.value ?? null;
  const text = (each: number) => fieldText(each, number.unit, format);
  const use = () => {
    if (value === null) return;
    const edit = number.set(value);
    const name = `${number.name.toLowerCase()} of ${number.group}`;
    const refusal = edit.ok ? saveCompPlan(edit.plan, `set ${name} to ${text(value)}`) : edit.message;
    if (refusal !== null) notify('error', refusal);
    else onUsed();
  };
  return (
    <>
      <div className={classes.answer} role="status">
        {found ? answerText(seek, number, format) : `Trying values, ${steps.length} so far…`}
        {value !== null && value !== number.value && (
          <Button size="compact-xs" variant="filled" onClick={use}>
            Use it
          </Button>
        )}
      </div>
      <table className={classes.steps} aria-label="Values tried">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">{number.name}</th>
            <th scope="col">{NAMES[task.percentile]} of incentives</th>
            <th scope="col">Against the limit</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, at) => (
            <tr key={at} data-within={step.result <= task.limitCents}>
              <td>{at + 1}</td>
              <td>{text(step.value)}</td>
              <td>{format.cents(step.result)}</td>
              <td>{format.centsChange(step.result - task.limitCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The answer in words. */
function answerText({ task, found, steps }: GoalSeek, number: SoughtNumber, format: PlanFormat): string {
  const { percentile, limitCents, range } = task;
  const text = (each: number) => fieldText(each, number.unit, format);
  const name = NAMES[percentile];
  if (!found || found.value === null || found.result === null) {
    const best = steps.reduce((low, step) => (step.result < low.result ? step : low), steps[0]!);
    const over = format.cents(best.result - limitCents);
    return `No value from ${text(range.low)} to ${text(range.high)} keeps it: even at ${text(best.value)}, ${name} is ${format.cents(best.result)}, ${over} over the limit.`;
  }
  const at = `${text(found.value)} keeps ${name} at ${format.cents(found.result)}`;
  const isWhole = steps.length === 2;
  if (isWhole && steps[0]!.result === steps[1]!.result) {
    return `${number.name} does not change the cost here: ${name} is ${format.cents(found.result)} at every value.`;
  }
  return isWhole
    ? `Every value from ${text(range.low)} to ${text(range.high)} keeps it; at ${text(found.value)}, ${name} is ${format.cents(found.result)}.`
    : `${at}, within ${format.cents(limitCents)}.`;
}
