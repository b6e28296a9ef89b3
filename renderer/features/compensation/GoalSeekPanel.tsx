import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { SeekRange } from '../../../shared/comp/goalSeek';
import { useActiveScenario } from '../../state/activeScenario';
import type { GoalSeekTask } from '../../workers/simulationContract';
import { InlineChoice } from '../../ui/InlineField';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { fieldText } from './fieldText';
import { GoalSeekResult } from './GoalSeekResult';
import classes from './Simulation.module.css';
import { SentenceField } from './SentenceField';
import { useSimulatedCase } from './simulatedCase';
import { soughtNumbers, type SoughtNumber } from './soughtNumbers';
import type { ShownCompPlan } from './useCompPlan';
import { useGoalSeek } from './useGoalSeek';

const PERCENTILES = [
  { value: 'p90', label: 'P90' },
  { value: 'p50', label: 'P50' },
  { value: 'mean', label: 'the mean' },
] as const;

/** Which value of a number of the plan keeps what it costs within a limit? */
export function GoalSeekPanel({ shown }: { readonly shown: ShownCompPlan }) {
  const asked = useSimulatedCase(shown);
  const budgetCents = useActiveScenario()?.budgetCents ?? null;
  const numbers = soughtNumbers(shown.plan);
  const [wanted, setWanted] = useState<string | null>(null);
  const [percentile, setPercentile] = useState<GoalSeekTask['percentile']>('p90');
  const [typedLimit, setTypedLimit] = useState<number | null>(null);
  const [typedRange, setTypedRange] = useState<Partial<SeekRange>>({});
  const { seek, start, clear } = useGoalSeek();
  const number = numbers.find((each) => keyOf(each) === wanted) ?? firstOf(numbers);
  // The plan as the simulated reps have it: a search replaces that very object.
  const plan = asked?.reps.find((rep) => rep.plan.id === shown.plan.id && !rep.isUnpaid)?.plan;
  if (!number || !asked || !plan) return null;
  const limitCents = typedLimit ?? budgetCents ?? shown.group.targetIncentiveCents;
  const range = { ...number.range, ...typedRange };
  const isRunning = seek !== null && seek.found === null;
  const change = (run: () => void) => {
    clear();
    run();
  };
  const setEnd = (end: Partial<SeekRange>): string | null => {
    const next = { ...range, ...end };
    if (next.high - next.low < next.precision) return 'The range would end before it begins.';
    change(() => setTypedRange({ ...typedRange, ...end }));
    return null;
  };
  const find = () => start({ plan, paths: number.paths, ...asked, percentile, limitCents, range });

  return (
    <section className={classes.seek} aria-label="Goal seek">
      <header className={classes.seekHead}>
        <h2>Goal seek</h2>
      </header>
      <div className={classes.sentence}>
        Which{' '}
        <Select
          aria-label="Number of the plan"
          className={classes.choice}
          size="xs"
          searchable
          allowDeselect={false}
          data={grouped(numbers)}
          value={keyOf(number)}
          onChange={(key) =>
            change(() => {
              setWanted(key);
              setTypedRange({});
            })
          }
        />
        , <NowValue number={number} />, between{' '}
        <SentenceField
          context="Least value"
          unit={number.unit}
          value={range.low}
          onSet={(low) => setEnd({ low: Number(low) })}
        />{' '}
        and{' '}
        <SentenceField
          context="Greatest value"
          unit={number.unit}
          value={range.high}
          onSet={(high) => setEnd({ high: Number(high) })}
        />{' '}
        keeps{' '}
        <InlineChoice
          label="Percentile"
          value={percentile}
          options={PERCENTILES}
          onChange={(next) => change(() => setPercentile(next))}
        />{' '}
        of incentives within{' '}
        <SentenceField
          context="Limit"
          unit="money"
          value={limitCents}
          onSet={(cents) => {
            if (typeof cents !== 'number' || cents < 0) return 'Give an amount of 0 or more.';
            change(() => setTypedLimit(cents));
            return null;
          }}
        />
        {limitCents === budgetCents ? ' (the budget)' : ''}?{' '}
        <Button size="compact-xs" onClick={isRunning ? clear : find}>
          {isRunning ? 'Cancel' : 'Find it'}
        </Button>
      </div>
      {seek && <GoalSeekResult seek={seek} number={number} onUsed={clear} />}
    </section>
  );
}

function NowValue({ number }: { readonly number: SoughtNumber }) {
  const format = usePlanFormat();
  return <>now {fieldText(number.value, number.unit, format)}</>;
}

const keyOf = ({ paths }: SoughtNumber) => paths[0]!.join('/');

/** Best first: the number that drives the upside, the highest rate or the last point of a curve. */
function firstOf(numbers: readonly SoughtNumber[]): SoughtNumber | undefined {
  const rates = numbers.filter(({ paths }) => ['rate', 'payRatio'].includes(String(paths[0]!.at(-1))));
  return rates.findLast(({ group }) => group === rates[0]!.group) ?? numbers[0];
}

function grouped(
  numbers: readonly SoughtNumber[],
): { group: string; items: { value: string; label: string }[] }[] {
  const names = new Map<string, { value: string; label: string }[]>();
  for (const number of numbers) {
    const key = keyOf(number);
    const place = number.paths[0]!.slice(0, 2).join('/');
    const items = names.get(place) ?? [];
    items.push({ value: key, label: `${number.name}, ${number.group}` });
    names.set(place, items);
  }
  return [...names.values()].map((items, at) => ({ group: groupName(numbers, items[0]!.value, at), items }));
}

function groupName(numbers: readonly SoughtNumber[], key: string, at: number): string {
  const { group, paths } = numbers.find((each) => keyOf(each) === key)!;
  const twins = new Set(
    numbers.filter((each) => each.group === group).map((each) => each.paths[0]!.slice(0, 2).join('/')),
  );
  return twins.size > 1 && paths.length > 0 ? `${group} (${at + 1})` : group;
}
