import { ActionIcon, Button, Modal, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { DEFAULT_BRIDGES } from '../../../../shared/geo/unitBridges';
import { stateOfCounty } from '../../../../shared/plan/unitKeys';
import { planStore } from '../../../state/planStore';
import type { TerritoriesData } from '../useTerritoriesData';
import classes from './BridgesDialog.module.css';

interface BridgesDialogProps {
  readonly data: TerritoriesData;
  readonly onClose: () => void;
}

/** Which counties count as neighbours over water, so that an island is no piece apart. */
export function BridgesDialog({ data, onClose }: BridgesDialogProps) {
  const { plan, basemap } = data;
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const bridges = plan.unitBridges ?? DEFAULT_BRIDGES;
  const counties = useMemo(() => {
    const all = (basemap?.counties.ids ?? []).map((id, unit) => ({
      value: id,
      label: `${basemap!.counties.names[unit] || id}, ${stateOfCounty(id)}`,
    }));
    return all.sort((a, b) => a.label.localeCompare(b.label));
  }, [basemap]);
  const nameOf = useMemo(() => {
    const names = new Map(counties.map(({ value, label }) => [value, label]));
    return (id: string) => names.get(id) ?? id;
  }, [counties]);
  const put = (next: readonly (readonly [string, string])[] | null): boolean =>
    planStore.dispatch({ kind: 'setUnitBridges', bridges: next }).ok;
  const isKnown = bridges.some(
    ([one, other]) => (one === from && other === to) || (one === to && other === from),
  );

  function add(): void {
    if (from === null || to === null || !put([...bridges, [from, to]])) return;
    setFrom(null);
    setTo(null);
  }

  return (
    <Modal opened onClose={onClose} title="Bridges over water" size={560}>
      <p className={classes.note}>
        Two counties joined here count as neighbours, by a bridge, a tunnel or a ferry.
      </p>
      <ul className={classes.list} aria-label="Bridges">
        {bridges.map(([one, other], at) => (
          <li key={`${one} ${other}`} className={classes.bridge}>
            <span>
              {nameOf(one)} – {nameOf(other)}
            </span>
            <ActionIcon
              aria-label={`Remove the bridge ${nameOf(one)} – ${nameOf(other)}`}
              onClick={() => put(bridges.filter((_, position) => position !== at))}
            >
              <IconTrash size={14} stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        ))}
        {bridges.length === 0 && <li className={classes.note}>None: every island is a piece apart.</li>}
      </ul>
      <div className={classes.add}>
        <Select
          aria-label="One county"
          placeholder="One county"
          searchable
          limit={60}
          data={counties}
          value={from}
          onChange={setFrom}
        />
        <Select
          aria-label="The other county"
          placeholder="The other county"
          searchable
          limit={60}
          data={counties}
          value={to}
          onChange={setTo}
        />
        <Button disabled={from === null || to === null || from === to || isKnown} onClick={add}>
          Add
        </Button>
      </div>
      <div className={classes.actions}>
        <Button disabled={plan.unitBridges === undefined} onClick={() => put(null)}>
          The usual list
        </Button>
        <Button variant="filled" onClick={onClose}>
          Done
        </Button>
      </div>
    </Modal>
  );
}
