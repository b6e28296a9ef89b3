import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useActiveRole, useRolePreview } from '../../../state/activeRole';
import { usePlanStore } from '../../../state/planStore';
import { selectTerritory, useViewStore } from '../../../state/viewStore';
import { KeyCaps } from '../../../ui/KeyCaps';
import { usePlanFormat } from '../../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../../ui/TerritorySwatch';
import { PayEffect } from '../PreviewCard';
import type { TerritoriesData } from '../useTerritoriesData';
import { DraftSettings } from './DraftSettings';
import { draftAction, draftTitle } from './draftWords';
import classes from './EditCard.module.css';
import { editEffect, type EditEffect, type TouchedTerritory } from './editEffect';
import { commitDraft, dropDraft, forgetDraft, repriceDraft, useEditDraft } from './editDraftStore';

const MOST_SHOWN = 9;

/** A larger edit before it is made: how it is set up, and what it does to every territory, to pay and to budget. */
export function EditCard({ data }: { readonly data: TerritoriesData }) {
  const { draft, command, problem } = useEditDraft((state) => state);
  const preview = useRolePreview();
  const role = useActiveRole();
  const revision = usePlanStore((state) => state.revision);
  const isMoving = useViewStore((view) => view.mapPreview !== null);
  const card = useRef<HTMLDivElement>(null);
  const isOpen = draft !== null;
  useEffect(() => repriceDraft(), [revision]);
  useEffect(() => {
    if (isMoving) forgetDraft();
  }, [isMoving]);
  useEffect(() => {
    if (isOpen) card.current?.focus();
  }, [isOpen]);
  useEffect(() => dropDraft, [role]);
  const own = preview?.command === command ? preview : null;
  const effect = useMemo(
    () => (own ? editEffect(data.plan, data.evaluation, own) : null),
    [own, data.plan, data.evaluation],
  );
  if (!draft) return null;

  function commit(): void {
    const result = commitDraft();
    if (!result?.ok || !draft || draft.kind === 'command') return;
    selectTerritory(draft.kind === 'merge' ? draft.intoId : draft.territoryId);
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const isOnCard = event.target === event.currentTarget;
    if (event.key === 'Escape') dropDraft();
    else if (event.key === 'Enter' && isOnCard) commit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const title = draftTitle(data.scenario, draft);
  return (
    <div
      ref={card}
      className={classes.card}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 className={classes.title}>{title}</h2>
      <DraftSettings data={data} draft={draft} />
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {effect && <Effect effect={effect} />}
      <div className={classes.buttons}>
        <Button
          variant="filled"
          disabled={!own || own.diff.changes.length === 0}
          rightSection={<KeyCaps keys="enter" isOnAccent />}
          onClick={commit}
        >
          {draftAction(draft)}
        </Button>
        <Button rightSection={<KeyCaps keys="Esc" />} onClick={dropDraft}>
          Drop
        </Button>
      </div>
    </div>
  );
}

/** What an edit does to every territory it touches, and to pay. */
export function Effect({ effect }: { readonly effect: EditEffect }) {
  const format = usePlanFormat();
  const { movedCount, freedCount, touched, others } = effect;
  const shown = touched.slice(0, MOST_SHOWN);
  const rest = touched.length - shown.length;
  return (
    <>
      <p className={classes.sums}>
        {movedCount === 0
          ? 'No account changes hands.'
          : `${format.number(movedCount)} ${movedCount === 1 ? 'account changes' : 'accounts change'} hands`}
        {freedCount > 0 && `, ${format.number(freedCount)} of them to nobody`}
      </p>
      {shown.length > 0 && (
        <table className={classes.table}>
          <colgroup>
            <col />
            <col className={classes.figureColumn} />
            <col className={classes.arrowColumn} />
            <col className={classes.figureColumn} />
            <col className={classes.figureColumn} />
            <col className={classes.arrowColumn} />
            <col className={classes.figureColumn} />
          </colgroup>
          <thead>
            <tr>
              <th>Territory</th>
              <th colSpan={3}>Accounts</th>
              <th colSpan={3}>Index</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <TouchedRow key={each.index} touched={each} corridorShare={effect.corridorShare} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && (
        <p className={classes.sums}>{format.number(rest)} more territories gain or lose accounts.</p>
      )}
      {others && (
        <p className={classes.sums}>
          Index of {format.number(others.count)} other{others.count === 1 ? '' : 's'}:{' '}
          {shiftText(others.least, others.most, format)}, as the whole is shared by{' '}
          {others.most < 0 ? 'fewer' : 'more'}.
        </p>
      )}
      <PayEffect effect={effect} />
    </>
  );
}

function shiftText(least: number, most: number, format: ReturnType<typeof usePlanFormat>): string {
  const text = (value: number) => `${value > 0 ? '+' : '−'}${format.number(Math.abs(value), 1)}`;
  return text(least) === text(most) ? text(least) : `${text(least)} to ${text(most)}`;
}

interface TouchedRowProps {
  readonly touched: TouchedTerritory;
  readonly corridorShare: number;
}

function TouchedRow({ touched, corridorShare }: TouchedRowProps) {
  const format = usePlanFormat();
  const { territory, fate, countBefore, countAfter, indexBefore, indexAfter } = touched;
  const indexText = (value: number) => (Number.isNaN(value) ? '–' : format.index(value, corridorShare));
  return (
    <tr data-fate={fate}>
      <th scope="row">
        <span className={classes.name}>
          <TerritorySwatch colorIndex={territory.colorIndex} />
          <span className={classes.ellipsis} title={territory.name}>
            {territory.name}
          </span>
          {fate !== 'stays' && <span className={classes.fate}>{fate === 'new' ? 'new' : 'goes'}</span>}
        </span>
      </th>
      <td>{format.number(countBefore)}</td>
      <td className={classes.arrow}>
        <IconArrowRight size={12} stroke={1.6} aria-label="to" />
      </td>
      <td className={classes.after}>{format.number(countAfter)}</td>
      <td>{indexText(indexBefore)}</td>
      <td className={classes.arrow}>
        <IconArrowRight size={12} stroke={1.6} aria-label="to" />
      </td>
      <td className={classes.after}>{indexText(indexAfter)}</td>
    </tr>
  );
}
