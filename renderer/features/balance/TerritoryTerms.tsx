import { Checkbox, Modal } from '@mantine/core';
import type { Scenario } from '../../../shared/model/scenario';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { planStore, usePlanStore } from '../../state/planStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { TerritorySwatch } from '../../ui/TerritorySwatch';
import classes from './TerritoryTerms.module.css';
import { setBalance, useBalance } from './balanceStore';

interface TerritoryTermsProps {
  readonly scenario: Scenario;
  readonly onClose: () => void;
}

/** By territory: its capacity, which its target goes by, and whether its base stays where it is. */
export function TerritoryTerms({ scenario, onClose }: TerritoryTermsProps) {
  const { bases, freeTerritoryIds } = useBalance((state) => state.settings);
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const territories = assignableTerritories(scenario).map((index) => scenario.territories[index]!);
  const total = territories.reduce((sum, { capacity }) => sum + capacity, 0);
  const free = new Set(freeTerritoryIds);
  return (
    <Modal opened onClose={onClose} title="Capacity and base by territory" size={520}>
      <p className={classes.note}>
        A territory’s target is its share of all capacity: 1 is a full rep, 0.5 half a one, 0 gets nothing.
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Territory</th>
            <th scope="col">Capacity</th>
            <th scope="col">Share</th>
            <th scope="col">Base stays</th>
          </tr>
        </thead>
        <tbody>
          {territories.map(({ id, name, capacity, colorIndex, base }) => (
            <tr key={id}>
              <th scope="row">
                <TerritorySwatch colorIndex={colorIndex} /> {name}
              </th>
              <td>
                <CommitNumberInput
                  aria-label={`Capacity of ${name}`}
                  size="xs"
                  w={84}
                  min={0}
                  max={1000}
                  disabled={isReadOnly}
                  value={capacity}
                  onCommit={(value) => {
                    if (value !== null && value !== capacity) setCapacity(scenario.id, id, value);
                  }}
                />
              </td>
              <td>{total > 0 ? `${((100 * capacity) / total).toFixed(1)}%` : '–'}</td>
              <td>
                <Checkbox
                  size="xs"
                  aria-label={`Base of ${name} stays`}
                  checked={bases === 'fixed' && base !== null && !free.has(id)}
                  disabled={bases === 'free' || base === null}
                  onChange={(event) => {
                    const others = freeTerritoryIds.filter((each) => each !== id);
                    setBalance({ freeTerritoryIds: event.currentTarget.checked ? others : [...others, id] });
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}

function setCapacity(scenarioId: string, territoryId: string, capacity: number): void {
  planStore.dispatch({ kind: 'updateTerritory', scenarioId, territoryId, fields: { capacity } });
}
