import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { findAttribute } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { labelPlaces, trackLand } from '../../map/land';
import type { Basemap } from '../../map/basemapFiles';
import { dotSizesOf, readMapPoints, type MapPoints } from '../../map/mapAccounts';
import type { TerritoryLabel } from '../../map/placeLabels';
import type { MapView, TerritoryMap } from '../../map/TerritoryMap';
import { useBasemap } from '../../map/useBasemap';
import { useTerritoryMap } from '../../map/useTerritoryMap';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useAfterFrame } from '../../ui/useAfterFrame';
import classes from './BalanceMap.module.css';
import { useBalance } from './balanceStore';
import { BaseMarks } from './BaseMarks';
import { MapModes, type MapMode } from './MapModes';
import { MoveArrows } from './MoveArrows';
import { MoveLegend } from './MoveLegend';
import { boxOfPoints } from './boxOfPoints';
import { flowsOf, proposedBases, type Flow, type Proposal } from './proposal';

interface BalanceMapProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
}

const NO_ROWS = new Int32Array(0);
const NOTHING = { onDraft: ignore, onShape: ignore, onBrush: ignore, onClick: ignore, onHover: ignore };

/** What the map draws: the best plan of a run, the proposal, or the scenario as it is. */
function shownOnMap(
  scenario: Scenario,
  evaluation: PlanEvaluation,
  proposal: Proposal | null,
  best: Int32Array | null,
  bestScenario: Scenario | null,
) {
  if (best && bestScenario) return { assignment: best, territories: bestScenario.territories, index: null };
  const { territories } = proposal?.task.scenario ?? scenario;
  const { assignment, index } = (proposal?.after ?? evaluation).territories;
  return { assignment, territories, index };
}

function ignore(): void {
  // This map is looked at: it picks nothing.
}

/** The alignment as it is, as proposed, or what differs, with the moves drawn as arrows. */
export function BalanceMap({ plan, scenario, evaluation }: BalanceMapProps) {
  const whole = useBalance((state) => state.proposal);
  const partial = useBalance((state) => state.partial);
  const proposal = useMemo(() => whole && (partial ? { ...whole, ...partial } : whole), [whole, partial]);
  const best = useBalance((state) => state.running?.best ?? null);
  const bestScenario = useBalance((state) => state.running?.scenario ?? null);
  const shownMove = useBalance((state) => state.shownMove);
  const [mode, setMode] = useState<MapMode>('proposal');
  const [view, setView] = useState<MapView | null>(null);
  const { basemap, problem } = useBasemap();
  const { lat, lng, placeLevels, removed } = plan.accounts;
  const places = useMemo(
    () => readMapPoints({ lat, lng, placeLevels, removed }),
    [lat, lng, placeLevels, removed],
  );
  const { ref, map, isNew } = useTerritoryMap(`${plan.id} balance`, NOTHING, setView);

  const corridorShare = proposal?.toleranceShare ?? scenario.corridorShare;
  const shownMode: MapMode = proposal ? mode : 'current';
  const { assignment, territories, index } = shownOnMap(
    scenario,
    evaluation,
    shownMode === 'current' ? null : proposal,
    best,
    bestScenario,
  );
  const moved = useMemo(() => {
    if (proposal && shownMove !== null) return Int32Array.of(shownMove);
    if (!proposal || shownMode !== 'difference') return NO_ROWS;
    const before = proposal.before?.territories.assignment;
    const then = proposal.after.territories.assignment;
    return before ? Int32Array.from(then.keys()).filter((row) => before[row] !== then[row]) : NO_ROWS;
  }, [proposal, shownMode, shownMove]);
  const flows = useMemo(() => {
    const before = proposal?.before?.territories.assignment;
    return before ? flowsOf(before, proposal.after.territories.assignment, places.points) : [];
  }, [proposal, places]);

  const tracker = useMemo(() => (basemap ? trackLand(basemap, places) : null), [basemap, places]);
  const owners = useMemo(
    () => (assignment.length === lat.length ? (tracker?.ownersOf(assignment) ?? null) : null),
    [tracker, assignment, lat],
  );
  const colorIndices = useMemo(
    () => territories.map((territory) => territory.colorIndex ?? -1),
    [territories],
  );
  const labels = useLabels({ owners, assignment, territories, index, corridorShare }, basemap, places);
  const measure = plan.accounts.measures.find((each) => each.id === scenario.measures[0]?.measureId) ?? null;
  const segment = findAttribute(plan.accounts, 'segment');
  const sizes = useMemo(
    () => dotSizesOf(removed.length, segment, measure, removed),
    [removed, segment, measure],
  );

  useEffect(() => {
    if (map && basemap) map.setBasemap(basemap);
  }, [map, basemap]);
  useEffect(() => map?.setAccounts(places, sizes), [map, places, sizes]);
  useEffect(
    () => map?.setAlignment({ assignment, colorIndices, owners }),
    [map, basemap, places, sizes, assignment, colorIndices, owners],
  );
  useEffect(() => map?.setLabels(labels), [map, labels]);
  useEffect(() => map?.setSelection(moved), [map, places, sizes, moved]);
  useEffect(() => map?.setTool('select'), [map]);

  function fit(isAnimated: boolean): void {
    const box = boxOfPoints(places);
    if (map && box) map.fit(box, isAnimated);
  }
  const fitFirst = useEffectEvent(() => fit(false));
  useEffect(() => {
    if (map && isNew) fitFirst();
  }, [map, isNew]);

  const hasArrows = map !== null && view !== null && shownMode !== 'current' && !bestScenario;
  return (
    <div className={classes.stage}>
      <div
        ref={ref}
        className={classes.map}
        role="application"
        tabIndex={0}
        aria-label="Map of the proposal. The table beside it has the same moves."
      />
      {hasArrows && (
        <ProposalMarks map={map} view={view} flows={flows} labels={labels} proposal={proposal!} />
      )}
      {problem !== null && <p className={classes.problem}>{problem}</p>}
      {proposal && <MapModes mode={mode} hasBefore={proposal.before !== null} onMode={setMode} />}
      {hasArrows && <MoveLegend flows={flows} proposal={proposal!} hasMoved={moved.length > 0} />}
      <div
        className={classes.zoom}
        data-map-control
        role="toolbar"
        aria-label="Zoom"
        aria-orientation="vertical"
      >
        <ZoomButton label="Zoom in" onClick={() => map?.zoomBy(1)}>
          <IconPlus size={18} stroke={1.6} aria-hidden />
        </ZoomButton>
        <ZoomButton label="Zoom out" onClick={() => map?.zoomBy(-1)}>
          <IconMinus size={18} stroke={1.6} aria-hidden />
        </ZoomButton>
        <ZoomButton label="Fit plan" onClick={() => fit(true)}>
          <IconMaximize size={18} stroke={1.6} aria-hidden />
        </ZoomButton>
      </div>
    </div>
  );
}

