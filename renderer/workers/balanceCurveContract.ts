import type { ParetoPoint, ParetoProgress } from '../../shared/balance/paretoCurve';
import type { BalanceProblem } from '../../shared/balance/problem';

/** `moves`: travel against changes of hands; `tolerance`: travel against how even the plan must be. */
export type CurveKind = 'moves' | 'tolerance';

export interface CurveTask {
  readonly kind: CurveKind;
  readonly problem: BalanceProblem;
  /** A plan whose centres territories without a base keep; null = one is sought. */
  readonly standing: Int32Array | null;
}

export type OnCurveProgress = (progress: ParetoProgress) => void;

export interface CurveRun {
  /** The curve, or as much of it as there was when it was stopped. */
  readonly end: Promise<readonly ParetoPoint[]>;
  readonly stop: () => void;
}
