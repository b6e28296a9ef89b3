import classes from './TerritorySwatch.module.css';

interface TerritorySwatchProps {
  /** Territory.colorIndex; null for a node above the lowest level. */
  readonly colorIndex: number | null;
  /** For what is no territory. */
  readonly nobody?: 'house' | 'unassigned';
}

/** The chip of colour before a territory's name. The name always stands beside it. */
export function TerritorySwatch({ colorIndex, nobody }: TerritorySwatchProps) {
  if (nobody) return <i className={classes.swatch} data-nobody={nobody} aria-hidden />;
  const background = colorIndex === null ? 'transparent' : `var(--territory-${(colorIndex % 14) + 1})`;
  return <i className={classes.swatch} style={{ background }} aria-hidden />;
}
