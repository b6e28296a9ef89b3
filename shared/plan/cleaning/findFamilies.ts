import { findAttribute, type AccountTable } from '../../model/accountTable';
import { idKey } from '../../model/salesforceId';

/** Something about an account's family that a person should look at, or a family as it is. */
export interface FamilyFinding {
  readonly kind: 'missingParent' | 'circle' | 'split' | 'whole';
  /**
   * The members, parents before their children. For a missing parent the accounts that name it; for a circle
   * the accounts on it, each the child of the next.
   */
  readonly rows: readonly number[];
  /** Generations below the topmost account, one a row; 0 for a missing parent and on a circle. */
  readonly depths: readonly number[];
  /** The id that no account has; '' for the other kinds. */
  readonly missingId: string;
}

/**
 * Families by the attribute `parent`, and what is wrong with them: a parent that is not in the plan, a circle of
 * parents (made by hand, since the import breaks them), members in different territories.
 * @param territories index of the territory, one a row; null = not known, so that no family is said to be split
 */
export function findFamilies(accounts: AccountTable, territories: Int32Array | null): FamilyFinding[] {
  const parents = findAttribute(accounts, 'parent');
  if (!parents) return [];
  const rowOfId = new Map<string, number>();
  for (let row = 0; row < accounts.rowCount; row++) {
    if (!accounts.removed[row]) rowOfId.set(idKey(accounts.ids[row]!), row);
  }
  const rowOfCode = parents.dictionary.map((id) => (id === '' ? -1 : (rowOfId.get(idKey(id)) ?? -1)));
  const children = new Map<number, number[]>();
  const orphans = new Map<string, number[]>();
  for (let row = 0; row < accounts.rowCount; row++) {
    if (accounts.removed[row] || parents.codes[row] === 0) continue;
    const parent = rowOfCode[parents.codes[row]!]!;
    if (parent >= 0) pushTo(children, parent, row);
    else pushTo(orphans, parents.dictionary[parents.codes[row]!]!, row);
  }
  const parentOf = (row: number): number => rowOfCode[parents.codes[row]!]!;
  const circles = findCircles([...children.keys()], parentOf);
  const onCircle = new Set(circles.flat());
  const tops = [...children.keys()].filter((row) => parentOf(row) < 0 && !onCircle.has(row));
  const families = tops.map((top): FamilyFinding => {
    const { rows, depths } = descend(top, children);
    const isSplit = territories !== null && rows.some((row) => territories[row] !== territories[rows[0]!]);
    return { kind: isSplit ? 'split' : 'whole', rows, depths, missingId: '' };
  });
  const flat = (rows: readonly number[]): number[] => rows.map(() => 0);
  return [
    ...circles.map((rows): FamilyFinding => ({ kind: 'circle', rows, depths: flat(rows), missingId: '' })),
    ...[...orphans].map(([missingId, rows]): FamilyFinding => ({
      kind: 'missingParent',
      rows,
      depths: flat(rows),
      missingId,
    })),
    ...families.filter(({ kind }) => kind === 'split'),
    ...families.filter(({ kind }) => kind === 'whole'),
  ];
}

function pushTo<Key>(lists: Map<Key, number[]>, key: Key, row: number): void {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
}

/** Circles of parents; each begins with its first row. */
function findCircles(starts: readonly number[], parentOf: (row: number) => number): number[][] {
  const walkOf = new Map<number, number>();
  const circles: number[][] = [];
  for (const [walk, start] of starts.entries()) {
    const path: number[] = [];
    let at = start;
    while (at >= 0 && !walkOf.has(at)) {
      walkOf.set(at, walk);
      path.push(at);
      at = parentOf(at);
    }
    if (at < 0 || walkOf.get(at) !== walk) continue;
    const circle = path.slice(path.indexOf(at));
    const first = circle.indexOf(Math.min(...circle));
    circles.push([...circle.slice(first), ...circle.slice(0, first)]);
  }
  return circles;
}

/** A family from its top, parents before their children. */
function descend(top: number, children: ReadonlyMap<number, readonly number[]>) {
  const rows: number[] = [];
  const depths: number[] = [];
  const open: (readonly [number, number])[] = [[top, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [row, depth] = next;
    rows.push(row);
    depths.push(depth);
    for (const child of (children.get(row) ?? []).toReversed()) open.push([child, depth + 1]);
  }
  return { rows, depths };
}
