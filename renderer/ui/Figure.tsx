import type { ShownFigure } from './planFormat';
import classes from './Figure.module.css';

interface FigureProps {
  /** From PlanFormat: text as shown, exact on hover. A plain string is exact already. */
  readonly value: ShownFigure | string;
  /** gain is blue, loss is orange; over and under are the index's. */
  readonly tone?: 'plain' | 'strong' | 'muted' | 'gain' | 'loss' | 'over' | 'under';
}

/** A number on screen: right figures, one line, the exact value on hover. */
export function Figure({ value, tone = 'plain' }: FigureProps) {
  const { text, exact } = typeof value === 'string' ? { text: value, exact: value } : value;
  return (
    <span className={classes.figure} data-tone={tone} title={exact === text ? undefined : exact}>
      {text}
    </span>
  );
}
