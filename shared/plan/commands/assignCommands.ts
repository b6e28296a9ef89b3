import { causeCode } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import { changeOfClaims, countOfAccounts, diffOfChange, targetCode, targetName } from '../claimChange';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { requireAlignment, requireScenario } from '../lookup';
import type { PlanDiff } from '../planDiff';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

/** Moves accounts; locked ones stay where they are, families that are kept together come along. */
export function assignAccounts(document: PlanDocument, command: CommandOf<'assignAccounts'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const alignment = requireAlignment(scenario, command.role);
  const code = targetCode(scenario, command.target, command.role);
  const cause = causeCode(command.cause ?? 'hand');
  const change = changeOfClaims(document.accounts, scenario, alignment, command.rows, () => code, cause);
  const name = targetName(scenario, command.target);
  return diffOfChange(`move ${countOfAccounts(change.rows.length)} to ${name}`, change);
}

/** Takes over a solver's or an import's assignment, row by row. */
export function applyAssignment(document: PlanDocument, command: CommandOf<'applyAssignment'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  if (command.assignment.length !== document.accounts.rowCount) {
    throw new CommandError('The accounts changed since this proposal was made. Run it again.');
  }
  const rows: number[] = [];
  const alignment = requireAlignment(scenario, command.role);
  const { claims } = alignment;
  for (let row = 0; row < claims.length; row++) {
    if (command.assignment[row] !== claims[row] && !document.accounts.removed[row]) rows.push(row);
  }
  const change = changeOfClaims(
    document.accounts,
    scenario,
    alignment,
    Int32Array.from(rows),
    (row) => command.assignment[row]!,
    causeCode(command.cause),
  );
  return diffOfChange(command.label ?? `assign ${countOfAccounts(change.rows.length)}`, change);
}

/** Locks or unlocks accounts where they are. */
export function setLocks(document: PlanDocument, command: CommandOf<'setLocks'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const alignment = requireAlignment(scenario, command.role);
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