interface Shown {
  readonly owners: Int32Array | null;
  readonly assignment: Int32Array;
  readonly territories: Scenario['territories'];
  readonly index: Float64Array | null;
  readonly corridorShare: number;
}

/** Names of territories with their index. They come a moment after the map, so that a click may come in between. */
function useLabels(
  { owners, assignment, territories, index, corridorShare }: Shown,
  basemap: Basemap | null,
  places: MapPoints,
): readonly TerritoryLabel[] {
  const format = usePlanFormat();
  const named = useMemo(
    () => ({ owners, assignment, territories, index, corridorShare }),
    [owners, assignment, territories, index, corridorShare],
  );
  const shown = useAfterFrame(named);
  return useMemo(() => {
    if (shown.assignment.length !== places.points.x.length) return [];
    const spots = labelPlaces(basemap, shown.owners, places, shown.assignment, shown.territories.length);
    return spots.flatMap((spot, at) => {
      const territory = shown.territories[at];
      if (!spot || !territory || territory.isRemoved) return [];
      const indexOf = shown.index?.[at] ?? Number.NaN;
      const figure = Number.isNaN(indexOf) ? '' : format.index(indexOf, shown.corridorShare);
      return [{ ...spot, name: territory.name, figure }];
    });
  }, [basemap, shown, places, format]);
}

function ZoomButton({
  label,
  onClick,
  children,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon size={30} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface ProposalMarksProps {
  readonly map: TerritoryMap;
  readonly view: MapView;
  readonly flows: readonly Flow[];
  readonly labels: readonly TerritoryLabel[];
  readonly proposal: Proposal;
}

/** What is drawn over the map: accounts that change hands, and bases that are proposed. */
function ProposalMarks({ map, view, flows, labels, proposal }: ProposalMarksProps) {
  const bases = useMemo(() => proposedBases(proposal), [proposal]);
  return (
    <>
      <MoveArrows
        map={map}
        view={view}
        flows={flows}
        labels={labels}
        hubs={proposal.after.territories.travel}
      />
      {bases.length > 0 && <BaseMarks map={map} view={view} territories={bases} />}
    </>
  );
}
