import { IconBuilding, IconMapPin2, IconStack2 } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useRef, type ComponentProps } from 'react';
import { liveRowCount } from '../../../shared/model/accountTable';
import { corridorSide } from '../../palette/indexBand';
import { useActiveRole } from '../../state/activeRole';
import { registerCommands, type AppCommand } from '../../state/commandStore';
import { goTo } from '../../state/routeStore';
import { usePlanStore } from '../../state/planStore';
import { NO_ROWS } from '../../state/viewStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { SplitPane } from '../../ui/SplitPane';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import { AccountDrawer } from './AccountDrawer';
import { DRAWER_HEAD_PX, DRAWER_NARROW_PX, DRAWER_PX } from './drawerSizes';
import { EditCard } from './hierarchy/EditCard';
import { Inspector } from './Inspector';
import { MapStage } from './MapStage';
import { LaterData, ShownData, useLaterData, useShownData } from './shownData';
import { SidePanel } from './SidePanel';
import { openRealignmentPay } from './realignmentStore';
import { addTerritory } from './territoryActions';
import classes from './TerritoriesScreen.module.css';
import { useAfterFrame } from '../../ui/useAfterFrame';
import { useTerritoriesData, type TerritoriesData } from './useTerritoriesData';

/** The home screen: map in the middle, tree and inspector beside it, accounts below. */
export function TerritoriesScreen() {
  const data = useTerritoriesData();
  const hasAccounts = usePlanStore((state) => state.plan !== null && liveRowCount(state.plan.accounts) > 0);
  if (!hasAccounts) {
    return (
      <EmptyState
        icon={IconBuilding}
        title="No accounts yet"
        text="Import a list with a postal code, a city or coordinates, and the accounts stand on the map."
        action={{ label: 'Import accounts', run: () => goTo('import') }}
      />
    );
  }
  if (!data) return <div className={classes.loading} aria-busy="true" />;
  return <Workbench data={data} />;
}

const PAY_COMMAND: AppCommand = {
  id: 'territories.pay',
  title: 'What does this realignment cost in pay?',
  group: 'Territories',
  words: 'payout budget quota compare before after',
  run: openRealignmentPay,
};

function Workbench({ data }: { readonly data: TerritoriesData }) {
  // Here, for the panel that it opens may be folded.
  useEffect(() => registerCommands([PAY_COMMAND]), []);
  // The list of accounts follows a moment after the figures: an edit is on screen before its rows are in order.
  const later = useAfterFrame(data);
  const listed = later.plan.accounts === data.plan.accounts ? later : data;
  return (
    <ShownData value={data}>
      <LaterData value={listed}>
        <Panes />
      </LaterData>
    </ShownData>
  );
}

/** Where everything stands; an edit draws anew what is in the panes, not the panes. */
const Panes = memo(function Panes() {
  const showTerritoryRef = useRef<((territory: number) => void) | null>(null);
  const show = useCallback((territory: number): void => showTerritoryRef.current?.(territory), []);
  return (
    <SplitPane
      name="territories"
      left={{
        label: 'Territory tree',
        content: <SidePanel onShow={show} />,
        sizePx: 316,
        narrowPx: 232,
        minPx: 200,
        maxPx: 520,
      }}
      right={{
        label: 'Inspector',
        content: <Inspector onShow={show} />,
        sizePx: 304,
        narrowPx: 280,
        minPx: 264,
        maxPx: 480,
        strip: (unfoldButton) => <InspectorStrip unfoldButton={unfoldButton} />,
      }}
      bottom={{
        label: 'Accounts',
        content: <Drawer />,
        sizePx: DRAWER_PX,
        narrowPx: DRAWER_NARROW_PX,
        minPx: DRAWER_HEAD_PX,
        maxPx: 640,
      }}
    >
      <Middle showTerritoryRef={showTerritoryRef} />
    </SplitPane>
  );
});

function Drawer() {
  return <AccountDrawer data={useLaterData()} />;
}

function Middle({ showTerritoryRef }: Pick<ComponentProps<typeof MapStage>, 'showTerritoryRef'>) {
  const data = useShownData();
  return (
    <>
      <MapStage data={data} showTerritoryRef={showTerritoryRef}>
        {data.evaluation.territories.assignable.length === 0 && <NoTerritories data={data} />}
      </MapStage>
      <EditCard data={data} />
    </>
  );
}

/** What is left of the inspector on a narrow window: name and index. */
function InspectorStrip({ unfoldButton }: { readonly unfoldButton: React.ReactNode }) {
  const { scenario, evaluation, selectedIndex } = useShownData();
  const format = usePlanFormat();
  const territory = scenario.territories[selectedIndex];
  const index = evaluation.territories.index[selectedIndex] ?? Number.NaN;
  return (
    <>
      {unfoldButton}
      {territory && (
        <>
          {territory.colorIndex !== null && <TerritorySwatch colorIndex={territory.colorIndex} />}
          <span className={classes.upright}>{territory.name}</span>
          {!Number.isNaN(index) && (
            <span className={classes.stripIndex} data-side={corridorSide(index, scenario.corridorShare)}>
              {format.index(index, scenario.corridorShare)}
            </span>
          )}
        </>
      )}
    </>
  );
}

function NoTerritories({ data }: { readonly data: TerritoriesData }) {
  const { scenario, neighbours, evaluation } = data;
  const role = useActiveRole();
  const add = {
    label: 'Add territory',
    run: () => addTerritory(scenario, neighbours(), null, NO_ROWS, evaluation.territories.assignment),
  };
  if (role !== undefined) {
    return (
      <div className={classes.start} data-map-control>
        <EmptyState
          icon={IconStack2}
          title={`No territories in ${role} yet`}
          text="They lie over the same accounts as the primary ones. Add one, then draw round its accounts."
          action={add}
        />
      </div>
    );
  }
  return (
    <div className={classes.start} data-map-control>
      <EmptyState
        icon={IconMapPin2}
        title="No territories yet"
        text="Let the balance draw them for you, or add one and draw round its accounts."
        action={{ label: 'Balance', run: () => goTo('balance') }}
        other={add}
      />
    </div>
  );
}
