import { effectiveAssignment } from '../../../plan/effectiveAssignment';
import { primaryAlignment } from '../../../plan/lookup';
import { HOLDOUT, HOUSE } from '../../../model/alignment';
import type { Scenario } from '../../../model/scenario';
import { HOLDOUT_NAME, HOUSE_NAME, UNASSIGNED_NAME, type ExportContext } from '../exportContext';
import { liveRows, type PlanTable } from './planTables';

/**
 * Accounts whose territory differs from the plan's first scenario (the baseline), matched by territory id, so that
 * a renamed territory is no move.
 * @returns null where the scenario is the baseline itself
 */
export function movesTable(context: ExportContext): PlanTable | null {
  const { accounts, scenarios } = context.document;
  const baseline = scenarios[0]!;
  if (baseline.id === context.scenario.id) return null;
  const before = effectiveAssignment(accounts, baseline, primaryAlignment(baseline));
  const after = context.evaluation.territories.assignment;
  const moves = liveRows(context)
    .map((row) => ({
      row,
      from: placeOf(baseline, before[row]!),
      to: placeOf(context.scenario, after[row]!),
    }))
    .filter(({ from, to }) => !isSamePlace(from, to));
  const column = (name: string, cellOf: (move: (typeof moves)[number]) => string) => ({
    name,
    kind: 'text' as const,
    cells: moves.map(cellOf),
  });
  return {
    name: 'moves',
    columns: [
      column('accountId', ({ row }) => accounts.ids[row]!),
      column('name', ({ row }) => accounts.names[row]!),
      column('fromTerritoryId', ({ from }) => from.id),
      column('from', ({ from }) => from.name),
      column('toTerritoryId', ({ to }) => to.id),
      column('to', ({ to }) => to.name),
    ],
  };
}

interface Place {
  readonly id: string;
  readonly name: string;
}

function placeOf(scenario: Scenario, code: number): Place {
  const territory = scenario.territories[code];
  if (territory) return territory;
  if (code === HOUSE) return { id: '', name: HOUSE_NAME };
  return { id: '', name: code === HOLDOUT ? HOLDOUT_NAME : UNASSIGNED_NAME };
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.id === other.id && (one.id !== '' || one.name === other.name);
}
