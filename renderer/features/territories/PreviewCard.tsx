import { Button, Combobox, InputBase, UnstyledButton, useCombobox } from '@mantine/core';
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { countedValue, findAttribute } from '../../../shared/model/accountTable';
import type { Scenario } from '../../../shared/model/scenario';
import type { AssignTarget } from '../../../shared/plan/command';
import type { PlanPreview } from '../../state/resultStore';
import type { MapPreview } from '../../state/viewStore';
import { IndexBar } from '../../ui/IndexBar';
import { KeyCaps } from '../../ui/KeyCaps';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { moveEffect, type MoveEffect } from './moveEffect';
import { commitMove, dropMove, previewMove } from './moveActions';
import classes from './PreviewCard.module.css';
import { openRealignmentPay } from './realignmentStore';
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
  const effect = moveEffect(data.evaluation, preview.evaluation, preview.diff);
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
  const lockedCount = lockedAmong(data.scenario, picked.rows);
  return (
    <div ref={card} className={classes.card} role="dialog" aria-label="Preview of the move">
      <div className={classes.head}>
        <span className={classes.title}>
          Move {format.number(count)} {count === 1 ? 'account' : 'accounts'} to
        </span>
        <ReceiverChoice data={data} picked={picked} preview={preview} />
      </div>
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
      <UnstyledButton className={classes.payLink} onClick={openRealignmentPay}>
        Rep by rep
      </UnstyledButton>
      <div className={classes.buttons}>
        <Button
          variant="filled"
          disabled={count === 0}
          rightSection={<KeyCaps keys="enter" isOnAccent />}
          onClick={commitMove}
        >
          Move
        </Button>
        <Button rightSection={<KeyCaps keys="Esc" />} onClick={() => dropMove(true)}>
          Drop
        </Button>
      </div>
    </div>
  );
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
            <span className={classes.before}>{format.index(indexBefore)}</span>
            <IconArrowRight size={12} stroke={1.6} aria-label="to" />
            <span className={classes.after}>{format.index(indexAfter)}</span>
            <IndexBar
              index={indexAfter}
              indexAfter={indexBefore}
              corridorShare={scenario.corridorShare}
              width={72}
            />
          </li>
        );
      })}
    </ul>
  );
}

function PayEffect({ effect }: { readonly effect: MoveEffect }) {
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

interface ReceiverChoiceProps {
  readonly data: TerritoriesData;
  readonly picked: MapPreview;
  readonly preview: PlanPreview;
}

const NOBODY = [
  { value: 'nobody:unassigned', label: 'Unassigned', target: { nobody: 'unassigned' } },
  { value: 'nobody:house', label: 'House account', target: { nobody: 'house' } },
] as const;

/** Who takes the accounts; any territory, or nobody. */
function ReceiverChoice({ data, picked, preview }: ReceiverChoiceProps) {
  const { scenario, evaluation } = data;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const target: AssignTarget | null =
    preview.command.kind === 'assignAccounts' ? preview.command.target : null;
  const receiver = scenario.territories.find(
    ({ id }) => target && 'territoryId' in target && id === target.territoryId,
  );
  const nobody = NOBODY.find((each) => target && 'nobody' in target && each.target.nobody === target.nobody);
  return (
    <Combobox
      store={combobox}
      width={220}
      position="bottom-end"
      onOptionSubmit={(value) => {
        const none = NOBODY.find((each) => each.value === value);
        previewMove(picked.rows, none ? none.target : { territoryId: value });
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          size="xs"
          className={classes.receiver}
          aria-label={`Receiving territory: ${receiver?.name ?? nobody?.label ?? 'none'}`}
          leftSection={
            nobody ? (
              <TerritorySwatch colorIndex={null} nobody={nobody.target.nobody} />
            ) : (
              <TerritorySwatch colorIndex={receiver?.colorIndex ?? null} />
            )
          }
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          <span className={classes.ellipsis}>{receiver?.name ?? nobody?.label ?? 'Choose'}</span>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {evaluation.territories.assignable.map((k) => {
            const territory = scenario.territories[k]!;
            return (
              <Combobox.Option key={territory.id} value={territory.id} active={territory.id === receiver?.id}>
                <span className={classes.option}>
                  <TerritorySwatch colorIndex={territory.colorIndex} />
                  <span className={classes.ellipsis}>{territory.name}</span>
                  <span className={classes.optionIndex}>
                    {Math.round(evaluation.territories.index[k]!) || '–'}
                  </span>
                </span>
              </Combobox.Option>
            );
          })}
          {NOBODY.map(({ value, label, target: { nobody: kind } }) => (
            <Combobox.Option key={value} value={value}>
              <span className={classes.option}>
                <TerritorySwatch colorIndex={null} nobody={kind} />
                {label}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
