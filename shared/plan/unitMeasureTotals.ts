import { slotCount, slotOf } from '../measures/territoryRows';
import type { AccountTable } from '../model/accountTable';
import { findMeasure } from '../model/accountTable';
import type { Alignment } from '../model/alignment';
import { UNASSIGNED, UNIT_NOBODY } from '../model/alignment';
import type { UnitLevel } from '../model/exception';
import { UNIT_LEVELS } from '../model/exception';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import type { UnitMeasure } from '../model/unitMeasure';
import { isUnitWithin, unitColumn } from './unitKeys';

/**
 * Who has a unit's land: its own claim, else that of a coarser unit that it lies in by its key. Claims on finer units
 * do not count, since a unit's value can't be shared out among them.
 * @returns territory index, UNASSIGNED, HOUSE or HOLDOUT
 */
export function ownerOfUnit(
  scenario: Scenario,
  alignment: Alignment,
  level: UnitLevel,
  unitId: string,
): number {
  for (const coarser of [...UNIT_LEVELS].reverse()) {
    if (UNIT_LEVELS.indexOf(coarser) > UNIT_LEVELS.indexOf(level)) continue;
    const layer = alignment.layers.find((candidate) => candidate.level === coarser);
    if (!layer) continue;
    const key =
      coarser === level
        ? unitId
        : Object.keys(layer.claims).find((outer) => isUnitWithin(level, unitId, coarser, outer));
    if (key === undefined || !Object.hasOwn(layer.claims, key)) continue;
    const word = layer.claims[key]!;
    if (word in UNIT_NOBODY) return UNIT_NOBODY[word]!;
    const index = scenario.territories.findIndex(({ id, isRemoved }) => id === word && !isRemoved);
    return index >= 0 ? index : UNASSIGNED;
  }
  return UNASSIGNED;
}

/** Units of a measure that count, by key; those whose accounts have a value of it already are left out. */
export function countedUnitValues(accounts: AccountTable, measure: UnitMeasure): ReadonlyMap<string, number> {
  if (measure.counts === 'never') return new Map();
  const own = findMeasure(accounts, measure.measureId);
  const units = own && measure.counts === 'emptyUnits' ? unitColumn(accounts, measure.level) : null;
  const covered = new Set<string>();
  if (own && units) {
    for (let row = 0; row < accounts.rowCount; row++) {
      if (!accounts.removed[row] && !Number.isNaN(own.values[row]!)) {
        covered.add(units.dictionary[units.codes[row]!]!);
      }
    }
  }
  const entries = Object.entries(measure.values).filter(([unitId]) => !covered.has(unitId));
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What one unit adds to a measure's total. */
export function unitValue(
  document: PlanDocument,
  measureId: string,
  level: UnitLevel,
  unitId: string,
): number {
  let sum = 0;
  for (const measure of document.unitMeasures ?? []) {
    if (measure.measureId !== measureId || measure.level !== level) continue;
    sum += countedUnitValues(document.accounts, measure).get(unitId) ?? 0;
  }
  return sum;
}

interface CachedSums {
  readonly unitMeasures: PlanDocument['unitMeasures'];
  readonly accounts: AccountTable;
  readonly territories: Scenario['territories'];
  readonly sums: ReadonlyMap<string, Float64Array>;
}
const sumsOf = new WeakMap<Alignment['layers'], CachedSums>();

/**
 * What land adds to the totals of each measure, by slot (measures/territoryRows). Kept until units, accounts or
 * territories change. null where no measure by unit counts.
 */
export function unitSums(
  document: PlanDocument,
  scenario: Scenario,
  alignment: Alignment,
): ReadonlyMap<string, Float64Array> | null {
  const counting = (document.unitMeasures ?? []).filter((measure) => measure.counts !== 'never');
  if (counting.length === 0) return null;
  const known = sumsOf.get(alignment.layers);
  if (
    known?.unitMeasures === document.unitMeasures &&
    known?.accounts === document.accounts &&
    known.territories === scenario.territories
  ) {
    return known.sums;
  }
  const territoryCount = scenario.territories.length;
  const sums = new Map<string, Float64Array>();
  for (const measure of counting) {
    const sum = sums.get(measure.measureId) ?? new Float64Array(slotCount(territoryCount));
    sums.set(measure.measureId, sum);
    for (const [unitId, value] of countedUnitValues(document.accounts, measure)) {
      const owner = ownerOfUnit(scenario, alignment, measure.level, unitId);
      sum[slotOf(owner, territoryCount)]! += value;
    }
  }
  sumsOf.set(alignment.layers, {
    unitMeasures: document.unitMeasures,
    accounts: document.accounts,
    territories: scenario.territories,
    sums,
  });
  return sums;
}
