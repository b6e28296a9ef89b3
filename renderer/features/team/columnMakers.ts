import type { Rep } from '../../../shared/model/rep';
import type { PlanFormat } from '../../ui/planFormat';
import type { RepColumn, RepRow } from './repColumns';

/** "$1,250.50" and "100k" as cents; null where it is no amount. */
export function parseMoney(typed: string): number | null {
  const bare = typed.replace(/[^\d.kKmM−-]/g, '').replace('−', '-');
  const match = /^(-?(?:\d+\.?\d*|\.\d+))([kKmM])?$/.exec(bare);
  if (!match) return null;
  const multiple = { k: 1e3, m: 1e6 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  return Math.round(Number(match[1]) * multiple * 100);
}

const NO_AMOUNT = 'Type an amount, for example 100,000 or 100k.';

/** Cents without their sign, whose place is in the column's title. */
export function moneyText(cents: number | null | undefined, format: PlanFormat): string {
  return cents === null || cents === undefined ? 'none' : format.number(cents / 100);
}

interface AmountColumn {
  readonly id: string;
  readonly title: string;
  readonly widthPx?: number;
  /** Cents; null = none. */
  readonly value: (row: RepRow) => number | null;
  /** @param cents null where the cell was emptied, and only where it may be */
  readonly set: (rep: Rep, cents: number | null) => Rep;
  readonly canBeEmpty: boolean;
}

/** A column of money that can be typed. */
export function amountColumn(column: AmountColumn, format: PlanFormat): RepColumn {
  const { id, title, value, set, canBeEmpty } = column;
  return {
    id,
    title: `${title}${format.measureUnitSuffix('money')}`,
    widthPx: column.widthPx ?? 80,
    isFigure: true,
    text: (row) => moneyText(value(row), format),
    key: (row) => value(row) ?? -1,
    edit: {
      kind: 'text',
      value: (row) => (value(row) === null ? '' : String(value(row)! / 100)),
      set: (rep, typed) => {
        if (canBeEmpty && typed.trim() === '') return set(rep, null);
        const cents = parseMoney(typed);
        return cents === null || cents < 0 ? NO_AMOUNT : set(rep, cents);
      },
    },
  };
}

/** A column of figures that are worked out. */
export function derivedColumn(
  column: Pick<RepColumn, 'id' | 'title' | 'widthPx'>,
  value: (row: RepRow) => number | null,
  text: (value: number) => string,
): RepColumn {
  return {
    ...column,
    isFigure: true,
    text: (row) => (value(row) === null ? 'none' : text(value(row)!)),
    key: (row) => value(row) ?? -1,
    edit: null,
  };
}
