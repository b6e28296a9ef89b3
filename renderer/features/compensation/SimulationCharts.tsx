import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  histogramOf,
  overBudgetShare,
  shareReaching,
  type Simulation,
} from '../../../shared/comp/simulationResult';
import { planPoints } from '../../../shared/comp/payoutCurve';
import { referenceFigures } from '../../../shared/comp/referenceFigures';
import { usePlanStore } from '../../state/planStore';
import { ChartPanel } from '../../charts/ChartPanel';
import { HistogramChart, type HistogramBin } from '../../charts/HistogramChart';
import { useActiveScenario } from '../../state/activeScenario';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { CostFanChart } from './CostFanChart';
import classes from './ResultsView.module.css';
import { attainmentBins, niceTicks } from './simulationBins';
import { ReferenceTable } from './ReferenceTable';
import { ConvergenceChart, SimulatedFigures } from './SimulatedFigures';
import { SimulationSettings } from './SimulationSettings';
import { useSimulation } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';
import { WhatIfCharts } from './WhatIfCharts';

const CHART_PARTS = [
  { value: 'year', label: 'Simulated year' },
  { value: 'whatIf', label: 'What if' },
  { value: 'reference', label: 'Reference' },
] as const;
type ChartPart = (typeof CHART_PARTS)[number]['value'];

/** The simulated year: what the plan may cost, and what reps may reach. */
export function SimulationCharts({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const result = useSimulation((state) => (state.compPlanId === shown.plan.id ? state.result : null));
  const [part, setPart] = useState<ChartPart>('year');
  const scenario = useActiveScenario();
  if (shown.group.reps.length === 0) return null;
  return (
    <section className={classes.charts} aria-label="Simulated year">
      <SimulationSettings shown={shown} />
      <SegmentedControl
        size="xs"
        className={classes.parts}
        aria-label="Charts"
        value={part}
        onChange={(value) => setPart(CHART_PARTS.find((each) => each.value === value)?.value ?? 'year')}
        data={CHART_PARTS.map((each) => ({ ...each }))}
      />
      {part === 'whatIf' ? (
        <WhatIfCharts shown={shown} />
      ) : part === 'reference' ? (
        <ReferenceTable shown={shown} result={result} />
      ) : result ? (
        <>
          <CostChart result={result} budgetCents={scenario?.budgetCents ?? null} format={format} />
          <SimulatedFigures result={result} reps={shown.group.reps} />
          <CostFanChart shown={shown} />
          <AttainmentChart result={result} format={format} shown={shown} />
          <ConvergenceChart result={result} />
        </>
      ) : (
        <p className={classes.waiting} role="status">
          Simulating the year…
        </p>
      )}
    </section>
  );
}

interface ChartProps {
  readonly result: Simulation;
  readonly format: PlanFormat;
}

const COST_BINS = 28;

function CostChart({ result, budgetCents, format }: ChartProps & { readonly budgetCents: number | null }) {
  const { cost, sortedCostCents } = result;
  const bins = useMemo(
    () =>
      histogramOf(sortedCostCents, COST_BINS).map(({ from, to, count }): HistogramBin => ({
        from,
        to,
        share: count / sortedCostCents.length,
        tone: budgetCents !== null && from >= budgetCents ? 'strong' : 'plain',
      })),
    [sortedCostCents, budgetCents],
  );
  const short = (cents: number) => format.centsCompact(cents).text;
  const over = budgetCents === null ? null : overBudgetShare(result, budgetCents);
  const low = bins[0]?.from ?? 0;
  const high = bins.at(-1)?.to ?? 1;
  const marks = [
    { at: cost.p10, label: `P10 ${short(cost.p10)}`, tone: 'plain' as const },
    { at: cost.p50, label: `P50 ${short(cost.p50)}`, tone: 'accent' as const },
    { at: cost.p90, label: `P90 ${short(cost.p90)}`, tone: 'plain' as const },
    ...(budgetCents !== null && budgetCents >= low && budgetCents <= high
      ? [{ at: budgetCents, label: `Budget ${short(budgetCents)}`, tone: 'strong' as const }]
      : []),
  ];
  return (
    <ChartPanel
      title="Cost against budget"
      hint={over === null ? 'incentives of the year' : `over budget in ${format.percent(over)} of runs`}
      table={{
        columns: ['Incentives from', 'to', 'Share of runs'],
        rows: bins.map((bin) => [format.cents(bin.from), format.cents(bin.to), format.percent(bin.share, 1)]),
      }}
    >
      <HistogramChart
        label="Distribution of what the year's incentives cost"
        bins={bins}
        marks={marks}
        ticks={niceTicks(low, high, 5)}
        tickText={short}
        percent={(share) => format.percent(share)}
      />
    </ChartPanel>
  );
}

function AttainmentChart({ result, format, shown }: ChartProps & { readonly shown: ShownCompPlan }) {
  const { plan, group } = shown;
  const { thresholdRatio, excellenceRatio } = useMemo(() => planPoints(plan, group.basis), [plan, group]);
  const bins = useMemo(() => attainmentBins(result, excellenceRatio), [result, excellenceRatio]);
  const figures = usePlanStore((state) => state.plan?.referenceFigures) ?? referenceFigures;
  const quoted = (id: string): string => {
    const figure = figures.find((each) => each.id === id);
    if (!figure) return 'none';
    const low = format.percent(figure.low);
    return figure.low === figure.high ? low : `${low} to ${format.percent(figure.high)}`;
  };
  const reach = (ratio: number) => shareReaching(result, ratio);
  const tiles = [
    {
      name: thresholdRatio === null ? 'no threshold' : `reach threshold, ${format.percent(thresholdRatio)}`,
      share: thresholdRatio === null ? null : reach(thresholdRatio),
      reference: quoted('reachThreshold'),
    },
    { name: 'reach quota', share: reach(1), reference: quoted('reachTarget') },
    {
      name: `reach excellence, ${format.percent(excellenceRatio)}`,
      share: reach(excellenceRatio),
      reference: quoted('reachExcellence'),
    },
  ];
  return (
    <>
      <ChartPanel
        title="Attainment"
        hint={`${result.reps.length === 1 ? '1 rep' : `${format.number(result.reps.length)} reps`} × ${format.number(result.trials)} runs`}
        table={{
          columns: ['Attainment from', 'to', 'Share of rep-years'],
          rows: bins.map((bin) => [
            format.percent(bin.from),
            format.percent(bin.to),
            format.percent(bin.share, 1),
          ]),
        }}
      >
        <HistogramChart
          label="Distribution of attainment of quota over reps and runs"
          bins={bins}
          marks={[
            ...(thresholdRatio === null
              ? []
              : [{ at: thresholdRatio, label: 'Threshold', tone: 'plain' as const }]),
            { at: 1, label: 'Quota', tone: 'accent' },
            { at: excellenceRatio, label: 'Excellence', tone: 'plain' },
          ]}
          ticks={[0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]}
          tickText={(value) => format.percent(value)}
          percent={(share) => format.percent(share)}
        />
      </ChartPanel>
      <dl className={classes.tiles}>
        {tiles.map((tile) => (
          <div key={tile.name}>
            <dd>{tile.share === null ? 'none' : format.percent(tile.share)}</dd>
            <dt>{tile.name}</dt>
            <dd className={classes.reference}>quoted in the field: {tile.reference}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
