import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import type { Comparison } from '../../../shared/comp/comparePlans';
import type { SimulatedPay } from '../../../shared/comp/simulationResult';
import type { Scenario } from '../../../shared/model/scenario';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { paidOn } from '../../../shared/plan/payInputs';
import type { GridColumn, GridSort } from '../../ui/gridColumn';
import type { PlanFormat } from '../../ui/planFormat';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { ChangeBar } from './ChangeBar';
import { PayRange } from './PayRange';
import classes from './ResultsView.module.css';

/** A column of the table with the value that it is sorted by. */
export interface PayColumn extends GridColumn {
  readonly key: (pay: RepPay) => string | number;
}

export interface PayColumnContext {
  readonly reps: readonly RepPay[];
  readonly scenario: Scenario | null;
  readonly format: PlanFormat;
  /** By rep id; null before there is a simulation. */
  readonly simulated: ReadonlyMap<string, SimulatedPay> | null;
  /** Null where no other plan is compared with. */
  readonly compared: ComparedRows | null;
  readonly onExplain: (pay: RepPay) => void;
}

/** Pay under both plans by rep id. */
export interface ComparedRows {
  readonly rows: ReadonlyMap<string, Comparison>;
  /** On results, or the simulated year: what this plan pays on it is not what it pays in the expected year. */
  readonly isOfOtherYear: boolean;
}

/** What is shown of each rep: this year's pay, its simulated range, and the same year under another plan. */
export function payColumns(context: PayColumnContext): PayColumn[] {
  const { simulated, compared } = context;
  return [
    repColumn(context),
    // A comparison stands first, so that it is in sight beside the charts, and alone.
    ...(compared ? comparedColumns(context, compared) : []),
    ...thisYear(context),
    ...(simulated && !compared ? simulatedColumns(context, simulated) : []),
    whyColumn(context),
  ];
}

/** Rows in the order of a column; ties stay in the order of the team. */
export function sortedRows(
  reps: readonly RepPay[],
  columns: readonly PayColumn[],
  sort: GridSort | null,
): number[] {
  const rows = reps.map((_, row) => row);
  const column = columns.find((each) => each.id === sort?.columnId);
  if (!column) return rows;
  const sign = sort?.direction === 'descending' ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [column.key(reps[a]!), column.key(reps[b]!)];
    return left < right ? -sign : left > right ? sign : a - b;
  });
}

type Figure = (
  id: string,
  title: string,
  widthPx: number,
  key: (pay: RepPay) => number,
  text: (pay: RepPay) => string,
) => PayColumn;

const figureOf =
  (reps: readonly RepPay[]): Figure =>
  (id, title, widthPx, key, text) => ({
    id,
    title,
    align: 'end',
    widthPx,
    isSortable: true,
    key,
    cell: (row) => text(reps[row]!),
    text: (row) => text(reps[row]!),
  });

function repColumn({ reps, scenario }: PayColumnContext): PayColumn {
  const colorOf = (pay: RepPay) =>
    pay.territoryIndex === null ? null : (scenario?.territories[pay.territoryIndex]?.colorIndex ?? null);
  return {
    id: 'rep',
    title: 'Rep',
    widthPx: 150,
    isGrowing: true,
    isSortable: true,
    isStrong: true,
    key: (pay) => pay.rep.name,
    text: (row) => reps[row]!.rep.name,
    cell: (row) => (
      <span className={classes.rep}>
        <TerritorySwatch colorIndex={colorOf(reps[row]!)} />
        {reps[row]!.rep.name}
      </span>
    ),
  };
}

function thisYear({ reps, format }: PayColumnContext): PayColumn[] {
  const figure = figureOf(reps);
  const unit = format.measureUnitSuffix('money');
  return [
    figure(
      'quota',
      `Quota${unit}`,
      88,
      (pay) => paidOn(pay).quotaCents,
      (pay) => format.number(paidOn(pay).quotaCents / 100),
    ),
    figure(
      'attainment',
      'Attainment',
      84,
      (pay) => paidOn(pay).attainmentRatio ?? -1,
      (pay) => {
        const { attainmentRatio } = paidOn(pay);
        return attainmentRatio === null ? 'none' : format.percentFixed(attainmentRatio, 1);
      },
    ),
    {
      ...figure(
        'incentive',
        'Incentive',
        104,
        (pay) => pay.payoutCents,
        (pay) => format.centsExact(pay.payoutCents),
      ),
      isStrong: true,
    },
  ];
}

