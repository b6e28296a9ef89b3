import type { IndexSpread } from '../measures/territoryIndex';
import { indexOfTerritories, spreadOfIndex, targetsByCapacity } from '../measures/territoryIndex';
import type { MeasureTotals } from '../measures/totals';
import { regroupRows, rowsByTerritory, slotOf, type TerritoryRows } from '../measures/territoryRows';
import { sumByTerritory, totalsOfSums } from '../measures/totals';
import type { TerritoryTravel } from '../measures/travel';
import { travelByTerritory } from '../measures/travel';
import { findMeasure } from '../model/accountTable';
import type { PlanDocument } from '../model/planDocument';
import { isOverlay } from '../model/alignment';
import type { Scenario } from '../model/scenario';
import { countedColumn, placeVectors, presenceColumn } from './accountColumns';
import { effectiveAssignment } from './effectiveAssignment';
import { isAssignable, primaryAlignment } from './lookup';
import { unitSums } from './unitMeasureTotals';

/** The measure that every plan has: one for each account. */
export const ACCOUNTS_MEASURE = 'accounts';

export interface MeasureFigures extends MeasureTotals {
  readonly name: string;
  /** Target by territory index; a node above the lowest level holds the sum of its children's. */
  readonly targets: Float64Array;
  /** 100 · total / target of this measure alone; NaN without a target. */
  readonly index: Float64Array;
  /** What is shared out: all but house and holdouts; in an overlay all that is assigned. */
  readonly whole: number;
}

/** The figures of a scenario's territories, all by territory index. */
export interface TerritoryFigures {
  readonly scenarioId: string;
  /** Effective assignment, one a row: territory index, UNASSIGNED, HOUSE or HOLDOUT. */
  readonly assignment: Int32Array;
  /** The rows of each territory, ascending, and behind them those of the unassigned, house and holdouts. */
  readonly rows: TerritoryRows;
  /** Number of accounts; `accounts.totals` is Σ over children above the lowest level, as in every measure. */
  readonly accounts: MeasureFigures;
  /** Every measure of the account table, in its order, and behind them those that only units have. */
  readonly measures: readonly MeasureFigures[];
  /** Combined index of the scenario's weighted measures; NaN without a target. */
  readonly index: Float64Array;
  readonly spread: IndexSpread;
  readonly travel: TerritoryTravel;
  /** Territory indices that accounts can be assigned to. */
  readonly assignable: readonly number[];
  /** What the next evaluation compares its own with: it sums anew only where rows or values have changed. */
  readonly inputs: EvaluationInputs;
}

interface EvaluationInputs {
  readonly territories: Scenario['territories'];
  readonly levels: Scenario['levels'];
  readonly columns: readonly SummedColumn[];
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  /** What the travel was weighted by, one a row. */
  readonly activity: Float64Array;
}

/** A column that is summed by territory. */
interface MeasureInput {
  readonly id: string;
  readonly name: string;
  /** Counted values, one a row. */
  readonly values: Float64Array;
}

interface SummedColumn extends MeasureInput {
  /** By slot (measures/territoryRows). */
  readonly sums: Float64Array;
}

/** Works out the figures of a scenario; reuses `previous` for the territories that an edit did not touch. */
export function evaluateTerritories(
  document: PlanDocument,
  scenario: Scenario,
  previous: TerritoryFigures | null,
): TerritoryFigures {
  const { accounts } = document;
  const assignment = effectiveAssignment(accounts, scenario, primaryAlignment(scenario));
  const territoryCount = scenario.territories.length;
  const reusable = previous && isReusable(previous, assignment, scenario) ? previous : null;
  const { rows, touched } = reusable
    ? regroupRows(reusable.rows, reusable.assignment, assignment, territoryCount)
    : { rows: rowsByTerritory(assignment, territoryCount), touched: null };
  const assignable = scenario.territories.flatMap((territory, index) =>
    isAssignable(scenario, territory) ? [index] : [],
  );
  const capacities = new Float64Array(territoryCount);
  for (const index of assignable) capacities[index] = scenario.territories[index]!.capacity;

  const touchedBy = (...changed: readonly ValuesChange[]): Uint8Array | null =>
    touched && withChangedRows(touched, changed, assignment, territoryCount);
  const columns = measureInputs(document).map((column, position): SummedColumn => {
    const before = reusable?.inputs.columns[position];
    const slots = before?.id === column.id ? touchedBy([before.values, column.values]) : null;
    return {
      ...column,
      sums: sumByTerritory(rows, column.values, slots && { sums: before!.sums, touched: slots }),
    };
  });
  const rollUp = createRollUp(scenario);
  const land = unitSums(document, scenario, primaryAlignment(scenario));
  const isOfOverlay = isOverlay(primaryAlignment(scenario));
  const figures = columns.map((column) =>
    figuresOfMeasure(
      rollUp,
      column.id,
      column.name,
      withLand(column.sums, land?.get(column.id)),
      capacities,
      isOfOverlay,
    ),
  );
  const index = combinedIndex(scenario, figures);
  const { lat, lng } = accounts;
  const activity = travelActivity(document, scenario);
  const known = reusable?.inputs;
  const travelTouched = known && touchedBy([known.lat, lat], [known.lng, lng], [known.activity, activity]);
  return {
    scenarioId: scenario.id,
    assignment,
    rows,
    accounts: figures[0]!,
    measures: figures.slice(1),
    index,
    spread: spreadOfIndex(
      assignable.map((territory) => index[territory]!),
      scenario.corridorShare,
    ),
    travel: travelByTerritory(
      {
        rows,
        lat,
        lng,
        vectors: placeVectors(accounts),
        activity,
        baseLat: Float64Array.from(scenario.territories, (territory) => territory.base?.lat ?? Number.NaN),
        baseLng: Float64Array.from(scenario.territories, (territory) => territory.base?.lng ?? Number.NaN),
      },
      travelTouched ? { travel: reusable.travel, touched: travelTouched } : null,
    ),
    assignable,
    inputs: { territories: scenario.territories, levels: scenario.levels, columns, lat, lng, activity },
  };
}

