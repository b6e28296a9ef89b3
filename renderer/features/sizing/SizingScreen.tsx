import { useMemo } from 'react';
import { findMeasure, liveRowCount } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { countedColumn } from '../../../shared/plan/accountColumns';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { ChartPanel } from '../../charts/ChartPanel';
import { HeadcountChart } from '../../charts/HeadcountChart';
import { useActiveScenario } from '../../state/activeScenario';
import { usePlanStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { SplitPane } from '../../ui/SplitPane';
import { MethodCards } from './MethodCards';
import { SizingFields } from './SizingFields';
import classes from './SizingScreen.module.css';
import { sizeTeam, type SizingFacts } from './sizeTeam';
import { useSizing } from './sizingStore';
import { WhereSection } from './WhereSection';

/** How many reps: by work, by sales, and by what one more brings. */
export function SizingScreen() {
  const plan = usePlanStore((state) => state.plan);
  const scenario = useActiveScenario();
  return plan && scenario ? <SizingBody plan={plan} scenario={scenario} /> : null;
}

interface SizingBodyProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
}

function SizingBody({ plan, scenario }: SizingBodyProps) {
  const format = usePlanFormat();
  const inputs = useSizing();
  const names = measureNames(plan, scenario);
  const facts = useMemo(() => factsOf(plan, scenario), [plan, scenario]);
  const sizes = useMemo(() => sizeTeam(facts, inputs), [facts, inputs]);
  const points = useMemo(
    () =>
      sizes.curve.map(({ reps, sales, cost, profit }) => ({
        reps,
        sales,
        margin: sales * inputs.marginShare,
        cost,
        profit,
      })),
    [sizes, inputs.marginShare],
  );
  const marks = [{ reps: facts.present, label: `Today ${facts.present}` }];
  if (sizes.best) marks.push({ reps: sizes.best.reps, label: `Best ${sizes.best.reps}` });
  return (
    <SplitPane
      name="sizing"
      left={{
        label: 'Sizing settings',
        sizePx: 280,
        minPx: 260,
        maxPx: 380,
        narrowPx: 262,
        content: <SizingFields facts={facts} sales={sizes.sales} />,
      }}
    >
      <div className={classes.main}>
        <MethodCards facts={facts} sizes={sizes} inputs={inputs} names={names} />
        <WhereSection
          plan={plan}
          scenario={scenario}
          present={facts.present}
          methods={[sizes.workload.reps, sizes.breakdown.reps, sizes.best?.reps ?? null]}
          costPerRep={inputs.costPerRep}
        />
        <ChartPanel
          title="Sales and cost against head count"
          hint={
            sizes.response === 'coverage'
              ? 'accounts are worked in order of sales an hour, as far as the hours go'
              : 'sales of today, carried to other sizes by elasticity'
          }
          table={{
            columns: ['Reps', 'Sales', 'Margin', 'Cost', 'Profit', 'The last rep adds'],
            rows: sizes.curve.map((point) => [
              format.number(point.reps),
              format.currencyAmount(point.sales),
              format.currencyAmount(point.sales * inputs.marginShare),
              format.currencyAmount(point.cost),
              format.currencyAmount(point.profit),
              format.currencyAmount(point.addedProfit),
            ]),
          }}
        >
          <HeadcountChart
            label="Sales, margin, cost and profit by number of reps"
            points={points}
            marks={marks}
            amount={(value) => format.currencyCompact(value).text}
          />
        </ChartPanel>
        <ul className={classes.legend} aria-label="Legend">
          <li data-line="sales">Sales</li>
          <li data-line="margin">Margin on sales</li>
          <li data-line="cost">Cost of the team</li>
          <li data-line="profit">Profit</li>
        </ul>
      </div>
    </SplitPane>
  );
}

/** The first measure of hours and of money: those of the index come first. */
function measuresOf(plan: PlanDocument, scenario: Scenario) {
  const weighted = scenario.measures.flatMap(({ measureId }) => findMeasure(plan.accounts, measureId) ?? []);
  const all = [...weighted, ...plan.accounts.measures];
  const { attainment } = scenario;
  const booked = attainment.kind === 'measure' ? findMeasure(plan.accounts, attainment.measureId) : null;
  return {
    hours: all.find((measure) => measure.kind === 'hours') ?? null,
    sales: (booked?.kind === 'money' ? booked : null) ?? all.find(({ kind }) => kind === 'money') ?? null,
  };
}

function measureNames(plan: PlanDocument, scenario: Scenario) {
  const { hours, sales } = measuresOf(plan, scenario);
  return { hours: hours?.name ?? null, sales: sales?.name ?? null };
}

function factsOf(plan: PlanDocument, scenario: Scenario): SizingFacts {
  const { hours, sales } = measuresOf(plan, scenario);
  return {
    accounts: liveRowCount(plan.accounts),
    present: plan.reps.length > 0 ? plan.reps.length : assignableTerritories(scenario).length,
    hours: hours && countedColumn(plan.accounts, hours),
    sales: sales && countedColumn(plan.accounts, sales),
    year: plan.settings.fiscalYear,
    startMonth: plan.settings.fiscalYearStartMonth,
  };
}
