import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  /** Names the region for screen readers. */
  readonly label: string;
  /** Where a hairline parts it from its neighbour. */
  readonly edge?: 'left' | 'right' | 'top' | 'none';
  readonly children: ReactNode;
}

/** A part of a screen: surface, hairline, no shadow. Its children stack; what scrolls is a PanelBody. */
export function Panel({ label, edge = 'none', children }: PanelProps) {
  return (
    <section className={classes.panel} data-edge={edge} aria-label={label}>
      {children}
    </section>
  );
}

interface PanelHeaderProps {
  readonly title: ReactNode;
  /** Behind the title, e.g. a count. */
  readonly note?: ReactNode;
  /** Buttons at the right end. */
  readonly children?: ReactNode;
}

/** 40 px: a title, what it counts, buttons. */
export function PanelHeader({ title, note, children }: PanelHeaderProps) {
  return (
    <div className={classes.header}>
      <h2 className={classes.title}>{title}</h2>
      {note !== undefined && <span className={classes.note}>{note}</span>}
      <span className={classes.space} />
      {children}
    </div>
  );
}

/** What scrolls in a panel. */
export function PanelBody({ children }: { readonly children: ReactNode }) {
  return <div className={classes.body}>{children}</div>;
}

interface PanelSectionProps {
  readonly title?: string;
  readonly children: ReactNode;
}

/** A section of a panel, parted by a hairline. */
export function PanelSection({ title, children }: PanelSectionProps) {
  return (
    <div className={classes.section}>
      {title && <h3 className={classes.sectionTitle}>{title}</h3>}
      {children}
    </div>
  );
}
