import { isInCorridor } from '../../measures/territoryIndex';
import { isOverlay } from '../../model/alignment';
import type { Rep } from '../../model/rep';
import { primaryAlignment } from '../lookup';
import {
  checkAccountsOutside,
  checkOverlaps,
  checkSplitFamilies,
  checkUnassignedAccounts,
} from './accountChecks';
import type { CheckInput, CheckItem, CheckKind } from './checkItem';
import { checkPieces, checkUnassignedUnits } from './landChecks';

/** Territories that no rep carries, and those that several do. Managers carry a team, not a territory. */
export function checkReps({ document, scenario, figures }: CheckInput): CheckItem[] {
  const repsOf = new Map<string, Rep[]>();
  for (const rep of document.reps) {
    if (rep.territoryId === null || rep.role === 'Manager') continue;
    repsOf.set(rep.territoryId, [...(repsOf.get(rep.territoryId) ?? []), rep]);
  }
  const free = document.reps.filter((rep) => rep.territoryId === null && rep.role !== 'Manager');
  return figures.assignable.flatMap((index): CheckItem[] => {
    const { id, name } = scenario.territories[index]!;
    const reps = repsOf.get(id) ?? [];
    if (reps.length === 1) return [];
    const kind: CheckKind = reps.length === 0 ? 'noRep' : 'severalReps';
    const item = { id: `${kind} ${id}`, kind, rows: [], unitIds: [], territoryIds: [id] };
    if (reps.length === 0) {
      const fixes = free.slice(0, 3).map((rep) => ({
        label: `Give it to ${rep.name}, who has none`,
        command: { kind: 'putRep' as const, rep: { ...rep, territoryId: id } },
      }));
      return [{ ...item, text: `${name} has no rep.`, fixes }];
    }
    const fixes = reps.map((rep) => ({
      label: `Take ${rep.name} off it`,
      command: { kind: 'putRep' as const, rep: { ...rep, territoryId: null } },
    }));
    return [
      { ...item, text: `${name} has ${reps.length} reps: ${reps.map((rep) => rep.name).join(', ')}.`, fixes },
    ];
  });
}

/** Territories whose index lies out of the corridor; the solver's corridor repair mends them. */
export function checkCorridor({ scenario, figures }: CheckInput): CheckItem[] {
  return figures.assignable.flatMap((index): CheckItem[] => {
    const value = figures.index[index]!;
    if (Number.isNaN(value) || isInCorridor(value, scenario.corridorShare)) return [];
    const { id, name } = scenario.territories[index]!;
    const [low, high] = [100 - 100 * scenario.corridorShare, 100 + 100 * scenario.corridorShare];
    return [
      {
        id: `outOfCorridor ${id}`,
        kind: 'outOfCorridor',
        text: `${name} stands at ${value.toFixed(1)}, out of ${low.toFixed(0)} to ${high.toFixed(0)}.`,
        rows: [],
        unitIds: [],
        territoryIds: [id],
        fixes: [],
      },
    ];
  });
}

/**
 * All checks of a scenario, in the order of CHECK_KINDS; an empty list is a plan without findings. What an overlay
 * does not cover is no gap.
 */
export function territoryChecks(input: CheckInput): CheckItem[] {
  const { land } = input;
  const mayLeaveOut = isOverlay(primaryAlignment(input.scenario));
  const reps = checkReps(input);
  return [
    ...(mayLeaveOut ? [] : checkUnassignedAccounts(input)),
    ...(land && !mayLeaveOut ? checkUnassignedUnits(input, land) : []),
    ...checkOverlaps(input),
    ...(land ? checkPieces(input, land) : []),
    ...(land ? checkAccountsOutside(input, land) : []),
    ...checkSplitFamilies(input),
    ...reps.filter((item) => item.kind === 'noRep'),
    ...reps.filter((item) => item.kind === 'severalReps'),
    ...checkCorridor(input),
  ];
}
