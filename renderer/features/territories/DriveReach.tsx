import { ActionIcon, Button, NumberInput, Popover, Select, Tooltip } from '@mantine/core';
import { IconCar } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClosedLine, SelectionMode } from '../../../shared/geo/lassoSelect';
import { reachRing } from '../../../shared/geo/reachRing';
import { estimatedReachKm, type TerritoryTravel } from '../../../shared/measures/travel';
import type { AccountTable } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { Territory } from '../../../shared/model/territory';
import type { TerritoryMap } from '../../map/TerritoryMap';
import { useRoleEvaluation, useRoleScenario } from '../../state/activeRole';
import { usePlanStore } from '../../state/planStore';
import { useViewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './MapControls.module.css';

interface DriveReachProps {
  readonly map: TerritoryMap | null;
  readonly onShape: (line: ClosedLine, mode: SelectionMode) => void;
}

interface Start {
  readonly value: string;
  readonly label: string;
  readonly lat: number;
  readonly lng: number;
}

/** Takes what lies within an estimated drive of a base, an account or the middle of the map. */
export function DriveReach({ map, onShape }: DriveReachProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover width={296} position="right-start" offset={8} opened={isOpen} onChange={setIsOpen} trapFocus>
      <Popover.Target>
        <Tooltip label="Within a drive (estimate)" position="right" disabled={isOpen}>
          <ActionIcon
            size={30}
            className={classes.tool}
            aria-label="Within a drive, estimated"
            aria-pressed={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconCar size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown data-map-control>
        <ReachForm
          map={map}
          onShape={(line, mode) => {
            setIsOpen(false);
            onShape(line, mode);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function ReachForm(props: DriveReachProps) {
  const plan = usePlanStore((state) => state.plan);
  const scenario = useRoleScenario();
  return plan && scenario ? <OpenReachForm {...props} plan={plan} scenario={scenario} /> : null;
}

interface OpenReachFormProps extends DriveReachProps {
  readonly plan: PlanDocument;
  readonly scenario: Scenario;
}

function OpenReachForm({ map, onShape, plan, scenario }: OpenReachFormProps) {
  const travel = useRoleEvaluation()?.territories.travel;
  const selectedId = useViewStore((view) => view.selectedTerritoryId);
  const open = scenario.territories.findIndex(({ id, isRemoved }) => id === selectedId && !isRemoved);
  const focusedRow = useViewStore((view) => view.focusedRow);
  const format = usePlanFormat();
  const [minutes, setMinutes] = useState(60);
  const starts = startsOf(scenario.territories[open], hubOf(travel, open), plan.accounts, map, focusedRow);
  const [chosen, setChosen] = useState<string | null>(null);
  const start = starts.find(({ value }) => value === chosen) ?? starts[0];
  const { detourFactor, driveSpeedKmh } = plan.settings;
  const km = estimatedReachKm(minutes, detourFactor, driveSpeedKmh);
  const isReady = start !== undefined && minutes > 0;
  const take = (mode: SelectionMode) => {
    if (start) onShape(reachRing(start.lat, start.lng, km), mode);
  };
  return (
    <form
      className={classes.reach}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) take('replace');
      }}
    >
      <NumberInput
        size="xs"
        label="Minutes by car"
        min={1}
        max={1440}
        value={minutes}
        onChange={(value) => setMinutes(typeof value === 'number' ? value : 0)}
      />
      <Select
        size="xs"
        label="From"
        comboboxProps={{ withinPortal: false }}
        data={starts.map(({ value, label }) => ({ value, label }))}
        value={start?.value ?? null}
        allowDeselect={false}
        onChange={setChosen}
      />
      <p>
        Estimate: {format.distance(km)} as the crow flies, at {format.number(driveSpeedKmh)} km/h and a detour
        of {format.number(detourFactor, 2)}. No roads are looked up.
      </p>
      <div className={classes.builderFoot}>
        <span className={classes.quiet} />
        <Button disabled={!isReady} onClick={() => take('add')}>
          Add
        </Button>
        <Button disabled={!isReady} onClick={() => take('remove')}>
          Take off
        </Button>
        <Button type="submit" variant="filled" disabled={!isReady}>
          Select
        </Button>
      </div>
    </form>
  );
}

interface Place {
  readonly lat: number;
  readonly lng: number;
}

function hubOf(travel: TerritoryTravel | undefined, territory: number): Place {
  return {
    lat: travel?.hubLat[territory] ?? Number.NaN,
    lng: travel?.hubLng[territory] ?? Number.NaN,
  };
}

/** Where a drive may start: the open territory's base or middle, the account in focus, the middle of the map. */
function startsOf(
  territory: Territory | undefined,
  hub: Place,
  { lat, lng, names }: AccountTable,
  map: TerritoryMap | null,
  focusedRow: number | null,
): Start[] {
  const starts: Start[] = [];
  if (territory && !Number.isNaN(hub.lat)) {
    const label = territory.base ? `Base ${territory.base.name}` : `Middle of ${territory.name}`;
    starts.push({ value: 'territory', label, ...hub });
  }
  if (focusedRow !== null && !Number.isNaN(lat[focusedRow] ?? Number.NaN)) {
    starts.push({
      value: 'account',
      label: names[focusedRow]!,
      lat: lat[focusedRow]!,
      lng: lng[focusedRow]!,
    });
  }
  const view = map?.view();
  if (view) starts.push({ value: 'map', label: 'Middle of the map', lat: view.lat, lng: view.lng });
  return starts;
}
