import type { BalanceEligibility } from '../balance/problem';
import type { AccountTable } from '../model/accountTable';
import { CommandError } from './commandError';

/** Who may serve which accounts: those of a value go to the territories named with it, all others to any. */
export interface EligibilityRequest {
  /** The attribute that tells, e.g. the segment. */
  readonly attributeId: string;
  readonly only: readonly { readonly value: string; readonly territoryIds: readonly string[] }[];
}

/**
 * The request as the solver takes it.
 * @param rows account row of each unit
 * @param territoryIds of the problem's territories, in its order
 * @returns null where it rules nothing out
 * @throws CommandError when the list has no such attribute
 */
export function eligibilityOf(
  accounts: AccountTable,
  { attributeId, only }: EligibilityRequest,
  rows: Int32Array,
  territoryIds: readonly string[],
): BalanceEligibility | null {
  const attribute = accounts.attributes.find(({ id }) => id === attributeId);
  if (!attribute) throw new CommandError(`The account list has no column ${attributeId}.`);
  const ruling = only.filter((line) => line.territoryIds.some((id) => territoryIds.includes(id)));
  if (ruling.length === 0) return null;
  // Class 0 may go anywhere; class i + 1 is that of line i.
  const classOfCode = attribute.dictionary.map((text) => 1 + ruling.findIndex(({ value }) => value === text));
  const allowed = new Uint8Array((ruling.length + 1) * territoryIds.length).fill(1, 0, territoryIds.length);
  ruling.forEach((line, at) => {
    territoryIds.forEach((id, column) => {
      if (line.territoryIds.includes(id)) allowed[(at + 1) * territoryIds.length + column] = 1;
    });
  });
  return { classOfUnit: Int32Array.from(rows, (row) => classOfCode[attribute.codes[row]!] ?? 0), allowed };
}

/**
 * Eligibility of blocks of units: a block may go where all of its members may.
 * @param members units of each block
 */
export function eligibilityOfBlocks(
  eligibility: BalanceEligibility,
  members: readonly (readonly number[])[],
  territoryCount: number,
): BalanceEligibility {
  const { classOfUnit, allowed } = eligibility;
  const classOfRow = new Map<string, number>();
  const rows: number[][] = [];
  const classOfBlock = members.map((list) => {
    const row = Array.from({ length: territoryCount }, (_, territory) =>
      list.every((unit) => allowed[classOfUnit[unit]! * territoryCount + territory] === 1) ? 1 : 0,
    );
    const key = row.join('');
    const known = classOfRow.get(key) ?? rows.push(row) - 1;
    classOfRow.set(key, known);
    return known;
  });
  return { classOfUnit: Int32Array.from(classOfBlock), allowed: Uint8Array.from(rows.flat()) };
}
