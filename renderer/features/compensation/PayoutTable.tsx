import { useMemo } from 'react';
import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { payoutTable, type PayoutAt } from '../../../shared/comp/payoutCurve';
import type { CompComponent } from '../../../shared/model/compComponent';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './PayoutTable.module.css';
import type { ShownCompPlan } from './useCompPlan';

/** Pay from nothing to twice the quota, for the average rep of the plan. */
export function PayoutTable({
  shown,
  component,
}: {
  readonly shown: ShownCompPlan;
  readonly component: CompComponent;
}) {
  const format = usePlanFormat();
  const { plan, group } = shown;
  const columns = useMemo(() => payoutTable(plan, component, group.basis), [plan, component, group.basis]);
  const money = (cents: number) => format.number(cents / 100);
  const others = plan.components.filter((each) => each.id !== component.id).map((each) => each.name);
  const unit = format.measureUnitSuffix('money');
  const rows: { label: string; isMain?: boolean; cell: (column: PayoutAt) => string }[] = [
    { label: `${component.name} pay${unit}`, cell: (column) => money(column.componentCents) },
    ...(others.length > 0
      ? [{ label: `${joined(others)}${unit}`, cell: (column: PayoutAt) => money(column.othersCents) }]
      : []),
    ...(columns.some((column) => column.settledCents !== 0)
      ? [{ label: `Limits and draw${unit}`, cell: (column: PayoutAt) => money(column.settledCents) }]
      : []),
    { label: `Incentive${unit}`, isMain: true, cell: (column) => money(column.incentiveCents) },
    { label: `Total pay${unit}`, cell: (column) => money(column.totalPayCents) },
    {
      label: `Rate on the next ${unit.replace(', ', '')}`,
      cell: (column) =>
        column.isCapped
          ? 'capped'
          : column.nextRateRatio === null
            ? 'none'
            : format.percent(column.nextRateRatio, 1),
    },
  ];
  const heads = columns.map((column) => format.percent(column.attainmentRatio));
  const asText = [['Attainment', ...heads], ...rows.map((row) => [row.label, ...columns.map(row.cell)])]
    .map((line) => line.join('\t'))
    .join('\n');

  return (
    <section className={classes.wrap} aria-label="Payout table">
      <header className={classes.header}>
        <h2 className={classes.title}>Payout table</h2>
        <span className={classes.hint}>
          {others.length > 0 ? `${joined(others)} at target, ` : ''}
          {group.isExample ? 'for an example rep' : 'average quota'}
        </span>
        <CopyButton value={asText}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? 'Copied' : 'Copy as table'}>
              <ActionIcon aria-label="Copy the payout table" onClick={copy}>
                {copied ? <IconCheck size={16} stroke={1.6} /> : <IconCopy size={16} stroke={1.6} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      </header>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Attainment</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} data-main={row.isMain || undefined}>
                <th scope="row">{row.label}</th>
                {columns.map((column) => (
                  <td
                    key={column.attainmentRatio}
                    data-target={(row.isMain && column.attainmentRatio === 1) || undefined}
                  >
                    {row.cell(column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** "margin", "Margin, objectives", "5 other components". */
function joined(names: readonly string[]): string {
  return names.length <= 2 ? names.join(', ') : `${names.length} other components`;
}
