import type { BalanceMeasure, BalanceProblem, DisruptionCaps } from '../balance/problem';
import { findMeasure } from '../model/accountTable';
import { causeCode, HOLDOUT, HOUSE, UNASSIGNED } from '../model/alignment';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import { countedColumn, presenceColumn } from './accountColumns';
import { byUnit } from './byUnit';
import { CommandError } from './commandError';
import { eligibilityOf, type EligibilityRequest } from './eligibility';
import { ACCOUNTS_MEASURE, evaluateTerritories, travelActivity } from './evaluateTerritories';
import type { TerritoryFigures } from './evaluateTerritories';
import { effectiveLocks, heldTogether } from './heldTogether';
import { assignableTerritories, primaryAlignment, requireTerritoryIndex } from './lookup';
import { scenarioOfRole } from './overlay';
import { runToEnd } from './runToEnd';

/** What a planner asks the solver for. */
export interface BalanceRequest {
  /** Measures that must come out even; `accounts` is the number of accounts. */
  readonly measures: readonly { readonly measureId: string; readonly toleranceShare: number }[];
  /** Tolerance of the scenario's combined index, as a share; null = not asked for. */
  readonly indexToleranceShare: number | null;
  /** fixed: at the territories' bases, where they have one; free: centres move to their accounts. */
  readonly bases: 'fixed' | 'free';
  /** Territories whose centre is free although bases are fixed; left out = none. */
  readonly freeTerritoryIds?: readonly string[];
  /** Who may serve which accounts; left out = everybody all. */
  readonly eligibility?: EligibilityRequest | null;
  /** An account changes hands only where it saves more than this, or the tolerance needs it. */
  readonly keepKm: number;
  /** Ids of the territories that may give and take; null = all. */
  readonly onlyTerritoryIds: readonly string[] | null;
  /** Limits on changes of hands; left out = none. */
  readonly caps?: HandoverCaps;
  readonly seed: number;
}

/** Limits on changes of hands among accounts that have an owner; null = no limit. */
export interface HandoverCaps {
  /** Accounts that any one territory may hand off, and take over. */
  readonly handedOff: number | null;
  readonly takenOver: number | null;
  /** Share of all accounts that may change hands. */
  readonly movedShare: number | null;
}

/** A balancing problem with what leads its answer back to the plan. */
export interface PlanBalanceProblem {
  readonly problem: BalanceProblem;
  /** Account row of each unit. */
  readonly rowOfUnit: Int32Array;
  /** Scenario territory index of each of the problem's territories. */
  readonly territoryIndices: readonly number[];
  /** Accounts left out: without a place and without a territory. */
  readonly unplacedCount: number;
}

/**
 * The balancing problem of a scenario's primary alignment. House accounts and holdouts stay out. An account without a place stays
 * in its territory, where it counts towards the load and travels nowhere.
 * @throws CommandError when there is nothing to balance, naming what is missing
 */
export function balanceProblemOf(
  document: PlanDocument,
  whole: Scenario,
  request: BalanceRequest,
): PlanBalanceProblem {
  return runToEnd(balanceProblemSteps(document, whole, request, null));
}

/**
 * The same with pauses on the way.
 * @param known figures of the scenario, or of how it was before an edit; what still holds of them is not worked out again
 */