/** What is summed by territory: accounts, their measures, and those that only units have. */
function measureInputs(document: PlanDocument): MeasureInput[] {
  const { accounts } = document;
  return [
    { id: ACCOUNTS_MEASURE, name: 'Accounts', values: presenceColumn(accounts) },
    ...accounts.measures.map((measure) => ({
      id: measure.id,
      name: measure.name,
      values: countedColumn(accounts, measure),
    })),
    ...landMeasures(document),
  ];
}

/** A column before an edit and after it, one value a row. */
type ValuesChange = readonly [before: Float64Array, after: Float64Array];

/** The slots of the mask, and those whose rows have another value. @returns the mask itself where none has */
function withChangedRows(
  touched: Uint8Array,
  changes: readonly ValuesChange[],
  assignment: Int32Array,
  territoryCount: number,
): Uint8Array {
  let mask = touched;
  for (const [before, after] of changes) {
    if (before === after) continue;
    if (mask === touched) mask = touched.slice();
    for (let row = 0; row < after.length; row++) {
      // Equal where neither is a number: an account without a place moved nowhere.
      const isSame = before[row] === after[row] || (before[row] !== before[row] && after[row] !== after[row]);
      if (!isSame) mask[slotOf(assignment[row]!, territoryCount)] = 1;
    }
  }
  return mask;
}

/** Measures that only geographic units have: accounts count nothing in them. */
function landMeasures({ accounts, unitMeasures = [] }: PlanDocument): MeasureInput[] {
  const known = new Set([ACCOUNTS_MEASURE, ...accounts.measures.map((measure) => measure.id)]);
  return unitMeasures.flatMap(({ measureId, name, counts }) => {
    if (counts === 'never' || known.has(measureId)) return [];
    known.add(measureId);
    return [{ id: measureId, name, values: new Float64Array(accounts.rowCount) }];
  });
}

function withLand(sums: Float64Array, land: Float64Array | undefined): Float64Array {
  return land ? sums.map((sum, slot) => sum + land[slot]!) : sums;
}

/** What the travel is weighted by: the scenario's first measure, else every account alike. */
export function travelActivity(document: PlanDocument, scenario: Scenario): Float64Array {
  const first = scenario.measures[0];
  const measure = first ? findMeasure(document.accounts, first.measureId) : null;
  return measure ? countedColumn(document.accounts, measure) : presenceColumn(document.accounts);
}

function isReusable(previous: TerritoryFigures, assignment: Int32Array, scenario: Scenario): boolean {
  return (
    previous.scenarioId === scenario.id &&
    previous.assignment.length === assignment.length &&
    previous.inputs.territories === scenario.territories &&
    previous.inputs.levels === scenario.levels
  );
}

function figuresOfMeasure(
  rollUp: RollUp,
  measureId: string,
  name: string,
  sums: Float64Array,
  capacities: Float64Array,
  isOfOverlay: boolean,
): MeasureFigures {
  const leaves = totalsOfSums(measureId, sums);
  let whole = isOfOverlay ? 0 : leaves.unassigned;
  for (const total of leaves.totals) whole += total;
  const totals = rollUp(leaves.totals);
  const targets = rollUp(targetsByCapacity(withoutNoise(whole), capacities));
  const index = totals.map((total, k) => (targets[k]! > 0 ? (100 * total) / targets[k]! : Number.NaN));
  return { ...leaves, name, totals, targets, index, whole };
}

/**
 * A sum without its last binary digits, which follow the order of adding: a move within the plan leaves the whole
 * as it is, and with it the targets and indices of all whom it does not touch, to the bit.
 */
function withoutNoise(sum: number): number {
  return Number(sum.toPrecision(13));
}

type RollUp = (values: Float64Array) => Float64Array;

/** Adds children into their parents, deepest level first, in index order. */
function createRollUp(scenario: Scenario): RollUp {
  const indexOfId = new Map(scenario.territories.map((territory, index) => [territory.id, index]));
  const steps: { readonly child: number; readonly parent: number }[] = [];
  for (let level = scenario.levels.length - 1; level > 0; level--) {
    scenario.territories.forEach((territory, child) => {
      if (territory.level !== level || territory.isRemoved || territory.parentId === null) return;
      const parent = indexOfId.get(territory.parentId);
      if (parent !== undefined) steps.push({ child, parent });
    });
  }
  return (values) => {
    const rolled = values.slice();
    for (const { child, parent } of steps) rolled[parent]! += rolled[child]!;
    return rolled;
  };
}

function combinedIndex(scenario: Scenario, figures: readonly MeasureFigures[]): Float64Array {
  const weighted = scenario.measures.flatMap(({ measureId, weight }) => {
    const measure = figures.find((candidate) => candidate.measureId === measureId);
    return measure && weight > 0 ? [{ weight, totals: measure.totals, targets: measure.targets }] : [];
  });
  const counted = { weight: 1, totals: figures[0]!.totals, targets: figures[0]!.targets };
  return indexOfTerritories(weighted.length > 0 ? weighted : [counted], scenario.territories.length);
}
