import type { UnitMeasure } from '../../model/unitMeasure';
import { numberCell, readCsvTable, readNumberCell, writeCsvTable } from './csvTable';
import type { PlanJson } from './planJson';

export const UNIT_MEASURES_FILE = 'unit-measures.csv';

/** Values of the measures by unit: a row a value. */
export function writeUnitMeasures(measures: readonly UnitMeasure[]): string {
  const rows = measures.flatMap((measure) =>
    Object.entries(measure.values)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([unitId, value]) => [measure.id, measure.level, unitId, numberCell(value)]),
  );
  return writeCsvTable(['measureId', 'level', 'unitId', 'value'], rows);
}

/** @throws ProjectFileError naming the row of a value that is no number */
export function readUnitMeasures(
  text: string,
  fields: NonNullable<PlanJson['unitMeasures']>,
): readonly UnitMeasure[] {
  const valuesOf = new Map<string, Record<string, number>>(fields.map(({ id }) => [id, {}]));
  readCsvTable(UNIT_MEASURES_FILE, text).rows.forEach((cells, index) => {
    const values = valuesOf.get(cells[0]!);
    if (values) values[cells[2]!] = readNumberCell(UNIT_MEASURES_FILE, index, cells[3]!);
  });
  return fields.map((measure) => ({ ...measure, values: valuesOf.get(measure.id) ?? {} }));
}
