import { causeCode, FOLLOW, HOLDOUT, HOUSE } from '../../model/alignment';
import type { ExceptionKind, PlanException } from '../../model/exception';
import { exceptionSchema } from '../../model/exception';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import { applyDiff } from '../applyDiff';
import { assignmentChange, changeOfClaims, countOfAccounts, targetCode } from '../claimChange';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { effectiveAssignment } from '../effectiveAssignment';
import { primaryAlignment, requireScenario, requireTerritoryIndex } from '../lookup';
import { scenarioOfRole } from '../overlay';
import type { PlanChange, PlanDiff } from '../planDiff';
import { assignUnits, countOfUnits, unassignUnits } from './unitCommands';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

/** What kinds of exceptions are called, for names of edits and lists. */
export const EXCEPTION_NAMES: Readonly<Record<ExceptionKind, string>> = {
  lock: 'lock',
  named: 'named accounts',
  house: 'house accounts',
  doNotCover: 'do not cover',
  holdout: 'holdout',
  family: 'family',
};

/** Adds or replaces an exception and does what it says. */
export function putException(document: PlanDocument, command: CommandOf<'putException'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const exception = checkedException(document, scenario, command.exception);
  const known = scenario.exceptions ?? [];
  const position = known.findIndex(({ id }) => id === exception.id);
  const after = position >= 0 ? known.with(position, exception) : [...known, exception];
  const record = exceptionsChange(scenario, after);
  const recorded = applyDiff(document, { label: '', changes: [record] });
  const own = scenarioOfRole(requireScenario(recorded, scenario.id), exception.role);
  const effects = effectsOf(recorded, own, exception, command.territoryId);
  const verb = position >= 0 ? 'change' : 'add';
  return {
    label: `${verb} ${EXCEPTION_NAMES[exception.kind]} (${targetWords(scenario, exception)})`,
    changes: [record, ...effects],
  };
}

function targetWords(scenario: Scenario, { target }: PlanException): string {
  if ('rows' in target) return countOfAccounts(target.rows.length);
  if ('level' in target) return countOfUnits(target.level, 1);
  return scenario.territories.find(({ id }) => id === target.territoryId)?.name ?? 'a territory';
}

function checkedException(document: PlanDocument, scenario: Scenario, given: PlanException): PlanException {
  const parsed = exceptionSchema.safeParse(given);
  if (!parsed.success) {
    throw new CommandError(
      'The exception is not complete. Give it accounts, a unit or a territory, and a date as year-month-day.',
    );
  }
  const { kind, target } = parsed.data;
  if ('rows' in target) {
    if (target.rows.some((row) => row >= document.accounts.rowCount || document.accounts.removed[row])) {
      throw new CommandError('Some of these accounts are no longer in the plan. Choose them again.');
    }
  } else if (kind === 'named' || kind === 'family') {
    throw new CommandError('Named accounts and families are made of accounts. Choose the accounts.');
  }
  if ('territoryId' in target) {
    if (kind !== 'lock') throw new CommandError('A whole territory can only be locked.');
    requireTerritoryIndex(scenario, target.territoryId);
  }
  return parsed.data;
}

function exceptionsChange(scenario: Scenario, exceptions: PlanException[]): PlanChange {
  return {
    kind: 'scenarioFields',
    scenarioId: scenario.id,
    before: { exceptions: scenario.exceptions },
    after: { exceptions: exceptions.length > 0 ? exceptions : undefined },
  };
}

function effectsOf(
  document: PlanDocument,
  scenario: Scenario,
  exception: PlanException,
  territoryId: string | null,
): PlanChange[] {
  const { kind, target } = exception;
  if ('territoryId' in target) return [];
  if ('level' in target) {
    if (kind === 'lock') return [];
    return assignUnits(document, {
      kind: 'assignUnits',
      scenarioId: scenario.id,
      level: target.level,
      unitIds: [target.unitId],
      target: { nobody: kind === 'holdout' ? 'holdout' : 'house' },
      scope: 'unitsAndAccounts',
      role: exception.role,
    }).changes.slice();
  }
  const rows = Int32Array.from(new Set(target.rows)).sort();
  if (kind === 'lock') return lockChanges(scenario, rows, 1);
  const alignment = primaryAlignment(scenario);
  if (kind === 'family') {
    if (territoryId === null) return [];
    const code = targetCode(scenario, { territoryId });
    return nonEmpty(
      changeOfClaims(document.accounts, scenario, alignment, rows, () => code, causeCode('hand')),
    );
  }
  const current = effectiveAssignment(document.accounts, scenario, alignment);
  const claimOf = (row: number): number => {
    if (kind === 'house' || kind === 'doNotCover') return HOUSE;
    if (kind === 'holdout') return HOLDOUT;
    return territoryId === null ? current[row]! : targetCode(scenario, { territoryId });
  };
  const named = causeCode('named');
  // A named account is named even where it is already whose it shall be.
  const free = rows.filter(
    (row) =>
      !alignment.locks[row] && (alignment.claims[row] !== claimOf(row) || alignment.causes[row] !== named),
  );
  return nonEmpty(assignmentChange(scenario, alignment, free, claimOf, named));
}

