import { useMemo } from 'react';
import type { QuotaSettings } from '../../../shared/model/quotaSettings';
import type { PayFigures } from '../../../shared/plan/evaluatePay';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { quotaSides, type QuotaSides } from './quotaSides';
import classes from './TeamTables.module.css';

/** Quotas from the target down beside what each rep yields from the bottom up, with the gap. */
export function QuotaSidesView({
  settings,
  pay,
  onSelect,
}: {
  readonly settings: QuotaSettings;
  readonly pay: PayFigures;
  readonly onSelect: (repId: string) => void;
}) {
  const format = usePlanFormat();
  const sides = useMemo(() => quotaSides(settings, pay.reps), [settings, pay]);
  const nameOf = new Map(pay.reps.map(({ rep }) => [rep.id, rep.name]));
  const unit = format.measureUnitSuffix('money');
  const money = (cents: number | null) => (cents === null ? 'none' : format.number(cents / 100));
  const sum = (amount: (side: QuotaSides) => number | null) => {
    const known = sides.map(amount).filter((cents) => cents !== null);
    return known.length === 0 ? null : known.reduce((total, cents) => total + cents, 0);
  };
  const isInPart = sides.some((side) => side.yearCents !== side.topDownCents);
  const gap = (side: Pick<QuotaSides, 'gapCents' | 'yearCents'>) =>
    side.gapCents === null
      ? 'none'
      : `${format.change(side.gapCents / 100)} (${format.percentChange(side.yearCents > 0 ? side.gapCents / side.yearCents : 0, 1)})`;
  const total = {
    topDownCents: sum((side) => side.topDownCents) ?? 0,
    yearCents: sum((side) => side.yearCents) ?? 0,
    gapCents: sum((side) => side.gapCents),
  };
  return (
    <section className={classes.scroll} aria-label="Top-down against bottom-up" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Rep</th>
            <th scope="col">Top-down quota{unit}</th>
            {isInPart && <th scope="col">In the year{unit}</th>}
            <th scope="col">Fair share{unit}</th>
            <th scope="col">By history{unit}</th>
            <th scope="col">By capacity{unit}</th>
            <th scope="col">Gap to bottom-up{unit}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => (
            <tr key={side.repId}>
              <th scope="row">
                <button type="button" className={classes.link} onClick={() => onSelect(side.repId)}>
                  {nameOf.get(side.repId)}
                </button>
              </th>
              <td>
                <strong>{money(side.topDownCents)}</strong>
              </td>
              {isInPart && <td>{money(side.yearCents)}</td>}
              <td>{money(side.fairCents)}</td>
              <td>{money(side.historyCents)}</td>
              <td>{money(side.capacityCents)}</td>
              <td data-tone={(side.gapCents ?? 0) > 0 ? 'over' : undefined}>{gap(side)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{sides.length === 1 ? '1 quota' : `${sides.length} quotas`}</th>
            <td>{money(total.topDownCents)}</td>
            {isInPart && <td>{money(total.yearCents)}</td>}
            <td>{money(sum((side) => side.fairCents))}</td>
            <td>{money(sum((side) => side.historyCents))}</td>
            <td>{money(sum((side) => side.capacityCents))}</td>
            <td>{gap(total)}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.note}>
        Bottom-up is capacity × sales a year of one rep where that is set, else history with growth and
        relief. A gap above 0 is what the target asks beyond it.
        {isInPart &&
          ' Start and end dates, leave and ramp count on both sides: the quota in the year is held against what the rep yields in it.'}
      </p>
    </section>
  );
}
