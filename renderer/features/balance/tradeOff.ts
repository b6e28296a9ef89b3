import type { PickPoint } from '../../charts/PickPoints';
import type { ChartTable } from '../../charts/chartTable';
import type { ParetoPoint } from '../../../shared/balance/paretoCurve';
import type { PlanFormat } from '../../ui/planFormat';
import type { CurveKind } from '../../workers/balanceCurveContract';

/** A curve as it is drawn: shares of travel above a least one. */
export interface TradeOff {
  readonly points: readonly PickPoint[];
  /** What no plan can go below, by point; null where it is not proven for all. */
  readonly bound: readonly { readonly x: number; readonly y: number }[] | null;
  /** What travel is counted above, activity-km. */
  readonly leastKm: number;
  readonly isProvenLeast: boolean;
  readonly table: ChartTable;
}

/**
 * @param boundKm proven least travel at the run's own tolerance; null = none
 * @param picked the plan on screen, to be marked
 * @param unit of travel, and how much of it a km is
 */
export function tradeOffOf(
  kind: CurveKind,
  curve: readonly ParetoPoint[],
  boundKm: number | null,
  picked: ParetoPoint | null,
  unit: { readonly name: string; readonly perKm: number },
  format: PlanFormat,
): TradeOff {
  const bounds = curve.flatMap(({ lowerBoundKm }) => (lowerBoundKm === null ? [] : [lowerBoundKm]));
  const isProvenLeast = kind === 'moves' ? boundKm !== null && boundKm > 0 : bounds.length === curve.length;
  const found = Math.min(...curve.map((point) => point.travelKm));
  const leastKm = !isProvenLeast ? found : kind === 'moves' ? boundKm! : Math.min(...bounds);
  const above = (km: number) => (leastKm > 0 ? Math.max(0, km / leastKm - 1) : 0);
  const xOf = (point: ParetoPoint) => (kind === 'moves' ? point.movedCount : point.toleranceRatio);
  const wordsOf = (point: ParetoPoint) =>
    kind === 'moves'
      ? `${format.number(point.movedCount)} accounts move`
      : `Within ±${format.percent(point.toleranceRatio, 1)}`;
  return {
    points: curve.map((point) => ({
      x: xOf(point),
      y: above(point.travelKm),
      text: `${wordsOf(point)}: travel ${format.compact(point.travelKm * unit.perKm).text} ${unit.name}, ${format.percent(above(point.travelKm), 1)} above the least`,
      isCurrent: picked === point,
    })),
    bound:
      kind === 'tolerance' && isProvenLeast
        ? curve.map((point) => ({ x: xOf(point), y: above(point.lowerBoundKm!) }))
        : null,
    leastKm,
    isProvenLeast,
    table: {
      columns: [
        'Tolerance',
        'Accounts moved',
        `Travel, ${unit.name}`,
        'Above the least',
        'Furthest off target',
      ],
      rows: curve.map((point) => [
        `±${format.percent(point.toleranceRatio, 1)}`,
        format.number(point.movedCount),
        format.number(point.travelKm * unit.perKm),
        format.percent(above(point.travelKm), 2),
        format.percent(point.maxDeviationRatio, 1),
      ]),
    },
  };
}
