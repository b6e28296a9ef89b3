import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../../../shared/io/import/readRoster';
import { compPlanSchema } from '../../../../../shared/model/compPlan';
import { repSchema } from '../../../../../shared/model/rep';

const ana = repSchema.parse({
  id: 'r1',
  name: 'Ana Silva',
  role: 'AE',
  baseSalaryCents: 100,
  targetIncentiveCents: 100,
  capacityRatio: 0.5,
});
const plan = {
  reps: [ana],
  compPlans: [compPlanSchema.parse({ id: 'ae', name: 'AE plan', components: [] })],
  territories: [{ id: 't1', name: 'North' }],
  dateOrder: 'mdy' as const,
  newId: () => 'new',
};

function read(...lines: string[]) {
  return readRoster(new TextEncoder().encode(lines.join('\n')), 'team.csv', plan);
}

describe('readRoster of a list without ids', () => {
  it('changes a rep of the same name, adds others, and finds managers within the list', () => {
    const { reps, problems } = read(
      'Name;Role;Base salary, $;TI;Comp plan;Territory;Manager;Start date',
      'Ana Silva;;120k;$80,000;AE plan;North;Bo Lund;03/04/2027',
      'Bo Lund;Manager;150,000;50,000;;;;',
    );
    expect(problems).toEqual([]);
    expect(reps[0]).toMatchObject({
      id: 'r1',
      role: 'AE',
      baseSalaryCents: 12_000_000,
      targetIncentiveCents: 8_000_000,
      compPlanId: 'ae',
      territoryId: 't1',
      managerId: 'new',
      startDate: '2027-03-04',
      capacityRatio: 0.5,
    });
    expect(reps[1]).toMatchObject({ id: 'new', name: 'Bo Lund', role: 'Manager' });
  });

  it('names what it can not take by row and keeps the rest of the rep', () => {
    const { reps, problems } = read(
      'Rep,Base,Comp plan,Territory,Manager,Capacity',
      'ana silva,lots,Other,South,Nobody,half',
    );
    expect(reps).toMatchObject([
      { id: 'r1', name: 'Ana Silva', baseSalaryCents: 100, compPlanId: null, capacityRatio: 0.5 },
    ]);
    expect(problems.map(({ column }) => column).sort()).toEqual([
      'Base',
      'Capacity',
      'Comp plan',
      'Manager',
      'Territory',
    ]);
    expect(problems.every(({ message }) => message.startsWith('team.csv, row 2, '))).toBe(true);
  });

  it('says which columns it does not know, and that two rows have one name', () => {
    let made = 0;
    const bytes = new TextEncoder().encode('Name,TI,Base,Shoe size,Left\nBo,1,1,43,\nBo,1,1,,');
    const { reps, problems } = readRoster(bytes, 'team.csv', { ...plan, newId: () => `new-${made++}` });
    expect(reps.map(({ id }) => id)).toEqual(['new-0', 'new-1']);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 'Shoe size', 'column-not-read'],
      [3, 'Name', 'same-name'],
    ]);
  });

  it('says that a list needs ids or names', () => {
    expect(() => read('Role', 'AE')).toThrow('no column "repId" or "name"');
  });
});

it('does not take an end before the start, and says so', () => {
  const { reps, problems } = read('repId,Start,End', 'r1,2027-05-01,2027-04-30', 'r2,2027-05-01,2027-05-01');
  expect(reps.map(({ startDate, endDate }) => [startDate, endDate])).toEqual([
    ['2027-05-01', null],
    ['2027-05-01', '2027-05-01'],
  ]);
  expect(problems.filter(({ code }) => code === 'end-before-start')).toMatchObject([
    { row: 2, column: 'End' },
  ]);
});
