import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../../../renderer/features/team/readRoster';
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
const context = {
  reps: [ana],
  compPlans: [compPlanSchema.parse({ id: 'ae', name: 'AE plan', components: [] })],
  territories: [{ id: 't1', name: 'North' }],
  dateOrder: 'mdy' as const,
  newId: () => 'new',
};

function read(headers: string[], ...rows: string[][]) {
  return readRoster({ headers, rows, rowNumbers: rows.map((_, at) => at + 2) }, context);
}

describe('readRoster', () => {
  it('changes a rep of the same name, adds others, and finds managers within the list', () => {
    const { reps, problems } = read(
      ['Name', 'Role', 'Base salary, $', 'TI', 'Comp plan', 'Territory', 'Manager', 'Start date'],
      ['Ana Silva', '', '120k', '$80,000', 'AE plan', 'North', 'Bo Lund', '03/04/2027'],
      ['Bo Lund', 'Manager', '150,000', '50,000', '', '', '', ''],
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
      ['Name', 'Base', 'Comp plan', 'Territory', 'Manager', 'Capacity'],
      ['Ana Silva', 'lots', 'Other', 'South', 'Nobody', 'half'],
    );
    expect(reps[0]).toMatchObject({
      baseSalaryCents: 100,
      compPlanId: null,
      managerId: null,
      capacityRatio: 0.5,
    });
    expect(problems).toHaveLength(5);
    expect(problems.every((problem) => problem.startsWith('Row 2:'))).toBe(true);
  });

  it('says that a list needs names', () => {
    expect(read(['Role'], ['AE']).problems[0]).toContain('no column "name"');
  });
});
