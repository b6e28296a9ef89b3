import type { Cause } from '../model/alignment';
import { CAUSES, FOLLOW, HOLDOUT, HOUSE } from '../model/alignment';
import type { PlanException, UnitLevel } from '../model/exception';
import type { PlanDocument } from '../model/planDocument';
import type { AssignmentRule } from '../model/rule';
import type { Scenario } from '../model/scenario';
import { effectiveAssignment, FINEST_FIRST } from './effectiveAssignment';
import { effectiveLocks } from './heldTogether';
import type { History, HistoryEntry } from './history';
import { primaryAlignment } from './lookup';
import { scenarioOfRole } from './overlay';
import { firstMatches, ruleCode } from './rules';
import { ruleToText } from './ruleText';
import { unitOfRow } from './unitKeys';

/** Why an account is where it is. */
export interface WhyHere {
  /** Territory index, UNASSIGNED, HOUSE or HOLDOUT. */
  readonly code: number;
  readonly cause: Cause;
  /** One sentence, e.g. "By rule 2: Segment is Top → North." */
  readonly sentence: string;
  /** The unit that it follows. */
  readonly unit: { readonly level: UnitLevel; readonly unitId: string } | null;
  /** The rule that gives it this territory as rules stand now. */
  readonly rule: AssignmentRule | null;
  readonly isLocked: boolean;
  /** Exceptions that name it, its unit or its territory. */
  readonly exceptions: readonly PlanException[];
  /** The last edit still known that moved it, with its name and time. */
  readonly edit: (Pick<HistoryEntry, 'sequence' | 'at' | 'reason'> & { readonly label: string }) | null;
}

/** Answers "why is this account here?" @param role an overlay; left out = the primary alignment */
export function whyHere(
  document: PlanDocument,
  whole: Scenario,
  row: number,
  history: History,
  role?: string,
): WhyHere {
  const scenario = scenarioOfRole(whole, role);
  const alignment = primaryAlignment(scenario);
  const { accounts } = document;
  const code = effectiveAssignment(accounts, scenario, alignment)[row]!;
  const isFollowing = alignment.claims[row] === FOLLOW;
  const unit = isFollowing ? followedUnit(document, alignment.layers, row) : null;
  const cause: Cause = isFollowing ? (unit ? 'unit' : 'none') : CAUSES[alignment.causes[row]!]!;
  const position = cause === 'rule' ? firstMatches(accounts, scenario)[row]! : -1;
  const candidate = scenario.rules?.[position];
  const rule = candidate && ruleCode(scenario, candidate) === code ? candidate : null;
  const exceptions = (scenario.exceptions ?? []).filter(({ target }) => {
    if ('rows' in target) return target.rows.includes(row);
    if ('level' in target) return unitOfRow(accounts, target.level, row) === target.unitId;
    return code >= 0 && scenario.territories[code]!.id === target.territoryId;
  });
  const edit = lastEdit(history, scenario.id, alignment.role, row);
  const found = { code, cause, unit, rule, exceptions, edit };
  return {
    ...found,
    sentence: sentenceOf(document, scenario, found, position),
    isLocked: effectiveLocks(accounts, scenario, alignment)[row] === 1,
  };
}

function followedUnit(
  { accounts }: PlanDocument,
  layers: Scenario['alignments'][number]['layers'],
  row: number,
): WhyHere['unit'] {
  for (const level of FINEST_FIRST) {
    const layer = layers.find((one) => one.level === level);
    const unitId = layer ? unitOfRow(accounts, level, row) : '';
    if (layer && unitId !== '' && Object.hasOwn(layer.claims, unitId)) return { level, unitId };
  }
  return null;
}

function lastEdit(history: History, scenarioId: string, role: string, row: number): WhyHere['edit'] {
  const entry = history.done.findLast(({ diff }) =>
    diff.changes.some(
      (change) =>
        change.kind === 'assignment' &&
        change.scenarioId === scenarioId &&
        change.role === role &&
        change.rows.includes(row),
    ),
  );
  if (!entry) return null;
  return { sequence: entry.sequence, at: entry.at, reason: entry.reason, label: entry.diff.label };
}

const UNIT_WORDS: Readonly<Record<UnitLevel, string>> = {
  country: 'country',
  region: 'region',
  county: 'county',
  zip3: 'ZIP3 area',
};

function sentenceOf(
  document: PlanDocument,
  scenario: Scenario,
  { code, cause, unit, rule, exceptions, edit }: Omit<WhyHere, 'sentence' | 'isLocked'>,
  position: number,
): string {
  const exception = exceptions.find(({ kind }) => kind !== 'lock' && kind !== 'family');
  const reason = exception?.reason ? `: ${exception.reason}` : '';
  const by = exception?.owner ? ` by ${exception.owner}` : '';
  if (code === HOUSE || code === HOLDOUT) {
    const what =
      code === HOLDOUT
        ? 'Held out'
        : exception?.kind === 'doNotCover'
          ? 'Not to be covered'
          : 'A house account';
    return `${what}${by}${reason}.`;
  }
  switch (cause) {
    case 'none':
      return 'Nobody claims it: neither the account nor its land.';
    case 'unit':
      return unit
        ? `It follows its ${UNIT_WORDS[unit.level]} ${unit.unitId}.`
        : 'It came with the unit that it lies in.';
    case 'rule':
      return rule
        ? `By rule ${position + 1}: ${ruleToText(document, scenario, rule)}.`
        : 'By a rule that has changed since.';
    case 'solver':
      return edit ? `By a solver run: ${edit.label}.` : 'By a solver run.';
    case 'import':
      return 'As the imported list had it.';
    case 'named':
      return `Named${by}${reason}.`;
    case 'hand':
      return edit ? `By hand: ${edit.label}.` : 'By hand.';
  }
}