export function* balanceProblemSteps(
  document: PlanDocument,
  whole: Scenario,
  request: BalanceRequest,
  known: TerritoryFigures | null,
): Generator<void, PlanBalanceProblem> {
  const scenario = scenarioOfRole(whole);
  const territoryIndices = assignableTerritories(scenario);
  if (territoryIndices.length === 0) {
    throw new CommandError('There are no territories to balance. Add territories first, or say how many.');
  }
  const figures = evaluateTerritories(document, scenario, known);
  yield;
  const { rows, unplacedCount } = unitsOf(document, figures);
  if (rows.length === 0) {
    throw new CommandError(
      'There are no accounts to balance. Import a list, or place accounts on the map first.',
    );
  }
  yield;
  const columnOf = new Int32Array(scenario.territories.length).fill(-1);
  territoryIndices.forEach((index, column) => (columnOf[index] = column));
  const current = rows.map((row) => columnOf[figures.assignment[row]!] ?? -1);
  const activity = travelActivity(document, scenario);
  const { lat, lng } = document.accounts;
  const hub = (values: Float64Array, unit: number) => values[territoryIndices[current[unit]!]!] ?? 0;
  const unitLat = byUnit(rows, (row, unit) =>
    Number.isNaN(lat[row]!) ? hub(figures.travel.hubLat, unit) || 0 : lat[row]!,
  );
  yield;
  const unitLng = byUnit(rows, (row, unit) =>
    Number.isNaN(lat[row]!) ? hub(figures.travel.hubLng, unit) || 0 : lng[row]!,
  );
  yield;
  const measures = yield* measuresOf(document, scenario, request, figures, rows);
  yield;
  const locks = locksOf(document, scenario, rows, current);
  yield;
  const families = familiesOf(document, scenario, rows);
  yield;
  const problem: BalanceProblem = {
    unitLat,
    unitLng,
    measures,
    travelActivity: byUnit(rows, (row) => (Number.isNaN(lat[row]!) ? 0 : activity[row]!)),
    territories: {
      lat: basesOf(scenario, request, territoryIndices, 'lat'),
      lng: basesOf(scenario, request, territoryIndices, 'lng'),
      capacity: Float64Array.from(territoryIndices, (index) => scenario.territories[index]!.capacity),
    },
    current,
    locks,
    families,
    eligibility: request.eligibility
      ? eligibilityOf(
          document.accounts,
          request.eligibility,
          rows,
          territoryIndices.map((index) => scenario.territories[index]!.id),
        )
      : null,
    keepKm: request.keepKm,
    caps: capsOf(request.caps, territoryIndices.length),
    movableTerritories: movableOf(scenario, request, territoryIndices),
    adjacency: null,
    seed: request.seed,
  };
  return { problem, rowOfUnit: rows, territoryIndices, unplacedCount };
}

/**
 * The solver's plan as claims, one a row, for the command `applyAssignment`; rows outside the problem keep theirs.
 * @param assignment territory of each unit, as the solver gives it
 */
export function claimsOfSolution(
  scenario: Scenario,
  { problem, rowOfUnit, territoryIndices }: PlanBalanceProblem,
  assignment: Int32Array,
): Int32Array {
  const claims = primaryAlignment(scenario).claims.slice();
  for (let unit = 0; unit < rowOfUnit.length; unit++) {
    // An account that stays goes on following its unit.
    if (assignment[unit] === problem.current?.[unit]) continue;
    claims[rowOfUnit[unit]!] = territoryIndices[assignment[unit]!] ?? UNASSIGNED;
  }
  return claims;
}

function unitsOf(
  document: PlanDocument,
  figures: TerritoryFigures,
): { rows: Int32Array; unplacedCount: number } {
  const { accounts } = document;
  const rows = new Int32Array(accounts.rowCount);
  let count = 0;
  let unplacedCount = 0;
  for (let row = 0; row < accounts.rowCount; row++) {
    const code = figures.assignment[row]!;
    if (accounts.removed[row] || code === HOUSE || code === HOLDOUT) continue;
    if (Number.isNaN(accounts.lat[row]!) && code < 0) unplacedCount++;
    else rows[count++] = row;
  }
  return { rows: rows.slice(0, count), unplacedCount };
}

