import { useEffect, useMemo, useState } from 'react';
import type { WaterfallStep } from '../../../shared/comp/comparePlans';
import { payPerformance } from '../../../shared/comp/payPerformance';
import { tornado, type Tornado } from '../../../shared/comp/sensitivity';
import { costCurve } from '../../../shared/comp/teamCost';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { paidOn, yearBasisOf } from '../../../shared/plan/payInputs';
import { ChartPanel } from '../../charts/ChartPanel';
import { LineChart } from '../../charts/LineChart';
import { RangeBars, type RangeBar } from '../../charts/RangeBars';
import { useActiveScenario } from '../../state/activeScenario';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { GoalSeekPanel } from './GoalSeekPanel';
import classes from './ResultsView.module.css';
import { useSimulatedCase } from './simulatedCase';
import { comparedOnText, useComparison } from './useComparison';
import type { ShownCompPlan } from './useCompPlan';
import { runBetweenFrames } from './runBetweenFrames';

/** What the plan costs if: the whole team sells more or less, one input moves, another plan is left. */
export function WhatIfCharts({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const { reps } = shown.group;
  const fit = useMemo(
    () =>
      payPerformance(
        reps.flatMap((pay) => {
          const { attainmentRatio } = paidOn(pay);
          return attainmentRatio === null ? [] : [{ attainment: attainmentRatio, pay: pay.payoutCents }];
        }),
      ),
    [reps],
  );
  return (
    <>
      <GoalSeekPanel shown={shown} />
      <CostCurve reps={reps} format={format} />
      <Waterfall shown={shown} format={format} />
      <Sensitivity shown={shown} format={format} />
      <p className={classes.ask}>
        {fit.r === null
          ? 'Pay–performance fit: none, for attainment or pay does not vary between reps.'
          : `Pay–performance fit: pay follows attainment with r = ${format.number(fit.r, 2)} (r² ${format.number(fit.r2, 2)}) over ${fit.reps} reps; ten points of attainment are worth ${format.cents((fit.slope ?? 0) / 10)}.`}
      </p>
    </>
  );
}

interface RepsProps {
  readonly reps: readonly RepPay[];
  readonly format: PlanFormat;
}

/** Incentives with the whole team at 60% to 140% of its quotas. */
function CostCurve({ reps, format }: RepsProps) {
  const budgetCents = useActiveScenario()?.budgetCents ?? null;
  const points = useMemo(
    () =>
      costCurve(
        reps.flatMap((pay) => {
          const { compPlan } = pay;
          if (compPlan === null) return [];
          const attainmentRatio = paidOn(pay).attainmentRatio ?? 1;
          return [{ plan: compPlan, ...yearBasisOf(pay), attainmentRatio }];
        }),
      ),
    [reps],
  );
  // Bookings of reps and of their managers' teams are the same ones: no cost of sales where both are on the plan.
  const isMixed = reps.some(({ team }) => team !== null) && reps.some(({ team }) => team === null);
  const short = (cents: number) => format.centsCompact(cents).text;
  return (
    <ChartPanel
      title="Cost by team attainment"
      hint="incentives, everybody scaled together"
      table={{
        columns: ['Team attainment', 'Incentives', 'Base and incentives', 'CCOS'],
        rows: points.map((point) => [
          format.percent(point.teamRatio),
          format.cents(point.incentiveCents),
          format.cents(point.totalCents),
          point.ccosRatio === null || isMixed ? 'none' : format.percent(point.ccosRatio, 1),
        ]),
      }}
    >
      <LineChart
        label="Incentives by attainment of the whole team"
        lines={[
          {
            name: '',
            tone: 'accent',
            points: points.map((point) => ({ x: point.teamRatio, y: point.incentiveCents })),
          },
        ]}
        xText={(ratio) => format.percent(ratio)}
        yText={short}
        levels={budgetCents === null ? [] : [{ y: budgetCents, label: `Budget ${short(budgetCents)}` }]}
      />
    </ChartPanel>
  );
}

/** From the other plan's cost to this one's; nothing where no plan is compared with. */
function Waterfall({ shown, format }: { readonly shown: ShownCompPlan; readonly format: PlanFormat }) {
  const compared = useComparison(shown);
  if (!compared) {
    return <p className={classes.ask}>Compare with another plan to see where its cost changes.</p>;
  }
  const { on, comparison } = compared;
  if (!comparison) return <p className={classes.ask}>Simulating the year under both plans…</p>;
  const steps = comparison.waterfall;
  const bars = waterfallBars(steps, format);
  return (
    <ChartPanel
      title="From plan to plan"
      hint={`incentives of both plans on ${comparedOnText(on)}`}
      table={{
        columns: ['Step', 'Amount'],
        rows: steps.map((step) => [step.name, format.centsExact(step.cents)]),
      }}
    >
      <RangeBars
        label="Waterfall of cost from the other plan to this one"
        bars={bars}
        mark={null}
        isFromZero
        valueText={(cents) => format.centsCompact(cents).text}
      />
    </ChartPanel>
  );
}

/** Totals stand on the ground, changes on what the steps before them add up to. */
function waterfallBars(steps: readonly WaterfallStep[], format: PlanFormat): RangeBar[] {
  let level = 0;
  return steps.map((step): RangeBar => {
    const from = step.kind === 'change' ? level : 0;
    level = step.kind === 'change' ? level + step.cents : step.cents;
    const text =
      step.kind === 'change' ? format.centsChange(step.cents) : format.centsCompact(step.cents).text;
    const tone = step.kind !== 'change' ? 'plain' : step.cents >= 0 ? 'up' : 'down';
    return { name: step.name, from, to: level, tone, text };
  });
}

/** Trials of each case of the tornado: enough for the order of its bars. */
const TORNADO_TRIALS = 1000;

/** Median cost with one input at a time moved down and up; runs between frames. */
function Sensitivity({ shown, format }: { readonly shown: ShownCompPlan; readonly format: PlanFormat }) {
  const asked = useSimulatedCase(shown);
  const [found, setFound] = useState<Tornado | null>(null);
  useEffect(() => {
    if (!asked) return;
    return runBetweenFrames(
      tornado({ ...asked, settings: { ...asked.settings, trials: TORNADO_TRIALS } }),
      setFound,
    );
  }, [asked]);
  if (!found) {
    return (
      <p className={classes.waiting} role="status">
        Moving one input at a time…
      </p>
    );
  }
  const short = (cents: number) => format.centsCompact(cents).text;
  return (
    <ChartPanel
      title="Sensitivity"
      hint={`median incentives, ${short(found.baseCents)} as it is`}
      table={{
        columns: ['Input', 'Low', 'Incentives', 'High', 'Incentives'],
        rows: found.bars.map((bar) => [
          bar.name,
          bar.lowLabel,
          format.cents(bar.lowCents),
          bar.highLabel,
          format.cents(bar.highCents),
        ]),
      }}
    >
      <RangeBars
        label="Tornado of median incentives, one input at a time"
        bars={found.bars.map((bar) => ({
          name: bar.name,
          from: bar.lowCents,
          to: bar.highCents,
          tone: 'plain',
          text: short(bar.swingCents),
        }))}
        mark={found.baseCents}
        valueText={short}
      />
    </ChartPanel>
  );
}
