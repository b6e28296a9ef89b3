import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { countedValue, findAttribute } from '../../../shared/model/accountTable';
import type { Scenario } from '../../../shared/model/scenario';
import { countOfUnits } from '../../../shared/plan/commands/unitCommands';
import { openDialog } from '../../state/dialogStore';
import type { PlanPreview } from '../../state/resultStore';
import { useViewStore, viewStore, type MapPreview } from '../../state/viewStore';
import { IndexBar } from '../../ui/IndexBar';
import { KeyCaps } from '../../ui/KeyCaps';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { moveEffect, type MoveEffect, type PayChange } from './moveEffect';
import { commitMove, dropMove } from './moveActions';
import classes from './PreviewCard.module.css';
import { openRealignmentPay } from './realignmentStore';
import { ReceiverChoice } from './ReceiverChoice';
import { surnameOf } from './treeRows';
import type { TerritoriesData } from './useTerritoriesData';

interface PreviewCardProps {
  readonly data: TerritoriesData;
  readonly picked: MapPreview;
  readonly preview: PlanPreview;
  readonly onHeight: (heightPx: number) => void;
}

/** Letters that a line of the card has room for. */
const LINE_LENGTH = 47;
const MOST_TERRITORIES = 5;
const MOST_PAYOUTS = 3;

