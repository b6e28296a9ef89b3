import { useEffect, useState, type CSSProperties } from 'react';
import { attributeText } from '../../../shared/model/accountTable';
import { HOUSE, UNASSIGNED } from '../../../shared/model/alignment';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import type { Territory } from '../../../shared/model/territory';
import type { WhyHere } from '../../../shared/plan/whyHere';
import classes from './MapStage.module.css';
import type { TerritoriesData } from './useTerritoriesData';
import { useWhyHere } from './why/useWhyHere';

/** How long the pointer rests before its account tells why it is there. */
const REST_MS = 300;

/** The account or the unit under the pointer (−1 = none), and where that is on a map of a size (CSS pixels). */
export interface Hovered {
  readonly row: number;
  readonly unit: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a tip stands, so that it neither leaves the map nor lies under the pointer. */
export function besidePointer({ left, top, width, height }: Hovered): CSSProperties {
  const across = left > width - 280 ? { right: width - left + 12 } : { left: left + 12 };
  const along = top > height - 110 ? { bottom: height - top + 12 } : { top: top + 12 };
  return { ...across, ...along };
}

interface OwnerLabelProps {
  readonly territories: readonly Territory[];
  /** Territory index or a code of nobody's. */
  readonly code: number;
}

/** Colour and name of an owner. */
export function OwnerLabel({ territories, code }: OwnerLabelProps) {
  const territory = territories[code];
  if (territory) {
    return (
      <>
        <TerritorySwatch colorIndex={territory.colorIndex} />
        {territory.name}
      </>
    );
  }
  return (
    <>
      <TerritorySwatch colorIndex={null} nobody={code === UNASSIGNED ? 'unassigned' : 'house'} />
      {code === UNASSIGNED ? 'Unassigned' : code === HOUSE ? 'House account' : 'Holdout'}
    </>
  );
}

/** Who is under the pointer: name, place, main measure, territory. */
export function MapTooltip({ data, hovered }: { readonly data: TerritoriesData; readonly hovered: Hovered }) {
  const { plan, scenario, evaluation, mainMeasure } = data;
  const { row } = hovered;
  const format = usePlanFormat();
  const { accounts } = plan;
  const code = evaluation.territories.assignment[row]!;
  const why = useWhyAtRest(data, row);
  const town = [attributeText(accounts, 'city', row), attributeText(accounts, 'region', row)].filter(Boolean);
  const segment = attributeText(accounts, 'segment', row);
  const value = mainMeasure?.values[row];
  const figure =
    mainMeasure && value !== undefined && !Number.isNaN(value)
      ? `${format.measure(mainMeasure.kind, value).text} ${mainMeasure.name.toLowerCase()}`
      : '';
  return (
    <div className={classes.tooltip} style={besidePointer(hovered)} aria-hidden>
      <div className={classes.tooltipName}>{accounts.names[row]}</div>
      <div className={classes.tooltipLine}>{[town.join(', '), segment].filter(Boolean).join(' · ')}</div>
      {figure && <div className={classes.tooltipLine}>{figure}</div>}
      <div className={classes.tooltipLine}>
        <OwnerLabel territories={scenario.territories} code={code} />
      </div>
      {why && <div className={classes.tooltipLine}>{why.sentence}</div>}
    </div>
  );
}

/** Why the account under the pointer is where it is, once the pointer rests: passing by asks for nothing. */
function useWhyAtRest({ plan, scenario }: TerritoriesData, row: number): WhyHere | null {
  const [restedRow, setRestedRow] = useState(-1);
  useEffect(() => {
    const timer = setTimeout(() => setRestedRow(row), REST_MS);
    return () => clearTimeout(timer);
  }, [row]);
  return useWhyHere(plan, scenario, restedRow === row ? row : -1);
}
