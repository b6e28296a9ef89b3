import type { AccountTable } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { FOLLOW, UNASSIGNED, UNIT_NOBODY } from '../model/alignment';
import type { UnitLevel } from '../model/exception';
import type { Scenario } from '../model/scenario';
import { unitColumn } from './unitKeys';

/** Finest first: a county's claim beats its state's. */
export const FINEST_FIRST: readonly UnitLevel[] = ['county', 'zip3', 'region', 'country'];

interface KeptAssignment {
  readonly removed: Uint8Array;
  readonly territories: Scenario['territories'];
  readonly followed: Int32Array | null;
  readonly assignment: Int32Array;
}

const assignmentOf = new WeakMap<Int32Array, KeptAssignment>();

/**
 * Who has which account, from claims: a claim on the account itself, else that of its finest geographic unit,
 * else nobody. Rows that were removed, and claims on a territory that was removed, are unassigned.
 * Not to be written to: the same array, or the claims themselves, while claims, removals, territories and units' claims stay.
 * @returns territory index, UNASSIGNED, HOUSE or HOLDOUT, one a row
 */
export function effectiveAssignment(
  accounts: AccountTable,
  scenario: Scenario,
  { claims, layers }: Alignment,
): Int32Array {
  const { removed } = accounts;
  const { territories } = scenario;
  const followed = layers.length > 0 ? keptUnitClaims(accounts, scenario, layers) : null;
  const kept = assignmentOf.get(claims);
  if (kept?.removed === removed && kept.territories === territories && kept.followed === followed) {
    return kept.assignment;
  }
  const isGone = Uint8Array.from(territories, (territory) => (territory.isRemoved ? 1 : 0));
  // Claims that all hold are the assignment, without a copy.
  let assignment = claims;
  for (let row = 0; row < claims.length; row++) {
    const claim = claims[row]!;
    // Nearly all rows.
    if (claim >= 0 && removed[row] === 0 && isGone[claim] === 0) continue;
    let code = claim;
    if (code === FOLLOW) code = followed === null ? UNASSIGNED : followed[row]!;
    if (removed[row] !== 0 || (code >= 0 && isGone[code] !== 0)) code = UNASSIGNED;
    if (code === claim) continue;
    if (assignment === claims) assignment = claims.slice();
    assignment[row] = code;
  }
  assignmentOf.set(claims, { removed, territories, followed, assignment });
  return assignment;
}

/** No unit claims the account. */
const NO_CLAIM = -5;

interface KeptClaims {
  readonly attributes: AccountTable['attributes'];
  readonly territories: Scenario['territories'];
  readonly claimed: Int32Array;
}

const keptOf = new WeakMap<Alignment['layers'], KeptClaims>();

/** Unit claims, kept while layers, attributes and territories are the same objects: a move of accounts leaves them. */
function keptUnitClaims(accounts: AccountTable, scenario: Scenario, layers: Alignment['layers']): Int32Array {
  const { attributes } = accounts;
  const { territories } = scenario;
  const kept = keptOf.get(layers);
  const isKept =
    kept?.attributes === attributes &&
    kept.territories === territories &&
    kept.claimed.length === accounts.rowCount;
  if (isKept) return kept.claimed;
  const claimed = unitClaims(accounts, scenario, { layers });
  keptOf.set(layers, { attributes, territories, claimed });
  return claimed;
}

/**
 * What each account's geographic units give it: the claim of the finest unit that has one.
 * @returns territory index, UNASSIGNED, HOUSE or HOLDOUT, one a row
 */
export function unitClaims(
  accounts: AccountTable,
  scenario: Scenario,
  { layers }: Pick<Alignment, 'layers'>,
): Int32Array {
  const claimed = new Int32Array(accounts.rowCount).fill(NO_CLAIM);
  const indexOfId = new Map(scenario.territories.map((territory, index) => [territory.id, index]));
  for (const level of FINEST_FIRST) {
    const layer = layers.find((candidate) => candidate.level === level);
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
