import type { CompComponentOf } from '../../../shared/model/compComponent';

type Matrix = CompComponentOf<'matrix'>;
export type MatrixSide = 'rows' | 'columns';

/** A matrix with one more row below or column at its right, paying what its neighbour pays. */
export function withMatrixLine(matrix: Matrix, side: MatrixSide): Matrix {
  const edges = matrix[side];
  const last = edges.at(-1)!;
  const step = edges.length > 1 ? last - edges.at(-2)! : 0.1;
  const longer = [...edges, Number((last + step).toFixed(4))];
  return side === 'rows'
    ? { ...matrix, rows: longer, cells: [...matrix.cells, [...matrix.cells.at(-1)!]] }
    : { ...matrix, columns: longer, cells: matrix.cells.map((row) => [...row, row.at(-1)!]) };
}

/** A matrix without a row or column; null where it is the only one. */
export function withoutMatrixLine(matrix: Matrix, side: MatrixSide, at: number): Matrix | null {
  if (matrix[side].length < 2) return null;
  return side === 'rows'
    ? { ...matrix, rows: matrix.rows.toSpliced(at, 1), cells: matrix.cells.toSpliced(at, 1) }
    : {
        ...matrix,
        columns: matrix.columns.toSpliced(at, 1),
        cells: matrix.cells.map((row) => row.toSpliced(at, 1)),
      };
}
