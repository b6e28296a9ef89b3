import { Tooltip } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { planStore } from '../../state/planStore';
import classes from './AccountCell.module.css';
import { accountsStore } from './accountsStore';
import { editCell } from './editCommands';
import { nextEditable } from './nextEditable';
import { columnsOnScreen } from './columnsOnScreen';
import { rowStore } from './rowStore';
import { cellText, type TableColumn } from './tableColumns';

interface CellEditorProps {
  readonly column: TableColumn;
  readonly row: number;
}

/** Types in a cell: Enter takes it and goes down, Tab goes on, Esc leaves it as it was. */
export function CellEditor({ column, row }: CellEditorProps) {
  const initial = startText(column, row);
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<string | null>(null);

  function take(move: 'down' | 'right' | 'left' | 'stay'): void {
    if (text !== initial) {
      const edit = editCell(column, row, text);
      const result = edit.ok ? planStore.dispatch(edit.command) : edit;
      if (!result.ok) {
        setProblem(result.message);
        return;
      }
    }
    const { rows, columns } = rowStore.getState();
    const shown = columnsOnScreen(columns);
    const next = move === 'stay' ? null : nextEditable(rows, shown, { row, columnId: column.id }, move);
    accountsStore.setState({ editing: next, ...(next ? { lastColumnId: next.columnId } : {}) });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const move = MOVES[event.key];
    if (event.key === 'Escape') accountsStore.setState({ editing: null });
    else if (move) take(event.key === 'Tab' && event.shiftKey ? 'left' : move);
    else return;
    event.preventDefault();
    event.stopPropagation();
    // Back to the table, so that the arrow keys go on from here; the next editor takes the focus again.
    event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  }

  return (
    <Tooltip label={problem} opened={problem !== null} color="red" multiline w={280} position="bottom-start">
      <input
        className={classes.editor}
        data-align={column.isNumeric ? 'end' : undefined}
        autoFocus
        aria-label={`${column.label} of ${planStore.store.getState().plan?.accounts.names[row] ?? ''}`}
        aria-invalid={problem !== null}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          if (problem !== null) accountsStore.setState({ editing: null });
          else if (isStillEdited(column, row)) take('stay');
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
    </Tooltip>
  );
}

const MOVES: Readonly<Record<string, 'down' | 'right' | undefined>> = { Enter: 'down', Tab: 'right' };

function isStillEdited(column: TableColumn, row: number): boolean {
  const { editing } = accountsStore.getState();
  return editing?.row === row && editing.columnId === column.id;
}

function startText({ source }: TableColumn, row: number): string {
  if (source.kind !== 'measure') return cellText(source, row);
  const value = source.measure.values[row]!;
  return Number.isNaN(value) ? '' : String(value);
}
