import { describe, expect, it } from 'vitest';
import {
  filterByText,
  liveRows,
  rowsOfTerritories,
  sortByColumn,
} from '../../../../../renderer/features/territories/drawerRows';
import { rowsByTerritory } from '../../../../../shared/measures/territoryRows';
import { smallPlan } from '../../../shared/plan/planFixture';

const { accounts } = smallPlan();
const assignment = Int32Array.of(1, 2, 1, -1, 2, 1);
const all = Int32Array.of(0, 1, 2, 3, 4, 5);

describe('rows of the drawer', () => {
  it('are those of some territories, or of all, without removed ones', () => {
    const rows = rowsByTerritory(assignment, 3);
    expect([...rowsOfTerritories(rows, [1])]).toEqual([0, 2, 5]);
    expect([...rowsOfTerritories(rows, [2, 1])]).toEqual([0, 1, 2, 4, 5]);
    expect([...rowsOfTerritories(rows, [])]).toEqual([]);
    const removed = Uint8Array.of(0, 0, 1, 0, 0, 0);
    expect([...liveRows({ ...accounts, removed })]).toEqual([0, 1, 3, 4, 5]);
  });

  it('are found by name and segment, whatever the case', () => {
    expect([...filterByText(accounts, all, 'LABS')]).toEqual([2]);
    expect([...filterByText(accounts, all, 'top')]).toEqual([2, 4]);
    expect(filterByText(accounts, all, '  ')).toBe(all);
  });

  it('sort by measure with nothing last either way, by name as people read, and by territory', () => {
    const sorted = (columnId: string, direction: 'ascending' | 'descending') => [
      ...sortByColumn(accounts, all, { columnId, direction }, assignment),
    ];
    expect(sorted('visits', 'ascending')).toEqual([0, 1, 3, 4, 5, 2]);
    expect(sorted('visits', 'descending')).toEqual([5, 4, 3, 1, 0, 2]);
    expect(sorted('name', 'ascending')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(sorted('territory', 'ascending')).toEqual([3, 0, 2, 5, 1, 4]);
    expect(sorted('segment', 'ascending')).toEqual([5, 0, 1, 2, 4, 3]);
    expect(sortByColumn(accounts, all, null, assignment)).toBe(all);
  });
});
