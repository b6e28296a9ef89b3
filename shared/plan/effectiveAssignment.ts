import type { AccountTable } from '../model/accountTable';
import { findAttribute } from '../model/accountTable';
import type { Alignment, UnitLayer } from '../model/alignment';
import { FOLLOW, UNASSIGNED } from '../model/alignment';
import type { Scenario } from '../model/scenario';

/** The attribute that holds an account's geographic unit on a level, e.g. `unit:county` → FIPS code. */
export function unitAttributeId(level: UnitLayer['level']): string {
  return `unit:${level}`;
}

/** Finest first: a county's claim beats its state's. */
const FINEST_FIRST: readonly UnitLayer['level'][] = ['county', 'zip3', 'region', 'country'];

/**
 * Who has which account, from claims: a claim on the account itself, else that of its finest geographic unit,
 * else nobody. Rows that were removed, and claims on a territory that was removed, are unassigned.
 * @returns territory index, UNASSIGNED, HOUSE or HOLDOUT, one a row
 */
export function effectiveAssignment(
  accounts: AccountTable,
  scenario: Scenario,
  alignment: Alignment,
): Int32Array {
  const assignment = alignment.claims.slice();
  const followed = alignment.layers.length > 0 ? unitClaims(accounts, scenario, alignment) : null;
  const isGone = Uint8Array.from(scenario.territories, (territory) => (territory.isRemoved ? 1 : 0));
  for (let row = 0; row < assignment.length; row++) {
    let code = assignment[row]!;
    if (code === FOLLOW) code = followed?.[row] ?? UNASSIGNED;
    if (accounts.removed[row] || (code >= 0 && isGone[code] !== 0)) code = UNASSIGNED;
    assignment[row] = code;
  }
  return assignment;
}

function unitClaims(accounts: AccountTable, scenario: Scenario, alignment: Alignment): Int32Array {
  const claimed = new Int32Array(accounts.rowCount).fill(UNASSIGNED);
  const indexOfId = new Map(scenario.territories.map((territory, index) => [territory.id, index]));
  for (const level of FINEST_FIRST) {
    const layer = alignment.layers.find((candidate) => candidate.level === level);
    const units = findAttribute(accounts, unitAttributeId(level));
    if (!layer || !units) continue;
    const claimOfCode = units.dictionary.map((unit) => indexOfId.get(layer.claims[unit] ?? '') ?? UNASSIGNED);
    for (let row = 0; row < claimed.length; row++) {
      if (claimed[row] === UNASSIGNED) claimed[row] = claimOfCode[units.codes[row]!]!;
    }
  }
  return claimed;
}
