import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import type { MeasureKind } from '../../../shared/model/accountTable';
import type { Territory } from '../../../shared/model/territory';
import { corridorSide } from '../../palette/indexBand';
import { selectTerritory } from '../../state/viewStore';
import { Figure } from '../../ui/Figure';
import { IndexBar } from '../../ui/IndexBar';
import { PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './Inspector.module.css';
import type { TerritoriesData } from './useTerritoriesData';

const MOST_SHOWN = 6;

/** Who next door could take accounts: neighbours below the territory's own index, the emptiest first. */
export function NeighboursWithRoom({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex, mainMeasure } = data;
  const neighbours = data.neighbours();
  const { index, measures, assignable } = evaluation.territories;
  if (!assignable.includes(selectedIndex) || neighbours.length === 0) return null;
  const main = measures.find(({ measureId }) => measureId === mainMeasure?.id);
  const kind = plan.accounts.measures.find(({ id }) => id === main?.measureId)?.kind ?? 'number';
  const rows = (neighbours[selectedIndex] ?? [])
    .filter((k) => index[k]! <= index[selectedIndex]!)
    .sort((a, b) => index[a]! - index[b]!)
    .slice(0, MOST_SHOWN);
  return (
    <PanelSection title="Neighbours with room">
      {rows.length === 0 && <p className={classes.quiet}>Every neighbour carries more than this one.</p>}
      {rows.map((k) => {
        const room = main ? Math.max(0, main.targets[k]! - main.totals[k]!) : 0;
        return (
          <Neighbour
            key={k}
            territory={scenario.territories[k]!}
            index={index[k]!}
            corridorShare={scenario.corridorShare}
            room={room}
            kind={kind}
          />
        );
      })}
    </PanelSection>
  );
}

interface NeighbourProps {
  readonly territory: Territory;
  readonly index: number;
  readonly corridorShare: number;
  /** What it lacks to its target, in the measure's unit. */
  readonly room: number;
  readonly kind: MeasureKind;
}

const Neighbour = memo(function Neighbour({ territory, index, corridorShare, room, kind }: NeighbourProps) {
  const format = usePlanFormat();
  const side = corridorSide(index, corridorShare);
  return (
    <UnstyledButton className={classes.neighbour} onClick={() => selectTerritory(territory.id)}>
      <span className={classes.neighbourName}>
        <TerritorySwatch colorIndex={territory.colorIndex} />
        <span className={classes.ellipsis}>{territory.name}</span>
      </span>
      <IndexBar index={index} corridorShare={corridorShare} width={76} />
      <span className={classes.end}>
        <Figure value={format.index(index, corridorShare)} tone={side === 'inside' ? 'strong' : side} />
      </span>
      <span className={classes.end}>
        <Figure value={room > 0 ? format.measure(kind, room) : '–'} tone="muted" />
      </span>
    </UnstyledButton>
  );
});
