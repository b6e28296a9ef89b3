import type { AccountTable } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { FOLLOW, UNASSIGNED, UNIT_NOBODY } from '../model/alignment';
import type { UnitLevel } from '../model/exception';
import type { Scenario } from '../model/scenario';
import { unitColumn } from './unitKeys';

/** Finest first: a county's claim beats its state's. */
export const FINEST_FIRST: readonly UnitLevel[] = ['county', 'zip3', 'region', 'country'];

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
  const followed = alignment.layers.length > 0 ? keptUnitClaims(accounts, scenario, alignment) : null;
  const isGone = Uint8Array.from(scenario.territories, (territory) => (territory.isRemoved ? 1 : 0));
  const { removed } = accounts;
  for (let row = 0; row < assignment.length; row++) {
    let code = assignment[row]!;
    if (code === FOLLOW) code = followed?.[row] ?? UNASSIGNED;
    if (removed[row] || (code >= 0 && isGone[code] !== 0)) code = UNASSIGNED;
    assignment[row] = code;
  }
  return assignment;
}

/** No unit claims the account. */
const NO_CLAIM = -5;

interface KeptClaims {
  readonly accounts: AccountTable;
  readonly territories: Scenario['territories'];
  readonly claimed: Int32Array;
}

const keptOf = new WeakMap<Alignment['layers'], KeptClaims>();

/** Unit claims, kept while layers, accounts and territories are the same objects: a move of accounts leaves them. */
function keptUnitClaims(accounts: AccountTable, scenario: Scenario, alignment: Alignment): Int32Array {
  const { territories } = scenario;
  const kept = keptOf.get(alignment.layers);
  if (kept?.accounts === accounts && kept.territories === territories) return kept.claimed;
  const claimed = unitClaims(accounts, scenario, alignment);
  keptOf.set(alignment.layers, { accounts, territories, claimed });
  return claimed;
}

/**
 * What each account's geographic units give it: the claim of the finest unit that has one.
 * @returns territory index, UNASSIGNED, HOUSE or HOLDOUT, one a row
 */
export function unitClaims(accounts: AccountTable, scenario: Scenario, alignment: Alignment): Int32Array {
  const claimed = new Int32Array(accounts.rowCount).fill(NO_CLAIM);
  const indexOfId = new Map(scenario.territories.map((territory, index) => [territory.id, index]));
  for (const level of FINEST_FIRST) {
    const layer = alignment.layers.find((candidate) => candidate.level === level);
    const units = layer ? unitColumn(accounts, level) : null;
    if (!layer || !units) continue;
    const claimOfCode = units.dictionary.map((unit) => {
      const word = Object.hasOwn(layer.claims, unit) ? layer.claims[unit]! : '';
      return indexOfId.get(word) ?? UNIT_NOBODY[word] ?? NO_CLAIM;
    });
    for (let row = 0; row < claimed.length; row++) {
      if (claimed[row] === NO_CLAIM) claimed[row] = claimOfCode[units.codes[row]!]!;
    }
  }
  for (let row = 0; row < claimed.length; row++) if (claimed[row] === NO_CLAIM) claimed[row] = UNASSIGNED;
  return claimed;
}
