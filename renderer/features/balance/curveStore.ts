import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ParetoCurve, ParetoPoint } from '../../../shared/balance/paretoCurve';
import type { CurveKind } from '../../workers/balanceCurveContract';
import type { Proposal } from './proposal';

/** A curve as far as it is drawn. */
export interface DrawnCurve extends ParetoCurve {
  /** By hand: what it lacks was not sought. */
  readonly isStopped: boolean;
}

/** The trade-off curves around one run. */
export interface CurveState {
  /** The run's own proposal; null = there are no curves. */
  readonly base: Proposal | null;
  /** Null = not drawn yet. */
  readonly curves: Readonly<Record<CurveKind, DrawnCurve | null>>;
  readonly running: {
    readonly kind: CurveKind;
    readonly shareDone: number;
    readonly stop: () => void;
  } | null;
  /** Curves to be drawn when the one that runs is done. */
  readonly waiting: readonly CurveKind[];
  /** The point that is the proposal now; null = the run's own plan. */
  readonly picked: ParetoPoint | null;
}

const NO_CURVES: CurveState = {
  base: null,
  curves: { moves: null, tolerance: null },
  running: null,
  waiting: [],
  picked: null,
};

export const curveStore = createStore<CurveState>(() => NO_CURVES);

export function useCurves<T>(select: (state: CurveState) => T): T {
  return useStore(curveStore, select);
}

/** Ends what is being drawn and forgets the curves. @param base the proposal that new ones are for */
export function startCurves(base: Proposal | null): void {
  curveStore.getState().running?.stop();
  curveStore.setState({ ...NO_CURVES, base });
}
