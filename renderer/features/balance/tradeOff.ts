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

/** Whether two points are the same plan; a curve that goes on is sent anew, its points with it. */
export function isSamePlan(a: PlanFigures, b: PlanFigures): boolean {
  return a.movedCount === b.movedCount && a.travelKm === b.travelKm;
}

type PlanFigures = Pick<ParetoPoint, 'movedCount' | 'travelKm'>;

function boundsOf(curve: readonly ParetoPoint[]): number[] {
  return curve.flatMap(({ lowerBoundKm }) => (lowerBoundKm === null ? [] : [lowerBoundKm]));
}

/** Plans along the moves are all of one tolerance: what one of them proves of travel holds for all; null = nothing. */
export function boundOfMoves(curve: readonly ParetoPoint[], boundKm: number | null): number | null {
  const most = Math.max(boundKm ?? 0, ...boundsOf(curve));
  return most > 0 ? most : null;
}

interface Unit {
  readonly name: string;
  /** How much of it a km is. */
  readonly perKm: number;
}

/**
 * @param boundKm proven least travel at the run's own tolerance; null = none
 * @param current the plan on screen, to be marked
 */
export function tradeOffOf(
  kind: CurveKind,
  curve: readonly ParetoPoint[],
  boundKm: number | null,
  current: PlanFigures | null,
  unit: Unit,
  format: PlanFormat,
): TradeOff {
  const bounds = boundsOf(curve);
  const ownBound = boundOfMoves(curve, boundKm) ?? 0;
  const isProvenLeast = kind === 'moves' ? ownBound > 0 : bounds.length === curve.length;
  const found = Math.min(...curve.map((point) => point.travelKm));
  const leastKm = !isProvenLeast ? found : kind === 'moves' ? ownBound : Math.min(...bounds);
  const above = (km: number, least = leastKm) => (least > 0 ? Math.max(0, km / least - 1) : 0);
  const xOf = (point: ParetoPoint) => (kind === 'moves' ? point.movedCount : point.toleranceRatio);
  const boundOf = (point: ParetoPoint) => (kind === 'moves' ? ownBound : (point.lowerBoundKm ?? 0));
  const travelOf = (km: number) => `${format.compact(km * unit.perKm).text} ${unit.name}`;
  const wordsOf = (point: ParetoPoint) => {
    const at = `±${format.percent(point.toleranceRatio, 1)}`;
    const what = kind === 'moves' ? `${format.number(point.movedCount)} accounts move` : `Within ${at}`;
    const from = isProvenLeast
      ? `within ${format.percent(above(point.travelKm, boundOf(point)), 1)} of the best possible at ${at}`
      : `${format.percent(above(point.travelKm), 1)} above the least found`;
    return `${what}: travel ${travelOf(point.travelKm)}, ${from}`;
  };
  return {
    points: curve.map((point) => ({
      x: xOf(point),
      y: above(point.travelKm),
      text: wordsOf(point),
      figure:
        kind === 'tolerance' && isProvenLeast ? format.percent(above(point.travelKm, boundOf(point)), 1) : '',
      isCurrent: current !== null && isSamePlan(point, current),
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
        isProvenLeast ? 'Best possible' : 'Least found',
        'Travel above it',
        'Furthest off target',
      ],
      rows: curve.map((point) => {
        const least = isProvenLeast ? boundOf(point) : leastKm;
        return [
          `±${format.percent(point.toleranceRatio, 1)}`,
          format.number(point.movedCount),
          format.number(point.travelKm * unit.perKm),
          format.number(least * unit.perKm),
          format.percent(above(point.travelKm, least), 2),
          format.percent(point.maxDeviationRatio, 1),
        ];
      }),
    },
  };
}
