import type { PlanFormat } from '../../ui/planFormat';

/** How the value of a field in a sentence is written and typed. */
export type FieldUnit = 'ratio' | 'money' | 'number' | 'factor' | 'choice' | 'text';

/** A field's value as the sentence shows it: 0.5 → "50%", 2500000 cents → "$25,000", 3 → "3×". */
export function fieldText(value: string | number | null, unit: FieldUnit, format: PlanFormat): string {
  if (value === null) return 'none';
  if (typeof value === 'string') return value;
  switch (unit) {
    case 'ratio':
      return format.percent(value, 2);
    case 'money':
      return value % 100 === 0 ? format.cents(value) : format.centsExact(value);
    case 'factor':
      return `${format.number(value, 3)}×`;
    case 'number':
    case 'choice':
    case 'text':
      return format.number(value, 4);
  }
}

/** How a unit is typed: 0.5 is typed as 50, 2500000 cents as 25000. */
const TYPED_UNITS: Readonly<
  Record<FieldUnit, { readonly perUnit: number; readonly step: number; readonly suffix: string }>
> = {
  ratio: { perUnit: 100, step: 1, suffix: '%' },
  money: { perUnit: 0.01, step: 100, suffix: '' },
  factor: { perUnit: 1, step: 0.1, suffix: '×' },
  number: { perUnit: 1, step: 1, suffix: '' },
  choice: { perUnit: 1, step: 1, suffix: '' },
  text: { perUnit: 1, step: 1, suffix: '' },
};

/** What the editor of a figure shows for a value, and how it steps. */
export function typedFigure(value: number, unit: FieldUnit): { value: number; step: number; suffix: string } {
  const { perUnit, step, suffix } = TYPED_UNITS[unit];
  return { value: clean(value * perUnit), step, suffix };
}

/** The field's value for what was typed: 50 → 0.5, 25000 → 2500000 cents. */
export function valueOfTyped(typed: number, unit: FieldUnit): number {
  const value = typed / TYPED_UNITS[unit].perUnit;
  return unit === 'money' ? Math.round(value) : clean(value);
}

/** Binary noise off: 0.07 × 100 is 7.000000000000001. */
function clean(value: number): number {
  return Number(value.toFixed(10));
}
