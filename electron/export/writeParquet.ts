import type { BasicType, ColumnSource } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { PlanTable, TableColumn } from '../../shared/io/export/files/planTables';

/** Rows of a group: a reader of one column of a large table skips what it does not need. */
const ROWS_A_GROUP = 100_000;

/** A table as a Parquet file: texts as strings, numbers as doubles, none as null; compressed with Snappy. */
export function parquetBytes({ columns }: PlanTable): Uint8Array {
  const columnData = columns.map(columnSource);
  return new Uint8Array(
    parquetWriteBuffer({ columnData, rowGroupSize: ROWS_A_GROUP, createdBy: 'Evenland' }),
  );
}

function columnSource({ name, kind, cells }: TableColumn): ColumnSource {
  const type: BasicType = kind === 'number' ? 'DOUBLE' : 'STRING';
  return { name, data: [...cells], type, nullable: true };
}
