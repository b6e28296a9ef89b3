import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  histogramOf,
  overBudgetShare,
  shareReaching,
  type Simulation,
} from '../../../shared/comp/simulationResult';
import { referenceFigures } from '../../../shared/comp/referenceFigures';
import { usePlanStore } from '../../state/planStore';
import { ChartPanel } from '../../charts/ChartPanel';
import { HistogramChart, type HistogramBin } from '../../charts/HistogramChart';
import { useActiveScenario } from '../../state/activeScenario';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './ResultsView.module.css';
import { attainmentBins, niceTicks } from './simulationBins';
import { ReferenceTable } from './ReferenceTable';
import { SentenceField } from './SentenceField';
import { simulationStore, useSimulation, type SimulationAsk } from './simulationStore';
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
      <Assumptions />
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
          <AttainmentChart result={result} format={format} />
        </>
      ) : (
        <p className={classes.waiting} role="status">
          Simulating the year…
        </p>
      )}
    </section>
  );
}

function Assumptions() {
  const ask = useSimulation((state) => state.ask);
  const doneShare = useSimulation((state) => state.doneShare);
  const set = (fields: Partial<SimulationAsk>) => simulationStore.setState({ ask: { ...ask, ...fields } });
  const field = (
    context: string,
    unit: 'ratio' | 'number',
    value: number,
    put: (value: number) => void,
    least: number,
    most: number,
  ) => (
    <SentenceField
      context={context}
      unit={unit}
      value={value}
      onSet={(next) => {
        if (typeof next !== 'number' || next < least || next > most)
          return `${context}: that is out of range.`;
        put(next);
        return null;
      }}
    />
  );
  return (
    <p className={classes.ask}>
      {field('Runs', 'number', ask.trials, (trials) => set({ trials: Math.round(trials) }), 100, 20_000)}{' '}
      runs; the market moves all reps by ±
      {field('Market', 'ratio', ask.marketSd, (marketSd) => set({ marketSd }), 0, 1)}, each rep alone by ±
      {field('Rep', 'ratio', ask.individualSd, (individualSd) => set({ individualSd }), 0, 2)} (standard
      deviation), seed{' '}
      {field('Seed', 'number', ask.seed, (seed) => set({ seed: Math.round(seed) }), 0, 4_294_967_295)}
      <span className={classes.progress}>{doneShare === null ? '' : 'running…'}</span>
    </p>
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

function AttainmentChart({ result, format }: ChartProps) {
  const bins = useMemo(() => attainmentBins(result), [result]);
  const figures = usePlanStore((state) => state.plan?.referenceFigures) ?? referenceFigures;
  const quoted = (id: string): string => {
    const figure = figures.find((each) => each.id === id);
    if (!figure) return 'none';
    const low = format.percent(figure.low);
    return figure.low === figure.high ? low : `${low} to ${format.percent(figure.high)}`;
  };
  const reach = (ratio: number) => shareReaching(result, ratio);
  const tiles = [
    { name: 'reach threshold', share: reach(0.5), reference: quoted('reachThreshold') },
    { name: 'reach quota', share: reach(1), reference: quoted('reachTarget') },
    { name: 'reach excellence', share: reach(1.5), reference: quoted('reachExcellence') },
  ];
  return (
    <>
      <ChartPanel
        title="Attainment"
        hint={`${format.number(result.reps.length)} reps × ${format.number(result.trials)} runs`}
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
            { at: 0.5, label: 'Threshold', tone: 'plain' },
            { at: 1, label: 'Quota', tone: 'accent' },
            { at: 1.5, label: 'Excellence', tone: 'plain' },
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
