import { describe, expect, it } from 'vitest';
import { neighbourRowsOf } from '../../../../../shared/geo/contiguity';
import { projectColumns } from '../../../../../shared/geo/projection';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import type { CheckItem, CheckLand } from '../../../../../shared/plan/checks/checkItem';
import { territoryChecks } from '../../../../../shared/plan/checks/territoryChecks';
import type { PlanCommand } from '../../../../../shared/plan/command';
import { evaluateTerritories } from '../../../../../shared/plan/evaluateTerritories';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { unitPlan } from '../unitPlanFixture';

const scenarioId = 's1';
/** San Francisco – Marin – Napa in a row, New York – Kings apart from them. */
const land: CheckLand = {
  level: 'county',
  ids: ['06075', '06041', '06055', '36061', '36047'],
  names: ['San Francisco', 'Marin', 'Napa', 'New York', 'Kings'],
  neighbours: neighbourRowsOf([[1], [2], [], [4], []]),
  middles: projectColumns(
    Float64Array.of(37.76, 38.05, 38.5, 40.78, 40.64),
    Float64Array.of(-122.44, -122.74, -122.33, -73.97, -73.94),
  ),
  owners: null,
};

function run(document: PlanDocument, ...commands: PlanCommand[]): PlanDocument {
  return commands.reduce((plan, command) => applyDiff(plan, runCommand(plan, command)), document);
}

function check(document: PlanDocument): CheckItem[] {
  const scenario = document.scenarios[0]!;
  const figures = evaluateTerritories(document, scenario, null);
  return territoryChecks({ document, scenario, figures, land });
}

const assign = (territoryId: string, ...unitIds: string[]): PlanCommand => ({
  kind: 'assignUnits',
  scenarioId,
  level: 'county',
  unitIds,
  target: { territoryId },
  scope: 'unitsAndAccounts',
});

/** North has San Francisco and both of New York, South has Marin; Napa is nobody's. */
const plan = run(unitPlan(), assign('north', '06075', '36061', '36047'), assign('south', '06041'));

