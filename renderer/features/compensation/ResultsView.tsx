import { baseOfYearCents } from '../../../shared/comp/repYear';
import { useEffect, useMemo, useState } from 'react';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { useActiveScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { nextSort, type GridSort } from '../../ui/gridColumn';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { VirtualTable } from '../../ui/VirtualTable';
import { CompareChoice, Winners } from './Comparison';
import { compViewStore } from './compViewStore';
import { payColumns, sortedRows } from './payColumns';
import classes from './ResultsView.module.css';
import { SentenceField } from './SentenceField';
import { useSimulatedCase } from './simulatedCase';
import { useFreshComparison } from './simulatedComparison';
import { SimulationCharts } from './SimulationCharts';
import { runSimulation, useSimulation } from './simulationStore';
import { useComparison } from './useComparison';
import type { ShownCompPlan } from './useCompPlan';

/** What the plan pays: this year rep by rep, the simulated year, and the same year under another plan. */
export function ResultsView({ shown }: { readonly shown: ShownCompPlan }) {
  useFreshSimulation(shown);
  useFreshComparison(shown);
  return (
    <div className={classes.columns}>
      <SimulationCharts shown={shown} />
      <ByRep shown={shown} />
    </div>
  );
}

/** Simulates anew whenever the figures that it rests on have changed. */
function useFreshSimulation(shown: ShownCompPlan): void {
  const asked = useSimulatedCase(shown);
  const { id } = shown.plan;
  useEffect(() => {
    if (asked) void runSimulation(asked, id);
  }, [asked, id]);
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
  const compared = useComparison(shown);
  const simulation = useSimulation((state) => (state.compPlanId === shown.plan.id ? state.result : null));
  const { reps } = shown.group;
  const columns = useMemo(
    () =>
      payColumns({
        reps,
        scenario,
        format,
        simulated: simulation && new Map(simulation.reps.map((each) => [each.repId, each])),
        compared: compared && {
          rows: new Map((compared.comparison?.rows ?? []).map((row) => [row.repId, row])),
          isOfOtherYear: compared.on.kind !== 'expected',
        },
        onExplain: explain,
      }),
    [reps, scenario, format, simulation, compared],
  );
  const rows = useMemo(() => sortedRows(reps, columns, sort), [reps, columns, sort]);
  const total = (amount: (pay: RepPay) => number) => reps.reduce((sum, pay) => sum + amount(pay), 0);

  return (
    <section className={classes.panel} aria-label="By rep">
      <header className={classes.header} data-compared={compared !== null || undefined}>
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
        <CompareChoice shown={shown} compared={compared} />
      </header>
      {compared && <Winners shown={shown} compared={compared} />}
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
          Quotas <strong>{format.cents(shown.group.quotaCents)}</strong>
        </span>
        <span>
          Incentives <strong>{format.centsExact(total((pay) => pay.payoutCents))}</strong>
        </span>
        <span>
          Total pay{' '}
          <strong>
            {format.centsExact(
              total(({ payoutCents, rep, time }) => payoutCents + baseOfYearCents(rep.baseSalaryCents, time)),
            )}
          </strong>
        </span>
      </footer>
    </section>
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
