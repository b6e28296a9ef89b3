import { causeCode, HOLDOUT, HOUSE, UNASSIGNED } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import type { AssignTarget, PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { isAssignable, primaryAlignment, requireScenario, requireTerritoryIndex } from '../lookup';
import type { AssignmentChange, PlanDiff } from '../planDiff';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

const NOBODY_CODES = { unassigned: UNASSIGNED, house: HOUSE, holdout: HOLDOUT } as const;

export function countOfAccounts(count: number): string {
  return count === 1 ? '1 account' : `${count.toLocaleString('en-US')} accounts`;
}

/** Moves accounts; locked ones stay where they are. */
export function assignAccounts(document: PlanDocument, command: CommandOf<'assignAccounts'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const code = targetCode(scenario, command.target);
  const cause = causeCode(command.cause ?? 'hand');
  const change = changeOfClaims(scenario, command.rows, () => code, cause);
  const name = code >= 0 ? scenario.territories[code]!.name : nobodyName(command.target);
  return diffOfChange(`move ${countOfAccounts(change.rows.length)} to ${name}`, change);
}

/** Takes over a solver's or an import's assignment, row by row. */
export function applyAssignment(document: PlanDocument, command: CommandOf<'applyAssignment'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  if (command.assignment.length !== document.accounts.rowCount) {
    throw new CommandError('The accounts changed since this proposal was made. Run it again.');
  }
  const rows: number[] = [];
  const { claims } = primaryAlignment(scenario);
  for (let row = 0; row < claims.length; row++) {
    if (command.assignment[row] !== claims[row] && !document.accounts.removed[row]) rows.push(row);
  }
  const change = changeOfClaims(
    scenario,
    Int32Array.from(rows),
    (row) => command.assignment[row]!,
    causeCode(command.cause),
  );
  return diffOfChange(command.label ?? `assign ${countOfAccounts(change.rows.length)}`, change);
}

/** Locks or unlocks accounts where they are. */
export function setLocks(document: PlanDocument, command: CommandOf<'setLocks'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const alignment = primaryAlignment(scenario);
  const after = command.isLocked ? 1 : 0;
  const rows = command.rows.filter((row) => alignment.locks[row] !== after);
  const verb = command.isLocked ? 'lock' : 'unlock';
  if (rows.length === 0) return { label: `${verb} accounts`, changes: [] };
  return {
    label: `${verb} ${countOfAccounts(rows.length)}`,
    changes: [
      {
        kind: 'locks',
        scenarioId: scenario.id,
        role: alignment.role,
        rows,
        before: Uint8Array.from(rows, (row) => alignment.locks[row]!),
        after: new Uint8Array(rows.length).fill(after),
      },
    ],
  };
}

/** The change that gives rows a claim each; rows that have it already, and locked ones, are left out. */
export function changeOfClaims(
  scenario: Scenario,
  wantedRows: Int32Array,
  claimOf: (row: number) => number,
  cause: number,
): AssignmentChange {
  const alignment = primaryAlignment(scenario);
  const rows = wantedRows.filter((row) => !alignment.locks[row] && alignment.claims[row] !== claimOf(row));
  return {
    kind: 'assignment',
    scenarioId: scenario.id,
    role: alignment.role,
    rows,
    before: Int32Array.from(rows, (row) => alignment.claims[row]!),
    after: Int32Array.from(rows, claimOf),
    causesBefore: Uint8Array.from(rows, (row) => alignment.causes[row]!),
    causesAfter: new Uint8Array(rows.length).fill(cause),
    effectiveOn: null,
  };
}

function diffOfChange(label: string, change: AssignmentChange): PlanDiff {
  return { label, changes: change.rows.length > 0 ? [change] : [] };
}

function targetCode(scenario: Scenario, target: AssignTarget): number {
  if ('nobody' in target) return NOBODY_CODES[target.nobody];
  const index = requireTerritoryIndex(scenario, target.territoryId);
  const territory = scenario.territories[index]!;
  if (!isAssignable(scenario, territory)) {
    throw new CommandError(`${territory.name} holds territories, not accounts. Choose one below it.`);
  }
  return index;
}

function nobodyName(target: AssignTarget): string {
  if (!('nobody' in target)) return '';
  return { unassigned: 'Unassigned', house: 'House', holdout: 'Holdout' }[target.nobody];
}
