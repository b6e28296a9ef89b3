import type { ParetoPoint } from '../../../shared/balance/paretoCurve';
import type { BalanceResult } from '../../../shared/balance/problem';
import type { CurveKind } from '../../workers/balanceCurveContract';
import { balanceStore, setBalance } from './balanceStore';
import { curveStore } from './curveStore';
import { propose } from './propose';
import type { Proposal } from './proposal';
import { boundOfMoves } from './tradeOff';

/** Makes a point of a curve the proposal; a point of another tolerance takes that as the setting. */
export function takePoint(kind: CurveKind, point: ParetoPoint): void {
  const { base } = curveStore.getState();
  if (!base) return;
  const toleranceShare = kind === 'tolerance' ? point.toleranceRatio : base.toleranceShare;
  setBalance({ indexToleranceShare: toleranceShare });
  const { task } = base;
  // Along the moves owners have a price of their own, so that the run's does not count.
  const keepKm = kind === 'moves' ? 0 : task.made.problem.keepKm;
  const made = { ...task.made, problem: { ...task.made.problem, keepKm } };
  propose({
    plan: task.document,
    revision: base.revision,
    task: { ...task, made },
    assignment: point.assignment,
    result: resultOfPoint(kind, point, base),
    settings: balanceStore.getState().settings,
    team: base.team,
    change: null,
    seconds: base.seconds,
  });
  curveStore.setState({ picked: point });
}

function resultOfPoint(kind: CurveKind, point: ParetoPoint, base: Proposal): BalanceResult | null {
  if (!base.result) return null;
  const { travelKm, movedCount, assignment } = point;
  const moves = curveStore.getState().curves.moves?.points ?? [];
  const lowerBound = kind === 'moves' ? boundOfMoves(moves, base.result.lowerBound) : point.lowerBoundKm;
  const isBounded = lowerBound !== null && lowerBound > 0;
  return {
    ...base.result,
    assignment,
    travelKm,
    movedCount,
    // A point weighs moves against travel: it is not a fix with as few moves as can be.
    leastMoves: null,
    lowerBound,
    gapShare: isBounded ? Math.max(0, travelKm / lowerBound - 1) : null,
    maxDeviationShare: point.maxDeviationRatio,
  };
}
