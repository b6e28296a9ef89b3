import type { AccountTable, AttributeColumn } from '../model/accountTable';
import { findAttribute } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { idKey } from '../model/salesforceId';
import type { Scenario } from '../model/scenario';
import { effectiveAssignment } from './effectiveAssignment';
import { unitColumn } from './unitKeys';

const familiesOf = new WeakMap<
  readonly AttributeColumn[],
  { readonly ids: readonly string[]; readonly families: Int32Array }
>();

/**
 * Families by the attribute `parent` (ids): accounts with the same topmost parent.
 * @returns the row of the topmost account, one a row; −1 for an account that is alone
 */
export function familyColumn(accounts: AccountTable): Int32Array {
  const known = familiesOf.get(accounts.attributes);
  if (known && known.ids === accounts.ids) return known.families;
  const families = new Int32Array(accounts.rowCount).fill(-1);
  const parents = findAttribute(accounts, 'parent');
  if (parents) {
    const rowOfId = new Map(accounts.ids.map((id, row) => [idKey(id), row]));
    const parentOfCode = parents.dictionary.map((id) => (id === '' ? -1 : (rowOfId.get(idKey(id)) ?? -1)));
    for (let row = 0; row < families.length; row++) {
      let top = row;
      // The import breaks circles; a hand may make new ones, so that the walk is bounded.
      for (let steps = 0; steps < 50; steps++) {
        const parent = parentOfCode[parents.codes[top]!]!;
        if (parent < 0 || parent === row) break;
        top = parent;
      }
      if (top === row) continue;
      families[row] = top;
      families[top] = top;
    }
  }
  familiesOf.set(accounts.attributes, { ids: accounts.ids, families });
  return families;
}

/** How many families by parent the list has, and how many of its accounts are in one; removed accounts do not count. */
export function countFamilies(accounts: AccountTable): {
  readonly families: number;
  readonly accounts: number;
} {
  const families = familyColumn(accounts);
  const sizes = new Map<number, number>();
  for (let row = 0; row < families.length; row++) {
    const family = families[row]!;
    if (family >= 0 && !accounts.removed[row]) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  }
  const shared = [...sizes.values()].filter((size) => size > 1);
  return { families: shared.length, accounts: shared.reduce((sum, size) => sum + size, 0) };
}

/**
 * What moves together in a scenario: families by parent where the scenario keeps them, and families that were
 * made by hand. null = nothing does.
 * @returns a number of the group, one a row; −1 for an account that moves alone
 */
export function heldTogether(accounts: AccountTable, scenario: Scenario): Int32Array | null {
  const byHand = (scenario.exceptions ?? []).flatMap(({ kind, target }) =>
    kind === 'family' && 'rows' in target ? [target.rows] : [],
  );
  if (!scenario.keepsFamilies && byHand.length === 0) return null;
  const groups = scenario.keepsFamilies
    ? familyColumn(accounts).slice()
    : new Int32Array(accounts.rowCount).fill(-1);
  for (const rows of byHand) joinGroups(groups, rows);
  return groups;
}

/** Rows of one hand-made family get the group of its first row; groups that it touches become one. */
function joinGroups(groups: Int32Array, rows: readonly number[]): void {
  const live = rows.filter((row) => row < groups.length);
  const [first] = live;
  if (first === undefined) return;
  const met = new Set(live.map((row) => groups[row]!).filter((group) => group >= 0));
  const group = met.size > 0 ? Math.min(...met) : first;
  if (met.size > 1) {
    for (let row = 0; row < groups.length; row++) if (met.has(groups[row]!)) groups[row] = group;
  }
  for (const row of live) groups[row] = group;
}

/** The rows with those that move with them, ascending; the same array where nothing is held together. */
export function withCompanions(groups: Int32Array | null, rows: Int32Array): Int32Array {
  if (!groups) return rows;
  const wanted = new Set<number>();
  for (const row of rows) if (groups[row]! >= 0) wanted.add(groups[row]!);
  if (wanted.size === 0) return rows;
  const all = new Set<number>(rows);
  for (let row = 0; row < groups.length; row++) if (wanted.has(groups[row]!)) all.add(row);
  return Int32Array.from(all).sort();
}

/**
 * Which accounts must not move: those locked one by one, those in a locked unit, and those of a locked territory.
 * @returns 1 a locked row; the alignment's own column where no unit or territory is locked. Not to be written to.
 */
export function effectiveLocks(accounts: AccountTable, scenario: Scenario, alignment: Alignment): Uint8Array {
  const targets = (scenario.exceptions ?? []).flatMap(({ kind, target }) =>
    kind === 'lock' && !('rows' in target) ? [target] : [],
  );
  if (targets.length === 0) return alignment.locks;
  const locks = alignment.locks.slice();
  const ids = new Set(targets.flatMap((target) => ('territoryId' in target ? [target.territoryId] : [])));
  if (ids.size > 0) {
    const isLocked = scenario.territories.map((territory) => ids.has(territory.id));
    const assignment = effectiveAssignment(accounts, scenario, alignment);
    for (let row = 0; row < locks.length; row++) {
      if (assignment[row]! >= 0 && isLocked[assignment[row]!]) locks[row] = 1;
    }
  }
  for (const target of targets) {
    if (!('level' in target)) continue;
    const units = unitColumn(accounts, target.level);
    const code = units?.dictionary.indexOf(target.unitId) ?? -1;
    if (!units || code < 0) continue;
    for (let row = 0; row < locks.length; row++) if (units.codes[row] === code) locks[row] = 1;
  }
  return locks;
}
