import type { ReactNode } from 'react';
import { Figure } from './Figure';
import type { ShownFigure } from './planFormat';
import classes from './Stat.module.css';

interface StatProps {
  readonly label: string;
  readonly value: ShownFigure | string;
  /** Under the figure: what it is made of or measured against. */
  readonly note?: ReactNode;
  readonly tone?: 'plain' | 'warning';
}

/** A header figure: label, figure, note. Several of them stand in a StatRow. */
export function Stat({ label, value, note, tone = 'plain' }: StatProps) {
  return (
    <div className={classes.stat}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        <Figure value={value} />
      </dd>
      {note !== undefined && (
        <dd className={classes.note} data-tone={tone}>
          {note}
        </dd>
      )}
    </div>
  );
}

/** Figures side by side, parted by hairlines. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.row}>{children}</dl>;
}
