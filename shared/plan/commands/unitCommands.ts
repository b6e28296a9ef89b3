import { encodeAttribute } from '../../model/accountTable';
import { causeCode, FOLLOW, HOLDOUT, HOUSE, UNIT_NOBODY } from '../../model/alignment';
import type { Alignment } from '../../model/alignment';
import type { UnitLevel } from '../../model/exception';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import { applyDiff } from '../applyDiff';
import { assignmentChange, countOfAccounts, targetCode, targetName } from '../claimChange';
import type { AssignTarget, PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { effectiveAssignment, unitClaims } from '../effectiveAssignment';
import { effectiveLocks, heldTogether, withCompanions } from '../heldTogether';
import { primaryAlignment, requireAlignment, requireScenario } from '../lookup';
import { scenarioOfRole } from '../overlay';
import type { PlanChange, PlanDiff } from '../planDiff';
import type { UnitScope } from '../territoryEdit';
import { clearFinerClaims, unitsChange } from '../unitClaimChange';
import { unitAttributeId, unitColumn } from '../unitKeys';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

const LEVEL_WORDS: Readonly<Record<UnitLevel, readonly [string, string]>> = {
  country: ['country', 'countries'],
  region: ['region', 'regions'],
  county: ['county', 'counties'],
  zip3: ['ZIP3 area', 'ZIP3 areas'],
};

/** "14 counties", for names of edits. */
export function countOfUnits(level: UnitLevel, count: number): string {
  return `${count.toLocaleString('en-US')} ${LEVEL_WORDS[level][count === 1 ? 0 : 1]}`;
}

/**
 * Gives units to a territory. With their accounts, all in them follow but those that are locked, named, house or
 * held out; units alone leave every account with whom it is; accounts alone leave the land.
 */
export function assignUnits(document: PlanDocument, command: CommandOf<'assignUnits'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const code = targetCode(scenario, command.target, command.role);
  const claim = unitClaimOf(command.target);
  const changes = changesOfUnits(document, scenario, { ...command, claim, code });
  return { label: assignUnitsLabel(scenario, command), changes };
}

/** What the edit is called, without working it out: a list of many fixes names each. */
export function assignUnitsLabel(
  scenario: Scenario,
  { level, unitIds, scope, target }: CommandOf<'assignUnits'>,
): string {
  const count = countOfUnits(level, new Set(unitIds).size);
  const what = scope === 'accountsOnly' ? `the accounts of ${count}` : count;
  return `assign ${what} to ${targetName(scenario, target)}`;
}

/** Takes the claims off units; a coarser unit's claim then holds, else they are a gap. */
export function unassignUnits(document: PlanDocument, command: CommandOf<'unassignUnits'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const changes = changesOfUnits(document, scenario, { ...command, claim: null, code: FOLLOW });
  return {
    label: `unassign ${countOfUnits(command.level, new Set(command.unitIds).size)}`,
    changes,
  };
}

/** Accounts follow their units again; locked ones stay. */
export function followUnits(document: PlanDocument, command: CommandOf<'followUnits'>): PlanDiff {
  const scenario = scenarioOfRole(requireScenario(document, command.scenarioId), command.role);
  const alignment = primaryAlignment(scenario);
  const locks = effectiveLocks(document.accounts, scenario, alignment);
  const rows = command.rows.filter((row) => !locks[row] && alignment.claims[row] !== FOLLOW);
  const change = assignmentChange(scenario, alignment, rows, () => FOLLOW, causeCode('unit'));
  return {
    label: `let ${countOfAccounts(rows.length)} follow their units`,
    changes: rows.length > 0 ? [change] : [],
  };
}

interface UnitsEdit {
  readonly role?: string | undefined;
  readonly level: UnitLevel;
  readonly unitIds: readonly string[];
  readonly scope: UnitScope;
  /** What the units are given. */
  readonly claim: string | null;
  /** What their accounts are given where they don't come by it by following; FOLLOW = they follow. */
  readonly code: number;
}

function changesOfUnits(document: PlanDocument, scenario: Scenario, edit: UnitsEdit): PlanChange[] {
  const alignment = requireAlignment(scenario, edit.role);
  const { accounts } = document;
  const own = scenarioOfRole(scenario, edit.role);
  const locks = effectiveLocks(accounts, own, alignment);
  const isLockedUnit = lockedUnits(own, alignment);
  const unitIds = edit.unitIds.filter((unitId) => !isLockedUnit(edit.level, unitId));
  const inside = rowsInUnits(document, edit.level, unitIds);
  const landChanges: PlanChange[] = [];
  if (edit.scope !== 'accountsOnly') {
    landChanges.push(...clearFinerClaims(scenario, alignment, edit.level, unitIds, isLockedUnit));
    const change = unitsChange(scenario, alignment, edit.level, unitIds, () => edit.claim);
    if (change.unitIds.length > 0) landChanges.push(change);
  }
  const before = effectiveAssignment(accounts, scenario, alignment);
  const after = landChanges.length > 0 ? applyDiff(document, { label: '', changes: landChanges }) : document;
  const scenarioAfter = requireScenario(after, scenario.id);
  const followed = unitClaims(accounts, scenarioAfter, requireAlignment(scenarioAfter, edit.role));
  const groups = edit.scope === 'unitsOnly' ? null : heldTogether(accounts, own);
  const goes = new Set(withCompanions(groups, inside));
  const stuck = groups ? stuckGroups(groups, locks) : null;
  const claimOf = (row: number): number => {
    const claim = alignment.claims[row]!;
    const isHeld = locks[row] === 1 || (groups && groups[row]! >= 0 && stuck?.has(groups[row]!) === true);
    if (isHeld || edit.scope === 'unitsOnly' || !goes.has(row)) {
      // Whoever followed the land and must stay is held by a claim of its own.
      return claim === FOLLOW && followed[row] !== before[row] ? before[row]! : claim;
    }
    const isSetAside = claim === HOUSE || claim === HOLDOUT || alignment.causes[row] === causeCode('named');
    if (isSetAside) return claim;
    if (edit.scope === 'accountsOnly') return edit.code;
    return edit.code === FOLLOW || followed[row] === edit.code ? FOLLOW : edit.code;
  };
  const rows = Int32Array.from(before.keys()).filter(
    (row) => !accounts.removed[row] && claimOf(row) !== alignment.claims[row],
  );
  if (rows.length === 0) return landChanges;
  const cause = edit.scope === 'unitsAndAccounts' ? causeCode('unit') : causeCode('hand');
  const causeOf = (row: number) =>
    goes.has(row) && !locks[row] ? cause : alignment.causes[row] || causeCode('hand');
  return [...landChanges, assignmentChange(scenario, alignment, rows, claimOf, causeOf)];
}

function stuckGroups(groups: Int32Array, locks: Uint8Array): Set<number> {
  const stuck = new Set<number>();
  for (let row = 0; row < groups.length; row++) if (locks[row] && groups[row]! >= 0) stuck.add(groups[row]!);
  return stuck;
}

/** Units locked by an exception, and those of locked territories. */
function lockedUnits(
  scenario: Scenario,
  alignment: Alignment,
): (level: UnitLevel, unitId: string) => boolean {
  const locked = (scenario.exceptions ?? []).filter(({ kind }) => kind === 'lock');
  if (locked.length === 0) return () => false;
  const keys = new Set<string>();
  const territories = new Set<string>();
  for (const { target } of locked) {
    if ('level' in target) keys.add(`${target.level} ${target.unitId}`);
    else if ('territoryId' in target) territories.add(target.territoryId);
  }
  return (level, unitId) => {
    const claim = alignment.layers.find((layer) => layer.level === level)?.claims[unitId];
    return keys.has(`${level} ${unitId}`) || (claim !== undefined && territories.has(claim));
  };
}

/** Rows of the accounts in some units, ascending. */
export function rowsInUnits(
  document: PlanDocument,
  level: UnitLevel,
  unitIds: readonly string[],
): Int32Array {
  const units = unitColumn(document.accounts, level);
  if (!units) return new Int32Array(0);
  const wanted = new Set(unitIds);
  const isWanted = Uint8Array.from(units.dictionary, (unit) => (unit !== '' && wanted.has(unit) ? 1 : 0));
  const rows: number[] = [];
  for (let row = 0; row < units.codes.length; row++) {
    if (isWanted[units.codes[row]!] && !document.accounts.removed[row]) rows.push(row);
  }
  return Int32Array.from(rows);
}

function unitClaimOf(target: AssignTarget): string {
  if ('territoryId' in target) return target.territoryId;
  const word = `(${target.nobody})`;
  if (!(word in UNIT_NOBODY)) throw new CommandError(`Units can't be ${target.nobody}.`);
  return word;
}

/** Keeps the units that accounts were found to lie in; an account that has one keeps it. */
export function setUnitKeys(document: PlanDocument, command: CommandOf<'setUnitKeys'>): PlanDiff {
  const { accounts } = document;
  if (command.keys.length !== accounts.rowCount) {
    throw new CommandError('The accounts changed since their units were looked up. Look them up again.');
  }
  const known = unitColumn(accounts, command.level);
  let found = 0;
  const keys = command.keys.map((key, row) => {
    const own = known ? known.dictionary[known.codes[row]!]! : '';
    if (own === '' && key !== '') found++;
    return own || key;
  });
  if (found === 0) return { label: 'find units', changes: [] };
  const id = unitAttributeId(command.level);
  const column = encodeAttribute(id, `Unit: ${LEVEL_WORDS[command.level][0]}`, keys);
  const attributes = [...accounts.attributes.filter((attribute) => attribute.id !== id), column];
  return {
    label: `find the ${LEVEL_WORDS[command.level][0]} of ${countOfAccounts(found)}`,
    changes: [{ kind: 'accounts', before: accounts, after: { ...accounts, attributes } }],
  };
}

/** Adds or replaces a measure by unit. */
export function putUnitMeasure(document: PlanDocument, command: CommandOf<'putUnitMeasure'>): PlanDiff {
  const before = document.unitMeasures;
  const { measure } = command;
  const isKnown = before?.some(({ id }) => id === measure.id);
  const after = isKnown
    ? before!.map((known) => (known.id === measure.id ? measure : known))
    : [...(before ?? []), measure];
  return {
    label: `${isKnown ? 'change' : 'add'} ${measure.name} by ${LEVEL_WORDS[measure.level][0]}`,
    changes: [{ kind: 'planFields', before: { unitMeasures: before }, after: { unitMeasures: after } }],
  };
}

export function removeUnitMeasure(document: PlanDocument, command: CommandOf<'removeUnitMeasure'>): PlanDiff {
  const before = document.unitMeasures;
  const gone = before?.find(({ id }) => id === command.measureId);
  if (!before || !gone) throw new CommandError('That measure by unit is no longer in the plan.');
  const after = before.length > 1 ? before.filter((measure) => measure !== gone) : undefined;
  return {
    label: `remove ${gone.name} by ${LEVEL_WORDS[gone.level][0]}`,
    changes: [{ kind: 'planFields', before: { unitMeasures: before }, after: { unitMeasures: after } }],
  };
}

/** Sets which units count as neighbours over water; null = the usual list. */
export function setUnitBridges(document: PlanDocument, command: CommandOf<'setUnitBridges'>): PlanDiff {
  for (const [one, other] of command.bridges ?? []) {
    if (one === other) throw new CommandError(`A bridge joins two counties; ${one} is named twice.`);
  }
  return {
    label: command.bridges ? 'change the bridges over water' : 'take the usual bridges over water',
    changes: [
      {
        kind: 'planFields',
        before: { unitBridges: document.unitBridges },
        after: { unitBridges: command.bridges ?? undefined },
      },
    ],
  };
}