function nonEmpty(change: ReturnType<typeof assignmentChange>): PlanChange[] {
  return change.rows.length > 0 ? [change] : [];
}

function lockChanges(scenario: Scenario, wanted: Int32Array, after: 0 | 1): PlanChange[] {
  const alignment = primaryAlignment(scenario);
  const rows = wanted.filter((row) => alignment.locks[row] !== after);
  if (rows.length === 0) return [];
  return [
    {
      kind: 'locks',
      scenarioId: scenario.id,
      role: alignment.role,
      rows,
      before: Uint8Array.from(rows, (row) => alignment.locks[row]!),
      after: new Uint8Array(rows.length).fill(after),
    },
  ];
}

/** Takes an exception off the list; released, its accounts are free again. */
export function removeException(document: PlanDocument, command: CommandOf<'removeException'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const gone = scenario.exceptions?.find(({ id }) => id === command.exceptionId);
  if (!gone) throw new CommandError('That exception is no longer in the plan.');
  const record = exceptionsChange(
    scenario,
    scenario.exceptions!.filter((exception) => exception !== gone),
  );
  const after = applyDiff(document, { label: '', changes: [record] });
  const own = scenarioOfRole(requireScenario(after, scenario.id), gone.role);
  const effects = command.isReleased ? releaseOf(after, own, gone) : [];
  return {
    label: `remove ${EXCEPTION_NAMES[gone.kind]} (${targetWords(scenario, gone)})`,
    changes: [record, ...effects],
  };
}

function releaseOf(
  document: PlanDocument,
  scenario: Scenario,
  { kind, target, role }: PlanException,
): PlanChange[] {
  if ('territoryId' in target || kind === 'family') return [];
  const alignment = primaryAlignment(scenario);
  if ('level' in target) {
    const claim = alignment.layers.find(({ level }) => level === target.level)?.claims[target.unitId];
    if (kind === 'lock' || claim !== (kind === 'holdout' ? '(holdout)' : '(house)')) return [];
    return unassignUnits(document, {
      kind: 'unassignUnits',
      scenarioId: scenario.id,
      level: target.level,
      unitIds: [target.unitId],
      scope: 'unitsAndAccounts',
      role,
    }).changes.slice();
  }
  // An account may be in several exceptions of a kind; it is free when the last of them goes.
  const others = new Set(
    (scenario.exceptions ?? []).flatMap((other) =>
      other.kind === kind && 'rows' in other.target ? other.target.rows : [],
    ),
  );
  const rows = Int32Array.from(new Set(target.rows.filter((row) => !others.has(row)))).sort();
  if (kind === 'lock') return lockChanges(scenario, rows, 0);
  const code = kind === 'holdout' ? HOLDOUT : HOUSE;
  const still = rows.filter((row) =>
    kind === 'named'
      ? alignment.causes[row] === causeCode('named') && alignment.claims[row]! >= 0
      : alignment.claims[row] === code,
  );
  return nonEmpty(assignmentChange(scenario, alignment, still, () => FOLLOW, causeCode('none')));
}

export function setKeepsFamilies(document: PlanDocument, command: CommandOf<'setKeepsFamilies'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  if ((scenario.keepsFamilies ?? false) === command.keepsFamilies) {
    return { label: 'keep families together', changes: [] };
  }
  return {
    label: command.keepsFamilies ? 'keep families together' : 'let families be split',
    changes: [
      {
        kind: 'scenarioFields',
        scenarioId: scenario.id,
        before: { keepsFamilies: scenario.keepsFamilies },
        after: { keepsFamilies: command.keepsFamilies ? true : undefined },
      },
    ],
  };
}
