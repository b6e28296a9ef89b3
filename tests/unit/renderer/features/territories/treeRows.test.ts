import { describe, expect, it } from 'vitest';
import { leavesBelow } from '../../../../../renderer/features/territories/leavesBelow';
import { surnameOf, treeRows } from '../../../../../renderer/features/territories/treeRows';
import { repSchema, type Rep } from '../../../../../shared/model/rep';
import type { Scenario } from '../../../../../shared/model/scenario';
import type { Territory } from '../../../../../shared/model/territory';

function node(id: string, level: number, parentId: string | null, isRemoved = false): Territory {
  return {
    id,
    name: id[0]!.toUpperCase() + id.slice(1),
    level,
    parentId,
    colorIndex: level === 1 ? 0 : null,
    capacity: 1,
    base: null,
    isRemoved,
  };
}

const scenario: Scenario = {
  id: 's',
  name: 'S',
  levels: ['Region', 'Territory'],
  territories: [
    node('chicago', 1, 'central'),
    node('west', 0, null),
    node('central', 0, null),
    node('indiana', 1, 'central'),
    node('oregon', 1, 'west'),
    node('gone', 1, 'west', true),
    node('stray', 1, 'lost'),
  ],
  measures: [],
  corridorShare: 0.15,
  attainment: { kind: 'uniform', attainmentRatio: 1 },
  budgetCents: null,
  alignments: [],
};

function rep(name: string, territoryId: string): Rep {
  return repSchema.parse({
    id: name,
    name,
    role: 'AE',
    territoryId,
    baseSalaryCents: 0,
    targetIncentiveCents: 0,
  });
}
const reps = [rep('Marcus Bell', 'chicago'), rep('Ana Cordero', 'indiana'), rep('Li Wei', 'indiana')];
const names = (rows: ReturnType<typeof treeRows>) => rows.map((row) => row.territory.name);

describe('treeRows', () => {
  it('lists nodes above their territories, leaves out removed ones, and keeps a stray one at the top', () => {
    const rows = treeRows(scenario, reps, new Set(), '');
    expect(rows.map((row) => [row.territory.name, row.depth, row.leafCount])).toEqual([
      ['West', 0, 1],
      ['Oregon', 1, 1],
      ['Central', 0, 2],
      ['Chicago', 1, 1],
      ['Indiana', 1, 1],
      ['Stray', 0, 1],
    ]);
  });

  it('folds what is collapsed and still counts below it', () => {
    const rows = treeRows(scenario, reps, new Set(['central']), '');
    expect(names(rows)).toEqual(['West', 'Oregon', 'Central', 'Stray']);
    expect(rows[2]).toMatchObject({ isExpandable: true, isExpanded: false, leafCount: 2 });
  });

  it('finds territories and reps with all above them, folded or not', () => {
    expect(names(treeRows(scenario, reps, new Set(['central']), 'bell'))).toEqual(['Central', 'Chicago']);
    expect(names(treeRows(scenario, reps, new Set(), 'CENTRAL'))).toEqual(['Central', 'Chicago', 'Indiana']);
    expect(treeRows(scenario, reps, new Set(), 'nobody')).toEqual([]);
  });

  it('names one rep by surname, and counts several', () => {
    const rows = treeRows(scenario, reps, new Set(), '');
    expect(rows.map((row) => row.repText)).toEqual(['', '', '', 'Bell', '2 reps', '']);
    expect(surnameOf('  Cher ')).toBe('Cher');
  });
});

describe('leavesBelow', () => {
  it('gathers territories below a node, without removed ones', () => {
    expect(leavesBelow(scenario, 2)).toEqual([0, 3]);
    expect(leavesBelow(scenario, 1)).toEqual([4]);
    expect(leavesBelow(scenario, 3)).toEqual([3]);
    expect(leavesBelow(scenario, 5)).toEqual([]);
    expect(leavesBelow(scenario, -1)).toEqual([]);
  });

  it('says the place of a line among those of the same parent', () => {
    const rows = treeRows(scenario, [], new Set(), '');
    const places = rows.map(
      ({ territory, place, siblingCount }) => `${territory.id} ${place}/${siblingCount}`,
    );
    expect(places).toContain('chicago 1/2');
    expect(places).toContain('indiana 2/2');
    expect(places).toContain('oregon 1/1');
  });
});
