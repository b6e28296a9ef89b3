import { useEffect, useMemo, useState } from 'react';
import { payPerformance } from '../../../shared/comp/payPerformance';
import { tornado, type Tornado } from '../../../shared/comp/sensitivity';
import { costCurve } from '../../../shared/comp/teamCost';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { simulatedRep } from '../../../shared/plan/simulatedRep';
import { ChartPanel } from '../../charts/ChartPanel';
import { LineChart } from '../../charts/LineChart';
import { RangeBars, type RangeBar } from '../../charts/RangeBars';
import { useActiveScenario } from '../../state/activeScenario';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { comparedPay } from './comparedPay';
import { useCompView } from './compViewStore';
import classes from './ResultsView.module.css';
import { simulationSettings, useSimulation } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

/** What the plan costs if: the whole team sells more or less, one input moves, another plan is left. */
export function WhatIfCharts({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const { reps } = shown.group;
  const fit = useMemo(
    () =>
      payPerformance(
        reps.flatMap(({ attainmentRatio, payoutCents }) =>
          attainmentRatio === null ? [] : [{ attainment: attainmentRatio, pay: payoutCents }],
        ),
      ),
    [reps],
  );
  return (
    <>
      <CostCurve reps={reps} format={format} />
      <Waterfall shown={shown} format={format} />
      <Sensitivity reps={reps} format={format} />
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
        reps.flatMap(({ rep, compPlan, quotaCents, attainmentRatio }) =>
          compPlan === null
            ? []
            : [
                {
                  plan: compPlan,
                  quotaCents,
                  targetIncentiveCents: rep.targetIncentiveCents,
                  baseSalaryCents: rep.baseSalaryCents,
                  attainmentRatio: attainmentRatio ?? 1,
                },
              ],
        ),
      ),
    [reps],
  );
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
          point.ccosRatio === null ? 'none' : format.percent(point.ccosRatio, 1),
        ]),
      }}
    >
      <LineChart
        label="Incentives by attainment of the whole team"
        points={points.map((point) => ({ x: point.teamRatio, y: point.incentiveCents }))}
        xText={(ratio) => format.percent(ratio)}
        yText={short}
        levels={budgetCents === null ? [] : [{ y: budgetCents, label: `Budget ${short(budgetCents)}` }]}
      />
    </ChartPanel>
  );
}

/** From the other plan's cost to this one's; nothing where no plan is compared with. */
function Waterfall({ shown, format }: { readonly shown: ShownCompPlan; readonly format: PlanFormat }) {
  const comparedId = useCompView((view) => view.comparedPlanId);
  const { plan, plans, group } = shown;
  const other = plans.find((each) => each.id === comparedId && each.id !== plan.id) ?? null;
  const steps = useMemo(
    () => (other ? comparedPay(other, plan, group.reps).waterfall : []),
    [other, plan, group.reps],
  );
  if (!other) {
    return <p className={classes.ask}>Compare with another plan to see where its cost changes.</p>;
  }
  const bars = waterfallBars(steps, format);
  return (
    <ChartPanel
      title="From plan to plan"
      hint={`from ${other.name} to ${plan.name}`}
      table={{
        columns: ['Step', 'Amount'],
        rows: steps.map((step) => [step.name, format.centsExact(step.cents)]),
      }}
    >
      <RangeBars
        label="Waterfall of cost from the other plan to this one"
        bars={bars}
        mark={null}
        valueText={(cents) => format.centsCompact(cents).text}
      />
    </ChartPanel>
  );
}

/** Totals stand on the ground, changes on what the steps before them add up to. */
function waterfallBars(steps: ReturnType<typeof comparedPay>['waterfall'], format: PlanFormat): RangeBar[] {
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
function Sensitivity({ reps, format }: RepsProps) {
  const ask = useSimulation((state) => state.ask);
  const [found, setFound] = useState<Tornado | null>(null);
  useEffect(() => {
    let isLeft = false;
    const settings = { ...simulationSettings(ask), trials: TORNADO_TRIALS };
    const run = tornado({ reps: reps.flatMap(simulatedRep), settings });
    const go = () => {
      if (isLeft) return;
      const step = run.next();
      if (step.done) setFound(step.value);
      else setTimeout(go);
    };
    setTimeout(go);
    return () => {
      isLeft = true;
    };
  }, [reps, ask]);
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
