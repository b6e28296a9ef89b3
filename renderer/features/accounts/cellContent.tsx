import type { ReactNode } from 'react';
import { isApproximate } from '../../../shared/model/placeLevel';
import type { Territory } from '../../../shared/model/territory';
import { NOTHING, type PlanFormat } from '../../ui/planFormat';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './AccountCell.module.css';
import { cellText, territoryIndexOfEntry, type TableColumn } from './tableColumns';

/** A cell's value. Most are bare texts, which cost a table of many the least. */
export function cellContent(
  { source }: TableColumn,
  row: number,
  territories: readonly Territory[],
  format: PlanFormat,
): ReactNode {
  if (source.kind === 'measure') {
    const value = source.measure.values[row]!;
    if (Number.isNaN(value)) return <span className={classes.nothing}>none</span>;
    const text = format.measureValue(source.measure.kind, value);
    const isUncounted = value < 0 && !source.measure.isNegativeReal;
    return isUncounted ? (
      <s className={classes.uncounted} title={`${text} counts as 0`}>
        {text}
      </s>
    ) : (
      text
    );
  }
  const text = cellText(source, row);
  if (source.kind === 'territory') {
    const territory = territories[territoryIndexOfEntry(source.codes[row]!)];
    return (
      <span className={classes.territory} data-nobody={territory ? undefined : true}>
        {territory ? (
          <TerritorySwatch colorIndex={territory.colorIndex} />
        ) : (
          <TerritorySwatch colorIndex={null} nobody={text === 'House' ? 'house' : 'unassigned'} />
        )}
        {text}
      </span>
    );
  }
  if (source.kind === 'place') {
    const code = source.codes[row]!;
    return (
      <span data-rough={code === 0 || isApproximate(code) || undefined} className={classes.place}>
        {text}
      </span>
    );
  }
  return text === '' ? <span className={classes.nothing}>{NOTHING}</span> : text;
}
