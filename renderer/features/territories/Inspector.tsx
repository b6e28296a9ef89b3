import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconMapPin } from '@tabler/icons-react';
import { memo } from 'react';
import type { Territory } from '../../../shared/model/territory';
import { corridorSide } from '../../palette/indexBand';
import { Panel, PanelBody, PanelHeader, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { TerritoryMenuItems } from './hierarchy/TerritoryMenuItems';
import classes from './Inspector.module.css';
import { InspectorFacts } from './InspectorFacts';
import { InspectorMeasures } from './InspectorMeasures';
import { NeighboursWithRoom } from './NeighboursWithRoom';
import { PlanOverview } from './PlanOverview';
import { RealignmentPay } from './RealignmentPay';
import { useRealignmentStore } from './realignmentStore';
import { SegmentShares } from './SegmentShares';
import { useShownData } from './shownData';
import type { TerritoriesData } from './useTerritoriesData';
import { AccountWhy } from './why/AccountWhy';

interface InspectorProps {
  readonly onShow: (territory: number) => void;
}

/** Everything about the selected territory; the plan as a whole while none is. */
export function Inspector({ onShow }: InspectorProps) {
  const data = useShownData();
  const { scenario, selectedIndex } = data;
  const territory = scenario.territories[selectedIndex];
  const baseline = useRealignmentStore((state) => (state.planId === data.plan.id ? state.baseline : null));
  if (baseline) return <RealignmentPay data={data} baseline={baseline} />;
  if (!territory) return <PlanOverview data={data} onShow={onShow} />;
  return (
    <Panel label={`Territory ${territory.name}`}>
      <TerritoryHeader territory={territory} index={selectedIndex} onShow={onShow} />
      <PanelBody>
        <AccountWhy data={data} />
        <RepsOfTerritory data={data} />
        <PanelSection>
          <IndexFigure data={data} />
          <InspectorMeasures data={data} />
        </PanelSection>
        <InspectorFacts data={data} />
        <SegmentShares data={data} />
        <NeighboursWithRoom data={data} />
      </PanelBody>
    </Panel>
  );
}

/** The key figure, and in words where it lies. */
function IndexFigure({ data }: { readonly data: TerritoriesData }) {
  const { scenario, evaluation, selectedIndex } = data;
  const format = usePlanFormat();
  const index = evaluation.territories.index[selectedIndex]!;
  if (Number.isNaN(index)) {
    return <p className={classes.quiet}>No index: no measure is weighted yet, or it has no target.</p>;
  }
  const half = scenario.corridorShare * 100;
  const side = corridorSide(index, scenario.corridorShare);
  const corridor = `${format.number(100 - half)} to ${format.number(100 + half)}`;
  const words = {
    over: 'Above the corridor of',
    under: 'Below the corridor of',
    inside: 'Inside the corridor of',
  };
  return (
    <div className={classes.key}>
      <span className={classes.big} data-side={side} title={format.number(index, 2)}>
        {format.index(index, scenario.corridorShare)}
      </span>
      <span>
        <span className={classes.strong}>Index, {format.percentChange(index / 100 - 1)} from target</span>
        <span className={classes.small}>
          {words[side]} {corridor}
        </span>
      </span>
    </div>
  );
}

function RepsOfTerritory({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, selectedIndex } = data;
  const territory = scenario.territories[selectedIndex]!;
  if (territory.level < scenario.levels.length - 1) {
    const below = scenario.territories.filter(
      (each) => each.parentId === territory.id && !each.isRemoved && each.role === undefined,
    ).length;
    return (
      <p className={classes.levelLine}>
        {scenario.levels[territory.level]} · {below} below
      </p>
    );
  }
  const reps = plan.reps.filter((rep) => rep.territoryId === territory.id);
  if (reps.length === 0) return <p className={classes.levelLine}>No rep carries this territory.</p>;
  return (
    <ul className={classes.reps}>
      {reps.map((rep) => (
        <li key={rep.id} className={classes.rep}>
          <span className={classes.avatar} aria-hidden>
            {initialsOf(rep.name)}
          </span>
          <span className={classes.repText}>
            <span className={classes.strong}>{rep.name}</span>
            <span className={classes.small}>
              {[rep.role, baseText(rep.base?.name ?? territory.base?.name)].filter(Boolean).join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function baseText(name: string | undefined): string {
  return name ? `base ${name}` : '';
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words[words.length - 1] : ''].map((word) => word?.[0] ?? '').join('');
}

interface TerritoryHeaderProps {
  readonly territory: Territory;
  readonly index: number;
  readonly onShow: (territory: number) => void;
}

/** Name and what can be done with it: no move of accounts changes it. */
const TerritoryHeader = memo(function TerritoryHeader({ territory, index, onShow }: TerritoryHeaderProps) {
  return (
    <PanelHeader
      title={
        <span className={classes.title}>
          {territory.colorIndex !== null && <TerritorySwatch colorIndex={territory.colorIndex} />}
          <span className={classes.ellipsis}>{territory.name}</span>
        </span>
      }
    >
      <ActionIcon aria-label="Show on the map" onClick={() => onShow(index)}>
        <IconMapPin size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
      <Menu width={256} position="bottom-end" offset={4} returnFocus={false}>
        <Menu.Target>
          <ActionIcon aria-label={`What can be done with ${territory.name}`}>
            <IconDots size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <TerritoryMenuItems territory={territory} />
        </Menu.Dropdown>
      </Menu>
    </PanelHeader>
  );
});