function* measuresOf(
  document: PlanDocument,
  scenario: Scenario,
  request: BalanceRequest,
  figures: TerritoryFigures,
  rows: Int32Array,
): Generator<void, BalanceMeasure[]> {
  const measures: BalanceMeasure[] = [];
  for (const { measureId, toleranceShare } of request.measures) {
    const measure = findMeasure(document.accounts, measureId);
    if (!measure && measureId !== ACCOUNTS_MEASURE) {
      throw new CommandError(`The account list has no measure ${measureId}.`);
    }
    const column = measure ? countedColumn(document.accounts, measure) : presenceColumn(document.accounts);
    const values = byUnit(rows, (row) => column[row]!);
    measures.push({
      id: measureId,
      name: measure?.name ?? 'accounts',
      values,
      toleranceRatio: toleranceShare,
    });
    yield;
  }
  if (request.indexToleranceShare !== null) {
    measures.push({
      id: 'index',
      name: 'the index',
      values: indexValues(document, scenario, figures, rows),
      toleranceRatio: request.indexToleranceShare,
    });
  }
  return measures;
}

/**
 * The combined index as one measure: Σ λ_a · w_i^a / W^a. All measures share the same targets c_k / Σc, so a
 * territory's index is 100 · Σ of this over its accounts / (c_k / Σc).
 */
function indexValues(
  document: PlanDocument,
  scenario: Scenario,
  figures: TerritoryFigures,
  rows: Int32Array,
): Float64Array {
  const values = new Float64Array(rows.length);
  for (const { measureId, weight } of scenario.measures) {
    const measure = findMeasure(document.accounts, measureId);
    const whole = figures.measures.find((candidate) => candidate.measureId === measureId)?.whole ?? 0;
    if (!measure || whole <= 0) continue;
    const column = countedColumn(document.accounts, measure);
    for (let unit = 0; unit < rows.length; unit++) values[unit]! += (weight * column[rows[unit]!]!) / whole;
  }
  return values;
}

function basesOf(
  scenario: Scenario,
  request: BalanceRequest,
  territoryIndices: readonly number[],
  coordinate: 'lat' | 'lng',
): Float64Array {
  const free = new Set(request.freeTerritoryIds);
  return Float64Array.from(territoryIndices, (index) => {
    const { id, base } = scenario.territories[index]!;
    return request.bases === 'fixed' && !free.has(id) ? (base?.[coordinate] ?? Number.NaN) : Number.NaN;
  });
}

function locksOf(
  document: PlanDocument,
  scenario: Scenario,
  rows: Int32Array,
  current: Int32Array,
): Int32Array | null {
  const { claims, causes } = primaryAlignment(scenario);
  const locks = effectiveLocks(document.accounts, scenario, primaryAlignment(scenario));
  const named = causeCode('named');
  let isAnyLocked = false;
  const locked = rows.map((row, unit) => {
    // Named accounts stay with whom they name, whatever the geography.
    const isNamed = causes[row] === named && claims[row]! >= 0;
    const isLocked = locks[row] === 1 || isNamed || Number.isNaN(document.accounts.lat[row]!);
    if (!isLocked) return -1;
    isAnyLocked = true;
    return current[unit]!;
  });
  return isAnyLocked ? locked : null;
}

function capsOf(caps: HandoverCaps | undefined, territoryCount: number): DisruptionCaps | null {
  if (!caps || (caps.handedOff === null && caps.takenOver === null && caps.movedShare === null)) return null;
  const each = (limit: number | null) =>
    limit === null ? null : new Int32Array(territoryCount).fill(Math.max(0, Math.floor(limit)));
  return {
    maxHandedOff: each(caps.handedOff),
    maxTakenOver: each(caps.takenOver),
    maxMovedShare: caps.movedShare,
  };
}

/** Families that are kept together, one number a unit. */
function familiesOf(document: PlanDocument, scenario: Scenario, rows: Int32Array): Int32Array | null {
  const groups = heldTogether(document.accounts, scenario);
  return groups && rows.map((row) => groups[row]!);
}

function movableOf(
  scenario: Scenario,
  request: BalanceRequest,
  territoryIndices: readonly number[],
): Uint8Array | null {
  if (!request.onlyTerritoryIds) return null;
  const movable = new Uint8Array(territoryIndices.length);
  for (const id of request.onlyTerritoryIds) {
    const column = territoryIndices.indexOf(requireTerritoryIndex(scenario, id));
    if (column >= 0) movable[column] = 1;
  }
  return movable;
}