describe('checks of territories', () => {
  it('find a gap and fill it with the territory that surrounds it', () => {
    const gap = check(plan).find((item) => item.kind === 'unassignedUnits')!;
    expect(gap).toMatchObject({ id: 'unassignedUnits 06055', text: "Napa is nobody's.", unitIds: ['06055'] });
    expect(gap.fixes[0]!.label).toBe('Assign to South, which surrounds it');
    const mended = run(plan, gap.fixes[0]!.command);
    expect(check(mended).filter((item) => item.kind === 'unassignedUnits')).toEqual([]);
    expect(mended.scenarios[0]!.alignments[0]!.layers[0]!.claims['06055']).toBe('south');
  });

  it('find a piece apart, and join or bridge it', () => {
    const [piece, ...more] = check(plan).filter((item) => item.kind === 'pieces');
    expect(more).toEqual([]);
    expect(piece).toMatchObject({ territoryIds: ['north'], unitIds: ['06075'], rows: [0, 1] });
    expect(piece!.text).toBe('San Francisco lies apart from the rest of North.');
    expect(piece!.fixes.map((fix) => fix.label)).toEqual(['Assign to South, which surrounds it']);
    const joined = run(plan, piece!.fixes[0]!.command);
    expect(check(joined).filter((item) => item.kind === 'pieces')).toEqual([]);
  });

  it('offer a bridge where the pieces are nearest, over land no longer than one can be', () => {
    const fixesOf = (document: PlanDocument, unit: string) =>
      check(document).find(({ kind, unitIds }) => kind === 'pieces' && unitIds.includes(unit))!.fixes;
    // Napa is 42 km from San Francisco, with Marin of another between them.
    const near = fixesOf(run(plan, assign('north', '06055'), assign('south', '36061', '36047')), '06055');
    expect(near.map(({ label }) => label)).toEqual([
      'Assign to South, which surrounds it',
      'Bridge Napa and San Francisco',
    ]);
    const bridged = run(plan, near[1]!.command);
    expect(bridged.unitBridges!.at(-1)).toEqual(['06055', '06075']);
    // An island, with nobody beside it, is joined whatever the distance.
    const far = fixesOf(run(plan, assign('north', '06041', '06055')), '36061');
    expect(far.map(({ label }) => label)).toEqual(['Bridge New York and Napa']);
  });

  it('find unassigned accounts and give them to the nearest', () => {
    const freed = run(plan, {
      kind: 'assignAccounts',
      scenarioId,
      rows: Int32Array.of(2),
      target: { nobody: 'unassigned' },
    });
    const item = check(freed).find(({ kind }) => kind === 'unassignedAccounts')!;
    expect(item).toMatchObject({ rows: [2], text: "1 account is nobody's, nearest to South." });
    expect(check(run(freed, item.fixes[0]!.command)).some(({ kind }) => kind === 'unassignedAccounts')).toBe(
      false,
    );
  });

  it('find overlaps of claims by a rule or a list, not of hands and names', () => {
    const move = (cause: 'import' | 'hand'): PlanCommand => ({
      kind: 'assignAccounts',
      scenarioId,
      rows: Int32Array.of(3),
      target: { territoryId: 'north' },
      cause,
    });
    expect(check(run(plan, move('hand'))).some(({ kind }) => kind === 'overlaps')).toBe(false);
    const overlapping = run(plan, move('import'));
    const item = check(overlapping).find(({ kind }) => kind === 'overlaps')!;
    expect(item.text).toBe('1 account of North in units of South: both claim them.');
    for (const fix of item.fixes) {
      expect(check(run(overlapping, fix.command)).some(({ kind }) => kind === 'overlaps')).toBe(false);
    }
  });

  it('find a split family and bring it together', () => {
    // Bolt (a2) is the parent of Ada (a1) and Elm (a5).
    const split = run(plan, assign('south', '36061'));
    const item = check(split).find(({ kind }) => kind === 'splitFamilies')!;
    expect(item).toMatchObject({ id: 'splitFamilies a2', rows: [0, 1, 4], territoryIds: ['north', 'south'] });
    expect(item.fixes[0]!.label).toBe('Bring all 3 to North, which has 2');
    expect(check(run(split, item.fixes[0]!.command)).some(({ kind }) => kind === 'splitFamilies')).toBe(
      false,
    );
  });

  it('find an account in no unit and count it to the nearest account’s', () => {
    const start = unitPlan();
    const attributes = start.accounts.attributes.map((attribute) =>
      attribute.id === 'countyFips' ? { ...attribute, codes: attribute.codes.with(7, 0) } : attribute,
    );
    const outside = run({ ...start, accounts: { ...start.accounts, attributes } }, assign('north', '36047'));
    const item = check(outside).find(({ kind }) => kind === 'accountsOutside')!;
    expect(item).toMatchObject({ id: 'accountsOutside a8', text: 'Hay lies in no unit.' });
    expect(item.fixes[0]!.label).toBe("Count it to Kings, the nearest account's");
    const mended = run(outside, item.fixes[0]!.command);
    expect(check(mended).some(({ kind }) => kind === 'accountsOutside')).toBe(false);
    expect(evaluateTerritories(mended, mended.scenarios[0]!, null).assignment[7]).toBe(1);
  });

  it('find territories without a rep, with two, and out of the corridor', () => {
    const [ann, bo] = plan.reps;
    const both = run(plan, { kind: 'putRep', rep: { ...bo!, territoryId: 'north' } });
    const items = check(both);
    expect(items.find(({ kind }) => kind === 'noRep')!.text).toBe('South has no rep.');
    const two = items.find(({ kind }) => kind === 'severalReps')!;
    expect(two.text).toBe(`North has 2 reps: ${ann!.name}, ${bo!.name}.`);
    const freed = run(both, two.fixes[1]!.command);
    const none = check(freed).find(({ kind }) => kind === 'noRep')!;
    expect(none.fixes[0]!.label).toBe('Give it to Bo Vos, who has none');
    expect(check(run(freed, none.fixes[0]!.command)).filter(({ kind }) => /Rep/.test(kind))).toEqual([]);
    // North: 10 + 20 + 50 + 60 + 70 + 80 = 290 of a target of 360 · 1/4 = 90; South: 70 of 270.
    expect(items.filter(({ kind }) => kind === 'outOfCorridor').map(({ text }) => text)).toEqual([
      'North stands at 322.2, out of 85 to 115.',
      'South stands at 25.9, out of 85 to 115.',
    ]);
  });
});
