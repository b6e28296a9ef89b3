import type { ReactNode } from 'react';
import classes from './Inspector.module.css';

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A line of the inspector: what, and how much. */
export function Fact({ label, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
