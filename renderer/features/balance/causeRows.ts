import type { BalanceReason } from '../../../shared/balance/problem';
import type { BalanceTask } from './balanceTask';

/** Account rows that a reason speaks of: of areas, all of their accounts. */
export function causeRows(
  { made, units }: Pick<BalanceTask, 'made' | 'units'>,
  { unitIndices }: Pick<BalanceReason, 'unitIndices'>,
): number[] {
  if (!units) return unitIndices.map((unit) => made.rowOfUnit[unit]!);
  const areas = new Set(unitIndices);
  return Array.from(made.rowOfUnit).filter((_, account) => areas.has(units.unitOfAccount[account]!));
}
