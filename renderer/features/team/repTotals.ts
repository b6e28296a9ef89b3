import { quotaCarriers } from '../../../shared/plan/evaluatePay';
import type { PlanFormat } from '../../ui/planFormat';
import type { RepRow } from './repColumns';

/** Sums over the team; cents. */
export interface RepTotals {
  readonly count: number;
  readonly baseCents: number;
  readonly targetIncentiveCents: number;
  readonly oteCents: number;
  readonly quotaCents: number;
  readonly historyCents: number;
  readonly withoutTerritory: number;
  readonly withoutPlan: number;
  /** What stands under a column. */
  readonly text: (columnId: string, format: PlanFormat) => string;
}

/** What the rows of the team table add up to. */
export function repTotals(rows: readonly RepRow[]): RepTotals {
  const sum = (amount: (row: RepRow) => number) => rows.reduce((total, row) => total + amount(row), 0);
  const baseCents = sum(({ rep }) => rep.baseSalaryCents);
  const targetIncentiveCents = sum(({ rep }) => rep.targetIncentiveCents);
  const pays = rows.flatMap(({ pay }) => (pay ? [pay] : []));
  const quotaCents = quotaCarriers(pays).reduce((total, pay) => total + pay.quotaCents, 0);
  const historyCents = sum(({ rep }) => rep.historyCents ?? 0);
  const oteCents = baseCents + targetIncentiveCents;
  const money = (cents: number, format: PlanFormat) => format.number(cents / 100);
  const texts: Readonly<Record<string, (format: PlanFormat) => string>> = {
    name: () => (rows.length === 1 ? '1 rep' : `${rows.length} reps`),
    base: (format) => money(baseCents, format),
    ti: (format) => money(targetIncentiveCents, format),
    ote: (format) => money(oteCents, format),
    quota: (format) => money(quotaCents, format),
    history: (format) => money(historyCents, format),
    quotaToOte: (format) => (oteCents > 0 ? format.number(quotaCents / oteCents, 2) : ''),
  };
  return {
    count: rows.length,
    baseCents,
    targetIncentiveCents,
    oteCents,
    quotaCents,
    historyCents,
    withoutTerritory: rows.filter((row) => row.territoryName === null).length,
    withoutPlan: rows.filter((row) => row.rep.compPlanId === null).length,
    text: (columnId, format) => texts[columnId]?.(format) ?? '',
  };
}
