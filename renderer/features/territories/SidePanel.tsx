import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, useMemo, type ComponentType } from 'react';
import { listExceptions, type ExceptionList } from '../../../shared/plan/exceptions';
import { Panel } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { today } from '../../ui/today';
import { ChecksPanel } from './checks/ChecksPanel';
import { useChecks } from './checks/checksStore';
import { useFindings } from './checks/useFindings';
import { ExceptionsPanel } from './exceptions/ExceptionsPanel';
import { RoleBar } from './hierarchy/RoleBar';
import { RulesPanel } from './rules/RulesPanel';
import { useLaterData, useShownData } from './shownData';
import classes from './SidePanel.module.css';
import { SIDE_TABS, showSideTab, useSideTab, type SideTab } from './sideTabStore';
import { TerritoryTree } from './TerritoryTree';
import type { TerritoriesData } from './useTerritoriesData';

/** The heads of the tabs have room for three digits each. */
const MOST_SHOWN = 999;

interface SidePanelProps {
  /** Shows a territory on the map. */
  readonly onShow: (territory: number) => void;
}

/** Beside the map: the territories, and what decides and checks who is where. */
export function SidePanel({ onShow }: SidePanelProps) {
  const data = useShownData();
  // How many exceptions there are follows a moment after the figures.
  const { plan, scenario } = useLaterData();
  useFindings(data);
  const exceptions = useMemo(() => listExceptions(plan, scenario, today()), [plan, scenario]);
  return (
    <SideTabs
      territoryCount={data.evaluation.territories.assignable.length}
      ruleCount={data.scenario.rules?.length ?? 0}
      exceptions={exceptions}
      onShow={onShow}
    />
  );
}

interface SideTabsProps extends SidePanelProps {
  readonly territoryCount: number;
  readonly ruleCount: number;
  readonly exceptions: ExceptionList;
}

const SideTabs = memo(function SideTabs(props: SideTabsProps) {
  const { territoryCount, ruleCount, exceptions, onShow } = props;
  const tab = useSideTab();
  const isNarrow = useMediaQuery('(max-width: 1100px)') ?? false;
  const findingCount = useChecks((state) => state.items?.length ?? 0);
  const format = usePlanFormat();
  const names: Record<SideTab, string> = {
    territories: isNarrow ? 'Tree' : 'Territories',
    rules: 'Rules',
    exceptions: 'Exceptions',
    checks: 'Checks',
  };
  const counts: Record<SideTab, number> = {
    territories: territoryCount,
    rules: ruleCount,
    exceptions: exceptions.items.length,
    checks: findingCount,
  };
  return (
    <Panel label="Territories">
      <Tabs
        value={tab}
        onChange={(value) => showSideTab(value as SideTab)}
        keepMounted={false}
        classNames={{ root: classes.root, list: classes.list, tab: classes.tab, panel: classes.panel }}
      >
        <Tabs.List aria-label="Beside the map">
          {SIDE_TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {names[each]}{' '}
              {counts[each] > 0 && (
                <span className={classes.count}>
                  {counts[each] > MOST_SHOWN ? `${MOST_SHOWN}+` : format.number(counts[each])}
                </span>
              )}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <RoleBar />
        <Tabs.Panel value="territories">
          <TerritoryTree onShow={onShow} />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <Shown part={RulesPanel} />
        </Tabs.Panel>
        <Tabs.Panel value="exceptions">
          <ListedExceptions list={exceptions} />
        </Tabs.Panel>
        <Tabs.Panel value="checks">
          <Shown part={ChecksPanel} />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
});

function Shown({ part: Part }: { readonly part: ComponentType<{ readonly data: TerritoriesData }> }) {
  return <Part data={useShownData()} />;
}

/** The list and what it is a list of are of the same moment. */
function ListedExceptions({ list }: { readonly list: ExceptionList }) {
  return <ExceptionsPanel data={useLaterData()} list={list} />;
}
