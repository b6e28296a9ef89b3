import classes from './BalanceMap.module.css';
import { proposedBases, type Flow, type Proposal } from './proposal';

interface MoveLegendProps {
  readonly flows: readonly Flow[];
  readonly proposal: Proposal;
  readonly hasMoved: boolean;
}

/** What the marks over the map are. */
export function MoveLegend({ flows, proposal, hasMoved }: MoveLegendProps) {
  const hasArrows = flows.length > 0;
  const hasBases = proposedBases(proposal).length > 0;
  if (!hasArrows && !hasBases) return null;
  return (
    <ul className={classes.legend} data-map-note aria-label="Legend">
      {hasArrows && (
        <li>
          <svg width="24" height="10" viewBox="0 0 24 10" aria-hidden>
            <path d="M1 5H19M14.5 1.5L20 5L14.5 8.5" className={classes.arrow} />
          </svg>
          Accounts change hands
        </li>
      )}
      {hasBases && (
        <li>
          <svg width="24" height="16" viewBox="-12 -8 24 16" className={classes.base} aria-hidden>
            <path d="M-6 1L0 -6L6 1V7H-6Z" />
          </svg>
          Proposed base
        </li>
      )}
      {hasMoved && (
        <li>
          <svg width="24" height="10" viewBox="0 0 24 10" aria-hidden>
            <circle cx="12" cy="5" r="3.4" fill="var(--accent)" stroke="var(--surface)" strokeWidth="1.4" />
          </svg>
          Account that moves
        </li>
      )}
    </ul>
  );
}
