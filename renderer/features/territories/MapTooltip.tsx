import { attributeText } from '../../../shared/model/accountTable';
import { HOUSE, UNASSIGNED } from '../../../shared/model/alignment';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './MapStage.module.css';
import type { TerritoriesData } from './useTerritoriesData';

/** The account under the pointer, and where that is on a map of a size (CSS pixels). */
export interface Hovered {
  readonly row: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Who is under the pointer: name, place, main measure, territory. */
export function MapTooltip({ data, hovered }: { readonly data: TerritoriesData; readonly hovered: Hovered }) {
  const { plan, scenario, evaluation, mainMeasure } = data;
  const { row, left, top, width, height } = hovered;
  const format = usePlanFormat();
  const { accounts } = plan;
  const code = evaluation.territories.assignment[row]!;
  const territory = scenario.territories[code];
  const town = [attributeText(accounts, 'city', row), attributeText(accounts, 'region', row)].filter(Boolean);
  const segment = attributeText(accounts, 'segment', row);
  const value = mainMeasure?.values[row];
  const figure =
    mainMeasure && value !== undefined && !Number.isNaN(value)
      ? `${format.measure(mainMeasure.kind, value).text} ${mainMeasure.name.toLowerCase()}`
      : '';
  const across = left > width - 280 ? { right: width - left + 12 } : { left: left + 12 };
  const along = top > height - 110 ? { bottom: height - top + 12 } : { top: top + 12 };
  return (
    <div className={classes.tooltip} style={{ ...across, ...along }} aria-hidden>
      <div className={classes.tooltipName}>{accounts.names[row]}</div>
      <div className={classes.tooltipLine}>{[town.join(', '), segment].filter(Boolean).join(' · ')}</div>
      {figure && <div className={classes.tooltipLine}>{figure}</div>}
      <div className={classes.tooltipLine}>
        {territory ? (
          <>
            <TerritorySwatch colorIndex={territory.colorIndex} />
            {territory.name}
          </>
        ) : (
          <>
            <TerritorySwatch colorIndex={null} nobody={code === UNASSIGNED ? 'unassigned' : 'house'} />
            {code === UNASSIGNED ? 'Unassigned' : code === HOUSE ? 'House account' : 'Holdout'}
          </>
        )}
      </div>
    </div>
  );
}
