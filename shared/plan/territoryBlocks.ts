import { vectorToDegrees } from '../geo/greatCircle';
import { findMeasure } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { FOLLOW } from '../model/alignment';
import type { UnitLevel } from '../model/exception';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import { countedColumn, placeVectors, presenceColumn } from './accountColumns';
import { assignmentChange } from './claimChange';
import { effectiveAssignment, FINEST_FIRST } from './effectiveAssignment';
import { effectiveLocks, heldTogether } from './heldTogether';
import { scenarioOfRole } from './overlay';
import type { PlanChange } from './planDiff';
import type { UnitPlaces } from './territoryEdit';
import { moveUnitClaims } from './unitClaimChange';
import { unitColumn } from './unitKeys';
import { unitValue } from './unitMeasureTotals';

/** What can only go from a territory as a whole: a unit with those who follow it, a family, a single account. */
export interface TerritoryBlock {
  readonly rows: readonly number[];
  readonly units: readonly { readonly level: UnitLevel; readonly unitId: string }[];
  readonly weight: number;
  /** Weighted centre of its accounts, else the place of its unit; NaN where neither is known. */
  readonly lat: number;
  readonly lng: number;
  /** Accounts of it that must not move; then none of it does. */
  readonly lockedCount: number;
  readonly isLocked: boolean;
}

/** What a measure counts for each account; null = every account alike. */
export function weightColumn(document: PlanDocument, measureId: string | null): Float64Array {
  const measure = measureId === null ? null : findMeasure(document.accounts, measureId);
  return measure ? countedColumn(document.accounts, measure) : presenceColumn(document.accounts);
}

/** The blocks of a territory, in the order of their first account; units without accounts come last. */
export function territoryBlocks(
  document: PlanDocument,
  scenario: Scenario,
  alignment: Alignment,
  index: number,
  measureId: string | null,
  unitPlaces: UnitPlaces = {},
): TerritoryBlock[] {
  const { accounts } = document;
  const assignment = effectiveAssignment(accounts, scenario, alignment);
  const own = scenarioOfRole(scenario, alignment.role);
  const groups = heldTogether(accounts, own);
  const locks = effectiveLocks(accounts, own, alignment);
  const joined = new JoinedKeys();
  const rows: number[] = [];
  for (let row = 0; row < accounts.rowCount; row++) {
    if (assignment[row] !== index || accounts.removed[row]) continue;
    rows.push(row);
    joined.join(keyOfRow(document, alignment, row), groups && groups[row]! >= 0 ? `g ${groups[row]!}` : null);
  }
  const members = new Map<string, { rows: number[]; units: { level: UnitLevel; unitId: string }[] }>();
  const memberOf = (key: string) => {
    const root = joined.find(key);
    const known = members.get(root) ?? { rows: [], units: [] };
    members.set(root, known);
    return known;
  };
  for (const row of rows) memberOf(keyOfRow(document, alignment, row)).rows.push(row);
  const id = scenario.territories[index]!.id;
  for (const { level, claims } of alignment.layers) {
    for (const unitId of Object.keys(claims).sort()) {
      if (claims[unitId] === id) memberOf(`u ${level} ${unitId}`).units.push({ level, unitId });
    }
  }
  const weights = weightColumn(document, measureId);
  const vectors = placeVectors(accounts);
  return [...members.values()].map(({ rows: own, units }) => {
    const land = units.reduce(
      (sum, { level, unitId }) => sum + (measureId ? unitValue(document, measureId, level, unitId) : 0),
      0,
    );
    const lockedCount = own.reduce((count, row) => count + locks[row]!, 0);
    const place = centreOf(own, weights, vectors) ?? placeOfUnits(units, unitPlaces);
    return {
      rows: own,
      units,
      weight: own.reduce((sum, row) => sum + weights[row]!, land),
      lat: place?.lat ?? Number.NaN,
      lng: place?.lng ?? Number.NaN,
      lockedCount,
      isLocked: lockedCount > 0,
    };
  });
}

/** The unit that an account follows, or the account itself. */
function keyOfRow(document: PlanDocument, alignment: Alignment, row: number): string {
  if (alignment.claims[row] === FOLLOW) {
    for (const level of FINEST_FIRST) {
      const layer = alignment.layers.find((candidate) => candidate.level === level);
      const units = layer ? unitColumn(document.accounts, level) : null;
      const unitId = units ? units.dictionary[units.codes[row]!]! : '';
      if (layer && unitId !== '' && Object.hasOwn(layer.claims, unitId)) return `u ${level} ${unitId}`;
    }
  }
  return `r ${row}`;
}

function centreOf(
  rows: readonly number[],
  weights: Float64Array,
  vectors: Float64Array,
): { lat: number; lng: number } | null {
  const isWeighted = rows.some((row) => weights[row]! > 0 && !Number.isNaN(vectors[3 * row]!));
  let [x, y, z] = [0, 0, 0];
  for (const row of rows) {
    if (Number.isNaN(vectors[3 * row]!)) continue;
    const weight = isWeighted ? weights[row]! : 1;
    x += weight * vectors[3 * row]!;
    y += weight * vectors[3 * row + 1]!;
    z += weight * vectors[3 * row + 2]!;
  }
  return vectorToDegrees(x, y, z);
}

function placeOfUnits(
  units: readonly { readonly unitId: string }[],
  unitPlaces: UnitPlaces,
): { lat: number; lng: number } | null {
  for (const { unitId } of units) if (Object.hasOwn(unitPlaces, unitId)) return unitPlaces[unitId]!;
  return null;
}

/**
 * The changes that give blocks of a territory to others: their units' claims, and the claims of accounts that
 * have one of their own.
 * @param receiverOf index and id of the new territory of a block; null = it stays
 */
export function moveBlocks(
  scenario: Scenario,
  alignment: Alignment,
  territoryId: string,
  blocks: readonly TerritoryBlock[],
  receiverOf: (block: number) => { readonly index: number; readonly id: string } | null,
  cause: number,
): PlanChange[] {
  const codeOfRow = new Map<number, number>();
  const idOfUnit = new Map<string, string>();
  blocks.forEach((block, at) => {
    const receiver = receiverOf(at);
    if (!receiver) return;
    for (const { level, unitId } of block.units) idOfUnit.set(`${level} ${unitId}`, receiver.id);
    for (const row of block.rows) {
      if (alignment.claims[row] !== FOLLOW) codeOfRow.set(row, receiver.index);
    }
  });
  const rows = Int32Array.from(codeOfRow.keys()).sort();
  const changes: PlanChange[] = moveUnitClaims(
    scenario,
    alignment,
    territoryId,
    (level, unitId) => idOfUnit.get(`${level} ${unitId}`) ?? territoryId,
  );
  if (rows.length > 0) {
    changes.push(assignmentChange(scenario, alignment, rows, (row) => codeOfRow.get(row)!, cause));
  }
  return changes;
}

/** Keys that belong together, by union and find. */
class JoinedKeys {
  private readonly parentOf = new Map<string, string>();

  find(key: string): string {
    const parent = this.parentOf.get(key);
    if (parent === undefined || parent === key) return key;
    const root = this.find(parent);
    this.parentOf.set(key, root);
    return root;
  }

  join(key: string, other: string | null): void {
    if (other !== null) this.parentOf.set(this.find(other), this.find(key));
  }
}
