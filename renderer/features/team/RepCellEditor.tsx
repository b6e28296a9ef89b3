import { Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import classes from './RepGrid.module.css';
import type { CellEdit, RepColumn, RepRow } from './repColumns';

interface RepCellEditorProps {
  readonly row: RepRow;
  readonly column: RepColumn;
  /** The key that began the edit, taken as its first letter; null keeps what is there. */
  readonly typed: string | null;
  /** Null = left as it was. */
  readonly onDone: (typed: string | null, move: 'down' | 'right' | 'stay') => void;
}

/** The cell that is being typed in. Enter takes it and goes down, Tab goes right, Esc leaves it as it was. */
export function RepCellEditor({ row, column, typed, onDone }: RepCellEditorProps) {
  const { edit } = column;
  if (edit === null) return null;
  if (edit.kind === 'choice')
    return <ChoiceEditor row={row} column={column} edit={edit} typed={typed} onDone={onDone} />;
  return (
    <TextEditor
      initial={typed ?? edit.value(row)}
      isFresh={typed !== null}
      label={column.title}
      onDone={onDone}
      isFigure={column.isFigure}
    />
  );
}

type ChoiceEdit = Extract<CellEdit, { kind: 'choice' }>;

function ChoiceEditor({
  row,
  column,
  typed,
  onDone,
  edit,
}: RepCellEditorProps & { readonly edit: ChoiceEdit }) {
  // Choosing closes the list, which must not end the edit a second time.
  const isOver = useRef(false);
  const end = (result: string | null) => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(result, 'stay');
  };
  return (
    <Select
      className={classes.editor}
      aria-label={`${column.title} of ${row.rep.name}`}
      autoFocus
      searchable
      selectFirstOptionOnChange
      defaultDropdownOpened
      {...(typed === null ? {} : { defaultSearchValue: typed })}
      data={edit.choices.map((choice) => ({ ...choice, value: choice.value === '' ? NONE : choice.value }))}
      defaultValue={typed === null ? edit.value(row) || NONE : null}
      onFocus={(event) => {
        if (typed === null) event.currentTarget.select();
      }}
      onOptionSubmit={(value) => {
        const choice = edit.choices.find((each) => each.value === (value === NONE ? '' : value));
        end(choice?.label ?? null);
      }}
      onDropdownClose={() => end(null)}
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      nothingFoundMessage="Nothing by that name"
    />
  );
}

/** Mantine's Select takes no empty value. */
const NONE = '(none)';

interface TextEditorProps {
  readonly initial: string;
  readonly isFresh: boolean;
  readonly label: string;
  readonly isFigure: boolean;
  readonly onDone: RepCellEditorProps['onDone'];
}

function TextEditor({ initial, isFresh, label, isFigure, onDone }: TextEditorProps) {
  const [text, setText] = useState(initial);
  // Enter, Tab and Esc end the edit; the blur that follows must not end it twice.
  const isOver = useRef(false);
  const end = (result: string | null, move: 'down' | 'right' | 'stay') => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(result, move);
  };
  const changed = text === initial && !isFresh ? null : text;
  return (
    <TextInput
      className={classes.editor}
      aria-label={label}
      autoFocus
      value={text}
      styles={{ input: { textAlign: isFigure ? 'right' : 'left' } }}
      onFocus={(event) => {
        if (isFresh) event.target.setSelectionRange(text.length, text.length);
        else event.target.select();
      }}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(changed, 'stay')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(changed, 'down');
        else if (event.key === 'Tab') end(changed, 'right');
        else if (event.key === 'Escape') end(null, 'stay');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
