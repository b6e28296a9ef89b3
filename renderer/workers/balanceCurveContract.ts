import type { ParetoCurve, ParetoProgress } from '../../shared/balance/paretoCurve';
import type { BalanceProblem } from '../../shared/balance/problem';

/** `moves`: travel against changes of hands; `tolerance`: travel against how even the plan must be. */
export type CurveKind = 'moves' | 'tolerance';

export interface CurveTask {
  readonly kind: CurveKind;
  readonly problem: BalanceProblem;
  /** A plan whose centres territories without a base keep; null = one is sought. */
  readonly standing: Int32Array | null;
}

/** The curve, or as much of it as there was when it was stopped. */
export interface CurveEnd {
  readonly curve: ParetoCurve;
  readonly isStopped: boolean;
}

export type OnCurveProgress = (progress: CurveProgress) => void;

/** Plans are large: the curve crosses over only when it has changed; else it is null. */
export type CurveProgress = Omit<ParetoProgress, 'curve'> & { readonly curve: ParetoCurve | null };

export interface CurveRun {
  readonly end: Promise<CurveEnd>;
  readonly stop: () => void;
}
