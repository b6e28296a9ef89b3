import type { BalanceReason } from '../balance/problem';
import type { PlanDocument } from '../model/planDocument';
import type { PlanBalanceProblem } from './balanceProblemOf';
import type { UnitBalanceProblem } from './unitBalanceProblem';

/** Families named in full before the rest are counted. */
const NAMED = 3;

/**
 * Families that were to be kept together but whose accounts lie in units of several territories: units move
 * whole, so a family that stretches over them may be divided.
 * @param assignment territory of each account of the problem, −1 none
 * @returns one reason for all of them, with the units of the first; none where every family is whole
 */
export function familiesOverUnits(
  { accounts }: PlanDocument,
  { problem, rowOfUnit }: PlanBalanceProblem,
  { unitOfAccount }: UnitBalanceProblem,
  assignment: Int32Array,
): readonly BalanceReason[] {
  const members = new Map<number, number[]>();
  problem.families?.forEach((family, account) => {
    if (family < 0 || assignment[account]! < 0) return;
    const list = members.get(family);
    if (list) list.push(account);
    else members.set(family, [account]);
  });
  const divided = [...members.values()].filter(
    (list) => new Set(list.map((account) => assignment[account]!)).size > 1,
  );
  const [first] = divided;
  if (!first) return [];
  const named = divided.slice(0, NAMED).map((list) => accounts.names[rowOfUnit[list[0]!]!]!);
  const who = `${named.join(', ')}${divided.length > NAMED ? ` and ${divided.length - NAMED} more` : ''}`;
  const what = divided.length === 1 ? `The family of ${who} is` : `${divided.length} families (${who}) are`;
  return [
    {
      code: 'family-over-units',
      text: `${what} divided between territories: the accounts lie in several units, and units move whole. Lock those units to one territory to keep a family together.`,
      unitIndices: [...new Set(first.map((account) => unitOfAccount[account]!))].filter((unit) => unit >= 0),
      territoryIndices: [...new Set(first.map((account) => assignment[account]!))],
    },
  ];
}
