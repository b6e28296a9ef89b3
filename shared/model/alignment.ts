import { UNIT_LEVELS, type UnitLevel } from './exception';

/**
 * Who has which account. What is stored is claims with their cause; the effective assignment is derived.
 */

/** Codes beside territory indices in an assignment. */
export const UNASSIGNED = -1;
export const HOUSE = -2;
export const HOLDOUT = -3;
/** Only in claims: no claim on the account itself, it follows its geographic unit. */
export const FOLLOW = -4;

/** Why an account is where it is. The code of a cause is its index; a higher precedence wins on conflict. */
export const CAUSES = ['none', 'unit', 'rule', 'solver', 'import', 'hand', 'named'] as const;
export type Cause = (typeof CAUSES)[number];

export function causeCode(cause: Cause): number {
  return CAUSES.indexOf(cause);
}

/** Claims on units that are deliberately nobody's, in place of a territory id. */
export const UNIT_NOBODY: Readonly<Record<string, number>> = {
  '(unassigned)': UNASSIGNED,
  '(house)': HOUSE,
  '(holdout)': HOLDOUT,
};

/**
 * A layer of units → territory id, or a word of UNIT_NOBODY. Keys: ISO 3166-1 alpha-2 country ("US"), ISO 3166-2
 * region ("US-CA"), county FIPS ("06075"), state and ZIP3 ("CA-941").
 */
export interface UnitLayer {
  readonly level: UnitLevel;
  readonly claims: Readonly<Record<string, string>>;
}

export interface Alignment {
  /** 'primary', or the name of an overlay role (e.g. SE). */
  readonly role: string;
  readonly layers: readonly UnitLayer[];
  /** One a row: a territory index, UNASSIGNED, HOUSE, HOLDOUT or FOLLOW. */
  readonly claims: Int32Array;
  /** One a row: the code of the claim's cause. */
  readonly causes: Uint8Array;
  /** One a row: 1 where the account must not move. */
  readonly locks: Uint8Array;
}

/** The role of the first alignment of a scenario. */
const PRIMARY_ROLE = 'primary';

/** Whether it is an overlay: it covers the accounts that it is meant for, not all of them. */
export function isOverlay({ role }: Alignment): boolean {
  return role !== PRIMARY_ROLE;
}

export function emptyAlignment(role: string, rowCount: number): Alignment {
  return {
    role,
    layers: [],
    claims: new Int32Array(rowCount).fill(FOLLOW),
    causes: new Uint8Array(rowCount),
    locks: new Uint8Array(rowCount),
  };
}

/**
 * The alignment for a table of another length: rows that come in are claimed by nobody, rows that go are cut.
 * The same object where the length already fits.
 */
export function resizeAlignment(alignment: Alignment, rowCount: number): Alignment {
  if (alignment.claims.length === rowCount) return alignment;
  const resized = emptyAlignment(alignment.role, rowCount);
  resized.claims.set(alignment.claims.subarray(0, rowCount));
  resized.causes.set(alignment.causes.subarray(0, rowCount));
  resized.locks.set(alignment.locks.subarray(0, rowCount));
  return { ...resized, layers: alignment.layers };
}

/**
 * Layers with some units' claims set; null takes a claim away. A layer without claims is left out, and layers stand
 * coarsest first, so that the same claims always make the same layers.
 */
export function withUnitClaims(
  layers: readonly UnitLayer[],
  level: UnitLevel,
  unitIds: readonly string[],
  claimOf: readonly (string | null)[],
): UnitLayer[] {
  const claims = { ...layers.find((layer) => layer.level === level)?.claims };
  unitIds.forEach((unitId, at) => {
    const claim = claimOf[at];
    if (claim === null || claim === undefined) delete claims[unitId];
    else claims[unitId] = claim;
  });
  const others = layers.filter((layer) => layer.level !== level);
  const all = Object.keys(claims).length > 0 ? [...others, { level, claims }] : others;
  return all.sort((a, b) => UNIT_LEVELS.indexOf(a.level) - UNIT_LEVELS.indexOf(b.level));
}
