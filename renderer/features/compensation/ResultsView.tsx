import { Select } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { PlanComparison } from '../../../shared/comp/comparePlans';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { useActiveScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { nextSort, type GridSort } from '../../ui/gridColumn';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { VirtualTable } from '../../ui/VirtualTable';
import { compViewStore, useCompView } from './compViewStore';
import { comparedPay } from './comparedPay';
import { payColumns, sortedRows } from './payColumns';
import classes from './ResultsView.module.css';
import { SentenceField } from './SentenceField';
import { SimulationCharts } from './SimulationCharts';
import { runSimulation, useSimulation } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

/** What the plan pays: this year rep by rep, the simulated year, and the same year under another plan. */
export function ResultsView({ shown }: { readonly shown: ShownCompPlan }) {
  useFreshSimulation(shown);
  return (
    <div className={classes.columns}>
      <SimulationCharts shown={shown} />
      <ByRep shown={shown} />
    </div>
  );
}

/** Simulates anew whenever the figures that it rests on have changed. */
function useFreshSimulation({ pay, group, plan }: ShownCompPlan): void {
  const ask = useSimulation((state) => state.ask);
  useEffect(() => {
    if (pay && group.reps.length > 0) void runSimulation(pay, group.reps, plan.id);
    // The group is made from pay and plan: it is new whenever they are.
  }, [pay, group, plan.id, ask]);
}

const PINNED = ['rep'];

function explain(pay: RepPay): void {
  compViewStore.setState({ repId: pay.rep.id, isWhyOpen: true });
  goTo('comp');
}

function ByRep({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const scenario = useActiveScenario();
  const [sort, setSort] = useState<GridSort | null>(null);
  const comparedId = useCompView((view) => view.comparedPlanId);
  const simulation = useSimulation((state) => (state.compPlanId === shown.plan.id ? state.result : null));
  const { plan, plans } = shown;
  const { reps } = shown.group;
  const other = plans.find((each) => each.id === comparedId && each.id !== plan.id) ?? null;
  const comparison = useMemo(() => (other ? comparedPay(other, plan, reps) : null), [other, plan, reps]);
  const columns = useMemo(
    () =>
      payColumns({
        reps,
        scenario,
        format,
        simulated: simulation && new Map(simulation.reps.map((each) => [each.repId, each])),
        compared: comparison && new Map(comparison.rows.map((row) => [row.repId, row])),
        onExplain: explain,
      }),
    [reps, scenario, format, simulation, comparison],
  );
  const rows = useMemo(() => sortedRows(reps, columns, sort), [reps, columns, sort]);
  const total = (amount: (pay: RepPay) => number) => reps.reduce((sum, pay) => sum + amount(pay), 0);

  return (
    <section className={classes.panel} aria-label="By rep">
      <header className={classes.header}>
        <h2 className={classes.title}>By rep</h2>
        <p className={classes.assumption}>
          {scenario?.attainment.kind === 'uniform' ? (
            <>
              when every rep reaches{' '}
              <SentenceField
                context="Attainment"
                unit="ratio"
                value={scenario.attainment.attainmentRatio}
                onSet={(value) => setAttainment(scenario.id, value)}
              />{' '}
              of quota
            </>
          ) : (
            'at the bookings that the scenario forecasts'
          )}
        </p>
        {plans.length > 1 && (
          <Select
            aria-label="Compare with"
            className={classes.compare}
            placeholder="Compare with another plan"
            clearable
            data={plans
              .filter((each) => each.id !== plan.id)
              .map((each) => ({
                value: each.id,
                label: each.name === plan.name ? `${each.name}, version ${each.version}` : each.name,
              }))}
            value={other?.id ?? null}
            onChange={(id) => compViewStore.setState({ comparedPlanId: id })}
          />
        )}
      </header>
      {comparison && other && <Winners comparison={comparison} otherName={other.name} />}
      <div className={classes.table}>
        <VirtualTable
          label="Pay by rep"
          columns={columns}
          rows={rows}
          rowHeightPx={26}
          sort={sort}
          onSort={(columnId) => setSort(nextSort(sort, columnId))}
          pinnedColumnIds={PINNED}
          onOpen={(row) => explain(reps[row]!)}
          empty="No rep is on this plan yet. Choose it for reps in Team and quotas."
        />
      </div>
      <footer className={classes.total}>
        <span>{reps.length === 1 ? '1 rep' : `${reps.length} reps`}</span>
        <span>
          Quotas <strong>{format.cents(total((pay) => pay.quotaCents))}</strong>
        </span>
        <span>
          Incentives <strong>{format.centsExact(total((pay) => pay.payoutCents))}</strong>
        </span>
        <span>
          Total pay{' '}
          <strong>{format.centsExact(total((pay) => pay.payoutCents + pay.rep.baseSalaryCents))}</strong>
        </span>
      </footer>
    </section>
  );
}

/** Who gains and who loses against the other plan, and what it costs. */
function Winners({
  comparison,
  otherName,
}: {
  readonly comparison: PlanComparison;
  readonly otherName: string;
}) {
  const format = usePlanFormat();
  const { winners, losers, neutral, oldCents, newCents, deltaCents } = comparison;
  return (
    <p className={classes.winners}>
      <span className={classes.chip} data-tone="gain">
        {winners} gain
      </span>
      <span className={classes.chip} data-tone="loss">
        {losers} lose
      </span>
      {neutral > 0 && <span className={classes.chip}>{neutral} unchanged</span>}
      <span>
        This plan pays {format.cents(newCents)} against {format.cents(oldCents)} under {otherName} on the same
        results: {format.centsChange(deltaCents)}
        {oldCents > 0 && `, ${format.percentChange(deltaCents / oldCents)}`}
      </span>
    </p>
  );
}

function setAttainment(scenarioId: string, value: string | number | null): string | null {
  if (typeof value !== 'number' || value < 0 || value > 10) return 'Give a share between 0 and 1000%.';
  const result = planStore.dispatch({
    kind: 'updateScenario',
    scenarioId,
    fields: { attainment: { kind: 'uniform', attainmentRatio: value } },
  });
  return result.ok ? null : result.message;
}
