import { money, ratio } from '../phrase';
import { RATIO_NOISE, type ComponentKind } from './componentKind';
import { targetWords } from './sentenceParts';

/** Last edge that a value has reached: at or below it, or with ties to the lower side below it; −1 = below the first. */
function stepOf(edges: readonly number[], value: number, tie: 'upper' | 'lower'): number {
  const noise = tie === 'upper' ? -RATIO_NOISE : RATIO_NOISE;
  let index = -1;
  for (let i = 0; i < edges.length; i++) if (value >= edges[i]! + noise) index = i;
  return index;
}

/** Share of the way from edge i to the next, clamped to the table. */
function fraction(edges: readonly number[], i: number, value: number): number {
  const next = edges[i + 1];
  if (next === undefined) return 0;
  return Math.min(1, Math.max(0, (value - edges[i]!) / (next - edges[i]!)));
}

/** Target × the cell that two attainments point at; by steps, or between corners (bilinear). */
export const matrixKind: ComponentKind<'matrix'> = {
  kind: 'matrix',
  label: 'Matrix of two measures',
  prepare(component) {
    const { rows, columns, cells, tie } = component;
    const cell = (r: number, c: number) => cells[r]?.[c] ?? 0;
    return (inputs, trace) => {
      const r = stepOf(rows, inputs.attainment, tie);
      const c = stepOf(columns, inputs.columnValue, tie);
      let pays = component.belowRatio;
      if (r >= 0 && c >= 0) {
        pays = cell(r, c);
        if (component.shape === 'linear') {
          const u = fraction(rows, r, inputs.attainment);
          const v = fraction(columns, c, inputs.columnValue);
          const down = Math.min(r + 1, rows.length - 1);
          const right = Math.min(c + 1, columns.length - 1);
          pays =
            (1 - u) * ((1 - v) * cell(r, c) + v * cell(r, right)) +
            u * ((1 - v) * cell(down, c) + v * cell(down, right));
        }
      }
      trace?.rate([
        ratio(inputs.attainment),
        ' and ',
        ratio(inputs.columnValue),
        ' meet at ',
        ratio(pays),
        ' of ',
        money(inputs.targetCents),
      ]);
      return pays * inputs.targetCents;
    };
  },
  sentence(component) {
    const { column } = component;
    return [
      ...targetWords(component),
      { text: 'The cell is found by its attainment and by ' },
      column.kind === 'measure'
        ? { path: ['column', 'measure'], value: column.measure, unit: 'choice' }
        : { text: column.kind === 'weightedAttainment' ? 'weighted attainment' : 'a second attainment' },
      { text: '; below the table pay ' },
      { path: ['belowRatio'], value: component.belowRatio, unit: 'ratio' },
      { text: '.' },
    ];
  },
  bends: (component) => component.rows,
};
