import { useMemo } from 'react';
import { findAttribute } from '../../../shared/model/accountTable';
import { rankSegments } from '../../map/mapAccounts';
import { PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './Inspector.module.css';
import { leavesBelow } from './leavesBelow';
import type { TerritoriesData } from './useTerritoriesData';

/** Steps of the sequential scale, for the largest segment first. */
const SHADES = ['--seq-6', '--seq-4', '--seq-2', '--seq-5', '--seq-3', '--seq-1'] as const;
const MOST_SEGMENTS = SHADES.length;

/** How many accounts the territory holds, and of which segments. */
export function SegmentShares({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex, mainMeasure } = data;
  const format = usePlanFormat();
  const segment = findAttribute(plan.accounts, 'segment');
  const { rows, accounts } = evaluation.territories;
  const { removed } = plan.accounts;
  const ranked = useMemo(
    () => (segment ? rankSegments(segment, mainMeasure, removed) : null),
    [segment, mainMeasure, removed],
  );
  const shares = useMemo(() => {
    if (!segment || !ranked || ranked.codes.length > MOST_SEGMENTS) return [];
    const counts = new Float64Array(segment.dictionary.length);
    for (const territory of leavesBelow(scenario, selectedIndex)) {
      for (const row of rows[territory]!) counts[segment.codes[row]!]! += 1;
    }
    const known = ranked.codes
      .map((code, rank) => ({ name: ranked.names[rank]!, count: counts[code]! }))
      .reverse();
    return counts[0]! > 0 ? [...known, { name: 'No segment', count: counts[0]! }] : known;
  }, [segment, ranked, scenario, selectedIndex, rows]);
  const total = accounts.totals[selectedIndex]!;
  return (
    <PanelSection>
      <div className={classes.sectionHead}>
        <h3>
          {format.number(total)} {total === 1 ? 'account' : 'accounts'}
        </h3>
        {shares.length > 0 && <span className={classes.small}>by segment</span>}
      </div>
      {shares.length > 0 && total > 0 && (
        <>
          <div className={classes.stack} aria-hidden>
            {shares.map(({ name, count }, position) =>
              count > 0 ? (
                <i key={name} style={{ flex: count, background: `var(${SHADES[position] ?? '--mid'})` }} />
              ) : null,
            )}
          </div>
          <ul className={classes.shares}>
            {shares.map(({ name, count }, position) => (
              <li key={name}>
                <i
                  className={classes.chip}
                  style={{ background: `var(${SHADES[position] ?? '--mid'})` }}
                  aria-hidden
                />
                <span className={classes.shareName}>{name}</span>
                <b>{format.number(count)}</b>
              </li>
            ))}
          </ul>
        </>
      )}
    </PanelSection>
  );
}
