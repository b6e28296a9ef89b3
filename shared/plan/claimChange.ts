import type { AccountTable } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { HOLDOUT, HOUSE, UNASSIGNED } from '../model/alignment';
import type { Scenario } from '../model/scenario';
import type { AssignTarget } from './command';
import { CommandError } from './commandError';
import { effectiveLocks, heldTogether, withCompanions } from './heldTogether';
import { isAssignableInRole, requireTerritoryIndex } from './lookup';
import { scenarioOfRole } from './overlay';
import type { AssignmentChange, PlanDiff } from './planDiff';

const NOBODY_CODES = { unassigned: UNASSIGNED, house: HOUSE, holdout: HOLDOUT } as const;
const NOBODY_NAMES = { unassigned: 'Unassigned', house: 'House', holdout: 'Holdout' } as const;

/**
 * The code that an account gets from a target.
 * @throws CommandError when the territory is gone, holds territories, or belongs to another role
 */
export function targetCode(scenario: Scenario, target: AssignTarget, role?: string): number {
  if ('nobody' in target) return NOBODY_CODES[target.nobody];
  const index = requireTerritoryIndex(scenario, target.territoryId);
  const territory = scenario.territories[index]!;
  if (territory.level !== scenario.levels.length - 1) {
    throw new CommandError(`${territory.name} holds territories, not accounts. Choose one below it.`);
  }
  if (!isAssignableInRole(scenario, territory, role)) {
    const whose = territory.role ? `overlay ${territory.role}` : 'the primary alignment';
    throw new CommandError(`${territory.name} belongs to ${whose}. Choose a territory of the one you edit.`);
  }
  return index;
}

/** What the user calls a target. */
export function targetName(scenario: Scenario, target: AssignTarget): string {
  if ('nobody' in target) return NOBODY_NAMES[target.nobody];
  return scenario.territories[requireTerritoryIndex(scenario, target.territoryId)]!.name;
}

export function countOfAccounts(count: number): string {
  return count === 1 ? '1 account' : `${count.toLocaleString('en-US')} accounts`;
}

/**
 * The change that gives rows a claim each. Rows that have it already and locked ones are left out; what is held
 * together moves whole or, where one of it is locked, not at all.
 */
export function changeOfClaims(
  accounts: AccountTable,
  scenario: Scenario,
  alignment: Alignment,
  wantedRows: Int32Array,
  claimOf: (row: number) => number,
  cause: number | ((row: number) => number),
): AssignmentChange {
  const own = scenarioOfRole(scenario, alignment.role);
  const locks = effectiveLocks(accounts, own, alignment);
  const groups = heldTogether(accounts, own);
  const claimOfGroup = new Map<number, number>();
  const stuck = new Set<number>();
  if (groups) {
    for (const row of wantedRows) {
      const group = groups[row]!;
      if (group >= 0 && !claimOfGroup.has(group)) claimOfGroup.set(group, claimOf(row));
    }
    for (let row = 0; row < groups.length; row++)
      if (locks[row] && groups[row]! >= 0) stuck.add(groups[row]!);
  }
  const claim = (row: number) => claimOfGroup.get(groups?.[row] ?? -1) ?? claimOf(row);
  const rows = withCompanions(groups, wantedRows).filter(
    (row) =>
      !locks[row] &&
      !accounts.removed[row] &&
      !(groups && groups[row]! >= 0 && stuck.has(groups[row]!)) &&
      alignment.claims[row] !== claim(row),
  );
  return assignmentChange(scenario, alignment, rows, claim, cause);
}

/** The change of claims as it stands, without regard to locks and families. */
export function assignmentChange(
  scenario: Scenario,
  alignment: Alignment,
  rows: Int32Array,
  claimOf: (row: number) => number,
  cause: number | ((row: number) => number),
): AssignmentChange {
  const causeOf = typeof cause === 'number' ? () => cause : cause;
  const causesBefore = new Uint8Array(rows.length);
  const causesAfter = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    causesBefore[at] = alignment.causes[rows[at]!]!;
    causesAfter[at] = causeOf(rows[at]!);
  }
  return {
    kind: 'assignment',
    scenarioId: scenario.id,
    role: alignment.role,
    rows,
    before: rows.map((row) => alignment.claims[row]!),
    after: rows.map((row) => claimOf(row)),
    causesBefore,
    causesAfter,
    effectiveOn: null,
  };
}

export function diffOfChange(label: string, change: AssignmentChange): PlanDiff {
  return { label, changes: change.rows.length > 0 ? [change] : [] };
}
