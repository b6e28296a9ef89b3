import type { Rep } from '../../../shared/model/rep';
import type { Scenario } from '../../../shared/model/scenario';
import type { Territory } from '../../../shared/model/territory';

/** A line of the tree. */
export interface TreeRow {
  readonly territory: Territory;
  /** Index in Scenario.territories, by which figures are found. */
  readonly index: number;
  readonly depth: number;
  /** Among the lines of the same parent, from 1. */
  readonly place: number;
  readonly siblingCount: number;
  readonly isExpandable: boolean;
  readonly isExpanded: boolean;
  /** Territories on the lowest level below it. */
  readonly leafCount: number;
  /** Surname of its rep, or "2 reps"; '' = none. */
  readonly repText: string;
}

/** "Bell" of "Marcus Bell": what the tree has room for. */
export function surnameOf(name: string): string {
  return name.trim().split(/\s+/).pop() ?? '';
}

/** In a role's view of the scenario a territory without a role is its own. */
function isShown({ isRemoved, role }: Territory): boolean {
  return !isRemoved && role === undefined;
}

/**
 * Lines of the territory tree in their order, folded ones and those of other roles left out. A search shows what it finds with all above
 * it, whatever is folded.
 * @param collapsed ids of folded nodes
 * @param query text that a territory's or a rep's name must hold; '' = all
 */
export function treeRows(
  scenario: Pick<Scenario, 'territories' | 'levels'>,
  reps: readonly Rep[],
  collapsed: ReadonlySet<string>,
  query: string,
): TreeRow[] {
  const wanted = query.trim().toLowerCase();
  const children = new Map<string | null, number[]>();
  const known = new Set(
    scenario.territories.flatMap((territory) => (isShown(territory) ? [territory.id] : [])),
  );
  scenario.territories.forEach((territory, index) => {
    if (!isShown(territory)) return;
    const parent = territory.parentId !== null && known.has(territory.parentId) ? territory.parentId : null;
    const list = children.get(parent);
    if (list) list.push(index);
    else children.set(parent, [index]);
  });
  const repsOf = new Map<string, Rep[]>();
  for (const rep of reps) {
    if (rep.territoryId === null) continue;
    repsOf.set(rep.territoryId, [...(repsOf.get(rep.territoryId) ?? []), rep]);
  }
  const isFound = (territory: Territory): boolean =>
    [territory.name, ...(repsOf.get(territory.id) ?? []).map((rep) => rep.name)].some((name) =>
      name.toLowerCase().includes(wanted),
    );

  function walk(
    parent: string | null,
    depth: number,
    isInFound: boolean,
  ): { rows: TreeRow[]; leaves: number } {
    const siblings: { readonly line: Omit<TreeRow, 'place' | 'siblingCount'>; readonly below: TreeRow[] }[] =
      [];
    let leaves = 0;
    for (const index of children.get(parent) ?? []) {
      const territory = scenario.territories[index]!;
      const isOwnFound = isInFound || isFound(territory);
      const below = walk(territory.id, depth + 1, isOwnFound);
      const isLeaf = territory.level === scenario.levels.length - 1;
      leaves += isLeaf ? 1 : below.leaves;
      if (wanted !== '' && !isOwnFound && below.rows.length === 0) continue;
      const isExpandable = (children.get(territory.id)?.length ?? 0) > 0;
      const isExpanded = isExpandable && (wanted !== '' || !collapsed.has(territory.id));
      const own = repsOf.get(territory.id) ?? [];
      const line = {
        territory,
        index,
        depth,
        isExpandable,
        isExpanded,
        leafCount: isLeaf ? 1 : below.leaves,
        repText: own.length > 1 ? `${own.length} reps` : own[0] ? surnameOf(own[0].name) : '',
      };
      siblings.push({ line, below: isExpanded ? below.rows : [] });
    }
    const rows = siblings.flatMap(({ line, below }, at) => [
      { ...line, place: at + 1, siblingCount: siblings.length },
      ...below,
    ]);
    return { rows, leaves };
  }
  return walk(null, 0, wanted === '').rows;
}

/** Height of a line, as --tree-row has it. */
export const TREE_ROW_PX = 26;
/** Lines of a block of the tree. */
export const BLOCK_ROWS = 16;

/** The lines in blocks, top first. */
export function rowBlocks(rows: readonly TreeRow[]): readonly (readonly TreeRow[])[] {
  return Array.from({ length: Math.ceil(rows.length / BLOCK_ROWS) }, (_, block) =>
    rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS),
  );
}
