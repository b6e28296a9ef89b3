import { useMemo } from 'react';
import { OUTSIDE_PLAN } from '../../../shared/geo/accountUnits';
import { UNIT_LAYERS } from '../../../shared/geo/unitLayers';
import { countedColumn } from '../../../shared/plan/accountColumns';
import { stateOfCounty } from '../../../shared/plan/unitKeys';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { besidePointer, OwnerLabel, type Hovered } from './MapTooltip';
import classes from './MapStage.module.css';
import { UNIT_NAMES } from './unitNames';
import { rowsOfUnits, type UnitsOnMap } from './useMapUnits';
import type { TerritoriesData } from './useTerritoriesData';

interface UnitTooltipProps {
  readonly data: TerritoriesData;
  readonly units: UnitsOnMap;
  readonly hovered: Hovered;
}

/** The unit under the pointer: name, who has its land, and what its accounts and its land carry. */
export function UnitTooltip({ data, units, hovered }: UnitTooltipProps) {
  const { plan, scenario } = data;
  const format = usePlanFormat();
  const { map, level } = units.ground;
  const { unit } = hovered;
  const unitId = map.ids[unit]!;
  const rows = useMemo(() => rowsOfUnits(units, [unit]), [units, unit]);
  const state = level === 'county' ? stateOfCounty(unitId) : '';
  const figures = [
    `${format.number(rows.length)} ${rows.length === 1 ? 'account' : 'accounts'}`,
    ...plan.accounts.measures.slice(0, 2).flatMap((measure) => {
      const values = countedColumn(plan.accounts, measure);
      const total = rows.reduce((sum, row) => sum + values[row]!, 0);
      return rows.length > 0
        ? [`${format.measure(measure.kind, total).text} ${measure.name.toLowerCase()}`]
        : [];
    }),
  ];
  const land = (plan.unitMeasures ?? []).filter((each) => each.level === level && unitId in each.values);
  const code = units.owners[unit]!;
  return (
    <div className={classes.tooltip} style={besidePointer(hovered)} aria-hidden>
      <div className={classes.tooltipName}>
        {map.names[unit] || unitId}
        {state && `, ${state}`}
      </div>
      <div className={classes.tooltipLine}>
        {UNIT_NAMES[level].one} {unitId}
        {UNIT_LAYERS[level].isApproximate && ' · outline approximate'}
      </div>
      <div className={classes.tooltipLine}>{figures.join(' · ')}</div>
      {land.map(({ id, name, kind, values }) => (
        <div key={id} className={classes.tooltipLine}>
          {format.measure(kind, values[unitId]!).text} {name.toLowerCase()} of the land
        </div>
      ))}
      <div className={classes.tooltipLine}>
        {code === OUTSIDE_PLAN ? (
          'Land not assigned'
        ) : (
          <OwnerLabel territories={scenario.territories} code={code} />
        )}
      </div>
    </div>
  );
}
