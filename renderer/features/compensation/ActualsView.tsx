import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { PayStanding } from '../../../shared/comp/payments';
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
          text="Import a list with the columns rep, component, period and credited (CSV or Excel), where a period is 2027-01, 2027-Q1 or 2027; or a list of deals as the CRM gives it: deal, owner, close date, amount, stage. A column objective brings in a score each, a column cancellation date what is taken back."
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

/** What a cell of the table shows. */
type Figure = 'payout' | 'paid' | 'attainment';

/** Where the pay of a rep stands; the three add up to what was earned. */
const STANDINGS: readonly { readonly title: string; readonly cents: (standing: PayStanding) => number }[] = [
  { title: 'Paid by now', cents: ({ paidCents }) => paidCents },
  { title: 'Held', cents: ({ heldCents }) => heldCents },
  { title: 'Owed later', cents: ({ owedCents }) => owedCents },
];

/** A rep whose pay is all paid at once is paid what each period earned. */
function paymentsShown({ payments, periods }: ActualPay): readonly { period: string; paidCents: number }[] {
  if (payments.length > 0) return payments;
  return periods.map(({ period, payoutCents }) => ({ period, paidCents: payoutCents }));
}

function PeriodTable({ pays, chosen, shown, onImport }: PeriodTableProps) {
  const format = usePlanFormat();
  const [wanted, setWanted] = useState<Figure>('payout');
  const isDeferring = pays.some(({ payments }) => payments.length > 0);
  const figure = wanted === 'paid' && !isDeferring ? 'payout' : wanted;
  const periodsOf = (pay: ActualPay) => (figure === 'paid' ? paymentsShown(pay) : pay.periods);
  const periods = [...new Set(pays.flatMap((each) => periodsOf(each).map(({ period }) => period)))].sort();
  const { component, plan } = shown;
  const paidIn = (pay: ActualPay, period: string): number | null => {
    if (figure === 'paid')
      return paymentsShown(pay).find((each) => each.period === period)?.paidCents ?? null;
    return pay.periods.find((each) => each.period === period)?.payoutCents ?? null;
  };
  const cell = (pay: ActualPay, period: string): string => {
    if (figure !== 'attainment') {
      const cents = paidIn(pay, period);
      return cents === null ? '' : format.centsExact(cents);
    }
    const found = pay.periods.find((each) => each.period === period);
    if (!found) return '';
    const ratio = found.components.find((each) => each.componentId === component?.id)?.attainmentRatio;
    return ratio === null || ratio === undefined ? 'none' : format.percentFixed(ratio, 1);
  };
  const total = (cents: (pay: ActualPay) => number) => pays.reduce((sum, pay) => sum + cents(pay), 0);
  const standings = isDeferring ? STANDINGS : [];
  return (
    <>
      <header className={classes.header}>
        <h2>By rep and period</h2>
        <SegmentedControl
          size="xs"
          aria-label="Figure"
          value={figure}
          onChange={setWanted}
          data={[
            { value: 'payout', label: isDeferring ? 'Earned' : 'Payout' },
            ...(isDeferring ? [{ value: 'paid' as const, label: 'Paid' }] : []),
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
              {standings.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">{isDeferring ? 'Total earned' : 'Total'}</th>
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
                {standings.map(({ title, cents }) => (
                  <td key={title}>{format.centsExact(cents(pay.standing))}</td>
                ))}
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
                <td key={period}>
                  {figure === 'attainment' ? '' : format.centsExact(total((pay) => paidIn(pay, period) ?? 0))}
                </td>
              ))}
              <td />
              {standings.map(({ title, cents }) => (
                <td key={title}>{format.centsExact(total((pay) => cents(pay.standing)))}</td>
              ))}
              <td>{format.centsExact(total((pay) => pay.actuals.payoutCents))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