/** What a move would do, before it is made: how many, to whom, index, pay and budget. */
export function PreviewCard({ data, picked, preview, onHeight }: PreviewCardProps) {
  const effect = moveEffect(data.evaluation, preview.evaluation);
  const card = useRef<HTMLDivElement>(null);
  const format = usePlanFormat();
  useEffect(() => {
    const element = card.current;
    if (!element) return;
    const observer = new ResizeObserver(() => onHeight(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [onHeight]);
  const count = effect.movedRows.length;
  const { unitIds } = picked;
  const unitLevel = useViewStore((view) => view.unitLevel);
  const accountsText = `${format.number(count)} ${count === 1 ? 'account' : 'accounts'}`;
  const caughtText = unitIds.length > 0 && unitLevel ? countOfUnits(unitLevel, unitIds.length) : accountsText;
  const lockedCount = lockedAmong(data.scenario, picked.rows);
  return (
    <div ref={card} className={classes.card} role="dialog" aria-label="Preview of the move">
      <div className={classes.head}>
        <span className={classes.title}>
          {unitIds.length > 0 ? 'Assign' : 'Move'} {caughtText} to
        </span>
        <ReceiverChoice data={data} picked={picked} />
      </div>
      {unitIds.length > 0 && (
        <p className={classes.sums}>
          {count === 0 ? 'No account changes hands' : `${accountsText} change hands`}
          {landText(data, unitIds, format)}
        </p>
      )}
      <p className={classes.sums}>{sumsText(data, effect.movedRows, format)}</p>
      {lockedCount > 0 && (
        <p className={classes.sums}>
          {lockedCount === 1
            ? '1 locked account stays'
            : `${format.number(lockedCount)} locked accounts stay`}
        </p>
      )}
      <TouchedTerritories data={data} effect={effect} />
      <PayEffect effect={effect} />
      <div className={classes.links}>
        <UnstyledButton className={classes.payLink} onClick={openRealignmentPay}>
          Rep by rep
        </UnstyledButton>
        {picked.rows.length === 1 && (
          <UnstyledButton
            className={classes.payLink}
            onClick={() => openDialog({ kind: 'why', row: picked.rows[0]! })}
          >
            Why is it here?
          </UnstyledButton>
        )}
      </div>
      <div className={classes.buttons}>
        <Button
          variant="filled"
          disabled={preview.diff.changes.length === 0}
          rightSection={<KeyCaps keys="enter" isOnAccent />}
          onClick={commitMove}
        >
          {unitIds.length > 0 ? 'Assign' : 'Move'}
        </Button>
        <Button rightSection={<KeyCaps keys="Esc" />} onClick={() => dropMove(true)}>
          Drop
        </Button>
      </div>
    </div>
  );
}

/** " · $2.2M potential of the land", where the picked units carry a measure of their own. */
function landText(
  { plan }: TerritoriesData,
  unitIds: readonly string[],
  format: ReturnType<typeof usePlanFormat>,
): string {
  const { unitLevel } = viewStore.getState();
  const parts = (plan.unitMeasures ?? []).flatMap(({ level, name, kind, values }) => {
    const sum = unitIds.reduce((total, unitId) => total + (values[unitId] ?? 0), 0);
    return level === unitLevel && sum !== 0
      ? ` · ${format.measure(kind, sum).text} ${name.toLowerCase()}`
      : [];
  });
  return parts.length > 0 ? `${parts.join('')} of the land` : '';
}

function lockedAmong(scenario: Scenario, rows: Int32Array): number {
  const locks = scenario.alignments[0]?.locks;
  return locks ? rows.reduce((sum, row) => sum + locks[row]!, 0) : 0;
}

/** "892 h workload · $2.21M potential · 5 enterprise", as much of it as fits a line. */
function sumsText(
  { plan, sizes }: TerritoriesData,
  rows: Int32Array,
  format: ReturnType<typeof usePlanFormat>,
): string {
  const parts = plan.accounts.measures.slice(0, 2).map((measure) => {
    const total = rows.reduce((sum, row) => sum + countedValue(measure, row), 0);
    return `${format.measure(measure.kind, total).text} ${measure.name.toLowerCase()}`;
  });
  const segment = findAttribute(plan.accounts, 'segment');
  const top = sizes.sizeNames[sizes.sizeNames.length - 1];
  const code = segment && top !== undefined ? segment.dictionary.indexOf(top) : -1;
  if (segment && code > 0) {
    const count = rows.reduce((sum, row) => sum + (segment.codes[row] === code ? 1 : 0), 0);
    if (count > 0) parts.push(`${format.number(count)} ${top!.toLowerCase()}`);
  }
  const text = parts.join(' · ');
  return text.length <= LINE_LENGTH ? text : parts.slice(0, 2).join(' · ');
}

function TouchedTerritories({
  data,
  effect,
}: {
  readonly data: TerritoriesData;
  readonly effect: MoveEffect;
}) {
  const { scenario } = data;
  const format = usePlanFormat();
  const shown = effect.territories.slice(-MOST_TERRITORIES);
  const left = effect.territories.length - shown.length;
  return (
    <ul className={classes.effects} aria-label="Index before and after">
      {left > 0 && <li className={classes.more}>{format.number(left)} more give accounts</li>}
      {shown.map(({ index, indexBefore, indexAfter }) => {
        const territory = scenario.territories[index]!;
        return (
          <li key={territory.id} className={classes.effect}>
            <span className={classes.name}>
              <TerritorySwatch colorIndex={territory.colorIndex} />
              <span className={classes.ellipsis}>{territory.name}</span>
            </span>
            <span className={classes.before}>{format.index(indexBefore, scenario.corridorShare)}</span>
            <IconArrowRight size={12} stroke={1.6} aria-label="to" />
            <span className={classes.after}>{format.index(indexAfter, scenario.corridorShare)}</span>
            <IndexBar
              index={indexBefore}
              indexAfter={indexAfter}
              corridorShare={scenario.corridorShare}
              width={72}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Payouts, budget and bookings that an edit would change. */
export function PayEffect({ effect }: { readonly effect: PayChange }) {
  const format = usePlanFormat();
  const { payouts, budget, bookings } = effect;
  const more = payouts.length - MOST_PAYOUTS;
  const shown = payouts.slice(0, MOST_PAYOUTS);
  return (
    <dl className={classes.pay}>
      {shown.map(({ rep, changeCents }) => (
        <div key={rep.id}>
          <dt>Payout, {surnameOf(rep.name)}</dt>
          <dd>{format.centsChange(changeCents)}</dd>
        </div>
      ))}
      {more > 0 && (
        <div>
          <dt>
            Payouts of {format.number(more)} more {more === 1 ? 'rep' : 'reps'}
          </dt>
          <dd>
            {format.centsChange(
              payouts.slice(MOST_PAYOUTS).reduce((sum, { changeCents }) => sum + changeCents, 0),
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>Budget, all reps</dt>
        <dd>
          {budget.changeCents === 0 ? 'no change' : format.centsChange(budget.changeCents)}
          {budget.changeCents !== 0 && budget.share !== null && (
            <span className={classes.quiet}> ({format.percentChange(budget.share, 2)})</span>
          )}
        </dd>
      </div>
      {bookings.changeCents !== 0 && (
        <div>
          <dt>Bookings expected</dt>
          <dd>{format.centsChange(bookings.changeCents)}</dd>
        </div>
      )}
    </dl>
  );
}