function simulatedColumns(
  { reps, format }: PayColumnContext,
  simulated: ReadonlyMap<string, SimulatedPay>,
): PayColumn[] {
  const figure = figureOf(reps);
  const of = (pay: RepPay) => simulated.get(pay.rep.id) ?? null;
  const most = Math.max(1, ...[...simulated.values()].map((each) => each.payCents.p90));
  return [
    {
      ...figure(
        'range',
        'Pay, P10 to P90',
        116,
        (pay) => of(pay)?.payCents.p50 ?? -1,
        (pay) => {
          const range = of(pay)?.payCents;
          return range ? `${format.cents(range.p10)} to ${format.cents(range.p90)}` : 'none';
        },
      ),
      align: 'start',
      cell: (row) => {
        const range = of(reps[row]!)?.payCents;
        return range ? (
          <PayRange p10={range.p10 / most} p50={range.p50 / most} p90={range.p90 / most} />
        ) : (
          'none'
        );
      },
    },
    ...(['p10', 'p50', 'p90'] as const).map((part) =>
      figure(
        part,
        `${part.toUpperCase()}${format.measureUnitSuffix('money')}`,
        76,
        (pay) => of(pay)?.payCents[part] ?? -1,
        (pay) => {
          const range = of(pay)?.payCents;
          return range ? format.number(range[part] / 100) : 'none';
        },
      ),
    ),
  ];
}

function comparedColumns(
  { reps, format }: PayColumnContext,
  { rows, isOfOtherYear }: ComparedRows,
): PayColumn[] {
  const figure = figureOf(reps);
  const of = (pay: RepPay) => rows.get(pay.rep.id) ?? null;
  const unit = format.measureUnitSuffix('money');
  const most = Math.max(1, ...[...rows.values()].map((each) => Math.abs(each.deltaCents)));
  const change = (pay: RepPay) => of(pay)?.deltaCents ?? 0;
  const amount = (id: string, title: string, part: 'oldCents' | 'newCents') =>
    figure(
      id,
      title,
      84,
      (pay) => of(pay)?.[part] ?? -1,
      (pay) => {
        const found = of(pay);
        return found ? format.number(found[part] / 100) : 'none';
      },
    );
  return [
    amount('other', `Other plan${unit}`, 'oldCents'),
    ...(isOfOtherYear ? [amount('this', `This plan${unit}`, 'newCents')] : []),
    {
      ...figure('change', `Change${unit}`, 80, change, (pay) => format.change(change(pay) / 100)),
      cell: (row) => {
        if (!of(reps[row]!)) return 'none';
        const cents = change(reps[row]!);
        const tone = cents === 0 ? undefined : cents > 0 ? 'gain' : 'loss';
        return (
          <span className={classes.change} data-tone={tone}>
            {format.change(cents / 100)}
          </span>
        );
      },
    },
    {
      ...figure('bar', 'Loss, gain', 72, change, (pay) => format.centsChange(change(pay))),
      align: 'start',
      cell: (row) => <ChangeBar share={change(reps[row]!) / most} />,
    },
    figure(
      'whole',
      'Whole at',
      74,
      (pay) => of(pay)?.wholeAtRatio ?? Infinity,
      (pay) => {
        const ratio = of(pay)?.wholeAtRatio ?? null;
        return ratio === null ? 'none' : format.percentFixed(ratio, 1);
      },
    ),
  ];
}

function whyColumn({ reps, onExplain }: PayColumnContext): PayColumn {
  return {
    id: 'why',
    title: 'Why',
    widthPx: 48,
    key: () => 0,
    text: () => '',
    cell: (row) => (
      <ActionIcon
        size={22}
        tabIndex={-1}
        aria-label={`Why this number for ${reps[row]!.rep.name}?`}
        onClick={() => onExplain(reps[row]!)}
      >
        <IconHelpCircle size={16} stroke={1.6} />
      </ActionIcon>
    ),
  };
}
