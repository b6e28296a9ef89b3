import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import type { Scenario } from '../../../shared/model/scenario';
import { useActiveScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { nextSort, type GridColumn, type GridSort } from '../../ui/gridColumn';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { VirtualTable } from '../../ui/VirtualTable';
import { compViewStore } from './compViewStore';
import classes from './ResultsView.module.css';
import { SentenceField } from './SentenceField';
import type { ShownCompPlan } from './useCompPlan';

/** A column of the table with the value that it is sorted by. */
interface PayColumn extends GridColumn {
  readonly key: (pay: RepPay) => string | number;
}

/** What each rep of the plan is paid at the assumed attainment. */
export function ResultsView({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const scenario = useActiveScenario();
  const [sort, setSort] = useState<GridSort | null>(null);
  const { reps } = shown.group;
  const columns = useMemo(() => payColumns(reps, scenario, format), [reps, scenario, format]);
  const rows = useMemo(() => sortedRows(reps, columns, sort), [reps, columns, sort]);
  const total = (amount: (pay: RepPay) => number) => reps.reduce((sum, pay) => sum + amount(pay), 0);

  return (
    <section className={classes.panel} aria-label="By rep">
      <header className={classes.header}>
        <h2 className={classes.title}>By rep</h2>
        <p className={classes.assumption}>
          Pay for the year{' '}
          {scenario?.attainment.kind === 'uniform' ? (
            <>
              when every rep reaches{' '}
              <SentenceField
                context="Attainment"
                unit="ratio"
                value={scenario.attainment.attainmentRatio}
                onSet={(value) => setAttainment(scenario.id, value)}
              />{' '}
              of quota, in total{' '}
            </>
          ) : (
            'at the bookings that the scenario forecasts, in total '
          )}
          <strong>{format.centsExact(total((pay) => pay.payoutCents))}</strong>
        </p>
      </header>
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
          Bookings <strong>{format.cents(total((pay) => pay.bookingsCents))}</strong>
        </span>
        <span>
          Incentives <strong>{format.centsExact(total((pay) => pay.payoutCents))}</strong>
        </span>
        <span>
          Total pay <strong>{format.centsExact(total(totalPayCents))}</strong>
        </span>
      </footer>
    </section>
  );
}

const PINNED = ['rep'];

const totalPayCents = (pay: RepPay) => pay.payoutCents + pay.rep.baseSalaryCents;

function explain(pay: RepPay): void {
  compViewStore.setState({ repId: pay.rep.id, isWhyOpen: true });
  goTo('comp');
}

function payColumns(reps: readonly RepPay[], scenario: Scenario | null, format: PlanFormat): PayColumn[] {
  const unit = format.measureUnitSuffix('money');
  const territoryOf = (pay: RepPay) =>
    pay.territoryIndex === null ? null : (scenario?.territories[pay.territoryIndex] ?? null);
  const cents = (id: string, title: string, amount: (pay: RepPay) => number): PayColumn =>
    figure(id, `${title}${unit}`, amount, (pay) => format.number(amount(pay) / 100));
  const exact = (id: string, title: string, amount: (pay: RepPay) => number): PayColumn =>
    figure(id, title, amount, (pay) => format.centsExact(amount(pay)));
  const figure = (
    id: string,
    title: string,
    key: (pay: RepPay) => number,
    text: (pay: RepPay) => string,
  ): PayColumn => ({
    id,
    title,
    align: 'end',
    widthPx: 118,
    isSortable: true,
    key,
    cell: (row) => text(reps[row]!),
    text: (row) => text(reps[row]!),
  });
  const ofTarget = (pay: RepPay) => pay.payoutCents / pay.rep.targetIncentiveCents;
  return [
    {
      id: 'rep',
      title: 'Rep',
      widthPx: 190,
      isGrowing: true,
      isSortable: true,
      isStrong: true,
      key: (pay) => pay.rep.name,
      text: (row) => reps[row]!.rep.name,
      cell: (row) => (
        <span className={classes.rep}>
          <TerritorySwatch colorIndex={territoryOf(reps[row]!)?.colorIndex ?? null} />
          {reps[row]!.rep.name}
        </span>
      ),
    },
    {
      id: 'territory',
      title: 'Territory',
      widthPx: 160,
      isSortable: true,
      key: (pay) => territoryOf(pay)?.name ?? '',
      cell: (row) => territoryOf(reps[row]!)?.name ?? 'none',
      text: (row) => territoryOf(reps[row]!)?.name ?? 'none',
    },
    cents('quota', 'Quota', (pay) => pay.quotaCents),
    cents('bookings', 'Bookings', (pay) => pay.bookingsCents),
    figure(
      'attainment',
      'Attainment',
      (pay) => pay.attainmentRatio ?? -1,
      (pay) => (pay.attainmentRatio === null ? 'none' : format.percent(pay.attainmentRatio, 1)),
    ),
    { ...exact('incentive', 'Incentive', (pay) => pay.payoutCents), isStrong: true },
    figure('ofTarget', 'Of target', ofTarget, (pay) =>
      pay.rep.targetIncentiveCents > 0 ? format.percent(ofTarget(pay), 1) : 'none',
    ),
    exact('total', 'Total pay', totalPayCents),
    {
      id: 'why',
      title: '',
      widthPx: 44,
      key: () => 0,
      text: () => '',
      cell: (row) => (
        <ActionIcon
          size={24}
          tabIndex={-1}
          aria-label={`Why this number for ${reps[row]!.rep.name}?`}
          onClick={() => explain(reps[row]!)}
        >
          <IconHelpCircle size={16} stroke={1.6} />
        </ActionIcon>
      ),
    },
  ];
}

function sortedRows(reps: readonly RepPay[], columns: readonly PayColumn[], sort: GridSort | null): number[] {
  const rows = reps.map((_, row) => row);
  const column = columns.find((each) => each.id === sort?.columnId);
  if (!column) return rows;
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [column.key(reps[a]!), column.key(reps[b]!)];
    return left < right ? -sign : left > right ? sign : a - b;
  });
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
