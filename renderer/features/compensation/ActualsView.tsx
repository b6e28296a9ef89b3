import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { usePlanStore } from '../../state/planStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { UnreadList } from '../../ui/UnreadList';
import { actualPays, type ActualPay } from './actualPay';
import classes from './Actuals.module.css';
import { compViewStore, useCompView } from './compViewStore';
import { importActuals } from './importActuals';
import { printStatements } from './printStatements';
import { Statement } from './Statement';
import type { ShownCompPlan } from './useCompPlan';

/** Results that came in: attainment and payout by rep and period, and the statement of one rep. */
export function ActualsView({ shown }: { readonly shown: ShownCompPlan }) {
  const document = usePlanStore((state) => state.plan);
  return document && <ActualsBody shown={shown} document={document} />;
}

function ActualsBody({
  shown,
  document,
}: {
  readonly shown: ShownCompPlan;
  readonly document: PlanDocument;
}) {
  const [problems, setProblems] = useState<readonly string[]>([]);
  const repId = useCompView((view) => view.repId);
  const { plan, evaluation, group } = shown;
  const pays = useMemo(
    () => actualPays(evaluation?.actuals ?? null, plan, group.reps),
    [evaluation, plan, group],
  );
  const chosen = pays.find((each) => each.rep.id === repId) ?? pays[0] ?? null;
  const run = () => void importActuals(document).then((found) => found && setProblems(found));
  const unused = pays.flatMap((each) => each.problems.map((problem) => `${each.rep.name}: ${problem}`));
  const told = [...problems, ...unused];

  if (!chosen) {
    return (
      <div className={classes.empty}>
        <EmptyState
          icon={IconFileImport}
          title="No results for this plan yet"
          text="Import a list with the columns rep, component, period and credited (CSV or Excel), where a period is 2027-01, 2027-Q1 or 2027; or a list of deals as the CRM gives it: deal, owner, close date, amount, stage."
          action={{ label: 'Import results', run }}
        />
        {told.length > 0 && (
          <UnreadList problems={told} note="; the rest went in" onClose={() => setProblems([])} />
        )}
      </div>
    );
  }
  return (
    <div className={classes.columns}>
      <section className={classes.panel} aria-label="Results by rep">
        <PeriodTable pays={pays} chosen={chosen} onImport={run} shown={shown} />
        {told.length > 0 && (
          <UnreadList problems={told} note="; the rest went in" onClose={() => setProblems([])} />
        )}
      </section>
      <Statement plan={plan} pay={chosen} />
    </div>
  );
}

interface PeriodTableProps {
  readonly pays: readonly ActualPay[];
  readonly chosen: ActualPay;
  readonly shown: ShownCompPlan;
  readonly onImport: () => void;
}

function PeriodTable({ pays, chosen, shown, onImport }: PeriodTableProps) {
  const format = usePlanFormat();
  const [figure, setFigure] = useState<'payout' | 'attainment'>('payout');
  const periods = [...new Set(pays.flatMap((each) => each.periods.map(({ period }) => period)))].sort();
  const { component, plan } = shown;
  const cell = (pay: ActualPay, period: string): string => {
    const found = pay.periods.find((each) => each.period === period);
    if (!found) return '';
    if (figure === 'payout') return format.centsExact(found.payoutCents);
    const ratio = found.components.find((each) => each.componentId === component?.id)?.attainmentRatio;
    return ratio === null || ratio === undefined ? 'none' : format.percent(ratio, 1);
  };
  const sum = (period: string) =>
    pays.reduce(
      (total, pay) => total + (pay.periods.find((each) => each.period === period)?.payoutCents ?? 0),
      0,
    );
  const totalCents = pays.reduce((total, pay) => total + pay.actuals.payoutCents, 0);
  return (
    <>
      <header className={classes.header}>
        <h2>By rep and period</h2>
        <SegmentedControl
          size="xs"
          aria-label="Figure"
          value={figure}
          onChange={(value) => setFigure(value === 'attainment' ? 'attainment' : 'payout')}
          data={[
            { value: 'payout', label: 'Payout' },
            { value: 'attainment', label: `Attainment, ${component?.name ?? ''}` },
          ]}
        />
        <span className={classes.space} />
        <Button leftSection={<IconFileImport size={14} stroke={1.8} />} onClick={onImport}>
          Import results
        </Button>
        <Button
          leftSection={<IconPrinter size={14} stroke={1.8} />}
          onClick={() => printStatements(plan, pays, format)}
        >
          Print all statements
        </Button>
      </header>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label="Results by period">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Rep</th>
              {periods.map((period) => (
                <th key={period} scope="col">
                  {period}
                </th>
              ))}
              <th scope="col">Corrections</th>
              <th scope="col">Total</th>
            </tr>
          </thead>
          <tbody>
            {pays.map((pay) => (
              <tr key={pay.rep.id} data-selected={pay === chosen || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={pay === chosen}
                    onClick={() => compViewStore.setState({ repId: pay.rep.id })}
                  >
                    {pay.rep.name}
                  </button>
                  {pay.actuals.adjustments.some(
                    (each) => each.kind === 'dispute' && each.resolution === null,
                  ) && <span className={classes.open}>disputed</span>}
                </th>
                {periods.map((period) => (
                  <td key={period}>{cell(pay, period)}</td>
                ))}
                <td>
                  {pay.actuals.correctionCents === 0 ? '' : format.centsExact(pay.actuals.correctionCents)}
                </td>
                <td>
                  <strong>{format.centsExact(pay.actuals.payoutCents)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{pays.length === 1 ? '1 rep' : `${pays.length} reps`}</th>
              {periods.map((period) => (
                <td key={period}>{figure === 'payout' ? format.centsExact(sum(period)) : ''}</td>
              ))}
              <td />
              <td>{format.centsExact(totalCents)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
