import { IconCheck, IconMinus } from '@tabler/icons-react';
import classes from './CheckMark.module.css';

interface CheckMarkProps {
  readonly isChecked: boolean;
  readonly isPartial: boolean;
  readonly label: string;
  /** In a row of a table the row has the focus stop and the state; the box is for the mouse. */
  readonly isInRow?: boolean;
  readonly onToggle: () => void;
}

/** A 14 px box as tables have it. */
export function CheckMark({ isChecked, isPartial, label, isInRow = false, onToggle }: CheckMarkProps) {
  return (
    <button
      type="button"
      className={classes.hit}
      role="checkbox"
      aria-checked={isPartial ? 'mixed' : isChecked}
      aria-label={label}
      tabIndex={isInRow ? -1 : 0}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <span className={classes.box} data-on={isChecked || isPartial || undefined}>
        {isPartial ? <IconMinus size={11} stroke={2.4} aria-hidden /> : null}
        {isChecked && !isPartial ? <IconCheck size={11} stroke={2.4} aria-hidden /> : null}
      </span>
    </button>
  );
}
