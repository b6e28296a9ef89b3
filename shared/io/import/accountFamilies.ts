import { foldText } from '../../geo/geocoderNames';
import { accountFinder, type NamedAccounts } from './accountFinder';
import type { Findings } from './findings';

export interface FamilyInput {
  readonly rowNumbers: Int32Array;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Id or name of the parent, '' where the account has none. */
  readonly parents: readonly string[];
  /** null where the list has no owners. */
  readonly owners: readonly string[] | null;
  readonly parentColumn: number;
  /** Accounts of the plan that the list goes into, where a parent may be that the list leaves out. */
  readonly planAccounts: NamedAccounts | null;
}

/**
 * Resolves parents to ids. A parent that is missing is reported and kept as text, and one that only the plan has is
 * kept as text for the merge; a circle of parents, also that of an account that is its own parent, is broken at its
 * last row, which is named; a family whose accounts have several owners is reported.
 * @returns the parent's id in this list of each row, '' where it has none
 */
export function settleFamilies(input: FamilyInput, findings: Findings): string[] {
  const { rowNumbers, ids, names, parents, parentColumn } = input;
  const findHere = accountFinder({ ids, names });
  const findInPlan = input.planAccounts ? accountFinder(input.planAccounts) : () => -1;
  const parentOf = new Int32Array(ids.length).fill(-1);
  const resolved = parents.map((parent, index) => {
    if (parent === '') return '';
    const found = findHere(parent);
    if (found < 0 && findInPlan(parent) >= 0) return parent;
    if (found < 0) {
      const text = `parent ${parent} is not in this list; the account stands alone.`;
      findings.problem(rowNumbers[index]!, parentColumn, 'parent-missing', 'warning', text);
      return parent;
    }
    parentOf[index] = found;
    return ids[found]!;
  });
  for (const index of findCycleEnds(parentOf)) {
    const row = rowNumbers[index]!;
    const text =
      parentOf[index] === index
        ? `${names[index]!} is its own parent; the link is left out.`
        : `${names[index]!} is its own ancestor (${cycleNames(index, parentOf, names)}); the link to its parent is left out.`;
    findings.problem(row, parentColumn, 'parent-cycle', 'warning', text);
    findings.repair(row, parentColumn, parents[index]!, '', 'cycleBroken');
    resolved[index] = '';
    parentOf[index] = -1;
  }
  if (input.owners) noteSplitFamilies(input, input.owners, parentOf, findings);
  return resolved;
}

/** One account of each circle: the one that comes last in the list. */
function findCycleEnds(parentOf: Int32Array): number[] {
  const state = new Uint8Array(parentOf.length);
  const ends: number[] = [];
  for (let start = 0; start < parentOf.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = parentOf[at]!;
    }
    if (at >= 0 && state[at] === 1) ends.push(Math.max(...path.slice(path.indexOf(at))));
    for (const index of path) state[index] = 2;
  }
  return ends;
}

/** Names on a circle, in order, for the message; long circles are cut. */
function cycleNames(from: number, parentOf: Int32Array, names: readonly string[]): string {
  const path = [names[from]!];
  for (let at = parentOf[from]!; at >= 0 && at !== from && path.length < 6; at = parentOf[at]!)
    path.push(names[at]!);
  return [...path, names[from]!].join(' → ');
}

function noteSplitFamilies(
  input: FamilyInput,
  owners: readonly string[],
  parentOf: Int32Array,
  findings: Findings,
): void {
  for (let index = 0; index < parentOf.length; index++) {
    const parent = parentOf[index]!;
    const owner = owners[index];
    const parentOwner = owners[parent];
    if (!owner || !parentOwner) continue;
    // An owner spelled otherwise is no other owner: spellings have findings of their own.
    if (foldText(owner) === foldText(parentOwner)) continue;
    const text = `${input.names[index]!} belongs to ${owner}, its parent ${input.names[parent]!} to ${parentOwner}.`;
    findings.problem(
      input.rowNumbers[index]!,
      input.parentColumn,
      'family-with-several-owners',
      'info',
      text,
    );
  }
}
