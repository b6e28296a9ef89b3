import type { ParetoCurve } from '../../../shared/balance/paretoCurve';
import type { BalanceProblem } from '../../../shared/balance/problem';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import { notify } from '../../state/noticeStore';
import type { CurveKind } from '../../workers/balanceCurveContract';
import { startBalanceCurve } from '../../workers/startBalanceCurve';
import { curveStore } from './curveStore';
import type { Proposal } from './proposal';

/** Units times territories up to which a curve is drawn unasked: some seconds of work in the background. */
const UNASKED_SIZE = 1_000_000;

const TITLES: Readonly<Record<CurveKind, string>> = {
  moves: 'Drawing travel against accounts moved',
  tolerance: 'Drawing travel against tolerance',
};

/** Whether a curve is drawn without being asked for. */
export function isDrawnUnasked({ task }: Proposal): boolean {
  const { unitLat, territories } = task.made.problem;
  return unitLat.length * territories.lat.length <= UNASKED_SIZE;
}

/** Draws both curves one after the other, as soon as a result stands, where that is quick. */
export function drawCurvesUnasked(proposal: Proposal): void {
  if (!isDrawnUnasked(proposal)) return;
  curveStore.setState({ waiting: ['tolerance'] });
  void drawCurve('moves');
}

/** Draws a curve of ten plans in the background; what it has when it is stopped stays. */
export async function drawCurve(kind: CurveKind): Promise<void> {
  const { base, running } = curveStore.getState();
  if (!base) return;
  running?.stop();
  const task = {
    kind,
    problem: indexFirst(base.task.made.problem),
    standing: base.result?.assignment ?? null,
  };
  let isOver = false;
  const isMine = () => !isOver && curveStore.getState().base === base;
  const put = (curve: ParetoCurve, isStopped: boolean) =>
    curveStore.setState(({ curves }) => ({ curves: { ...curves, [kind]: { ...curve, isStopped } } }));
  const run = startBalanceCurve(task, ({ shareDone, curve }) => {
    if (!isMine()) return;
    job.report({ doneShare: shareDone });
    curveStore.setState({ running: { kind, shareDone, stop } });
    if (curve) put(curve, false);
  });
  const stop = () => {
    // Who stops one does not want the next one either.
    curveStore.setState({ waiting: [] });
    run.stop();
  };
  const job = startJob(TITLES[kind], stop);
  curveStore.setState(({ waiting }) => ({
    running: { kind, shareDone: 0, stop },
    waiting: waiting.filter((each) => each !== kind),
  }));
  try {
    const { curve, isStopped } = await run.end;
    if (isMine()) put(curve, isStopped);
  } catch (error) {
    logProblem(`The curve failed: ${String(error)}`);
    notify('error', 'The curve could not be drawn', 'The proposal is as it was. Try again.');
  } finally {
    if (isMine() && curveStore.getState().running?.kind === kind) curveStore.setState({ running: null });
    isOver = true;
    job.finish();
  }
  const [next] = curveStore.getState().waiting;
  if (curveStore.getState().base === base && !curveStore.getState().running && next) await drawCurve(next);
}

/** The tolerance of a curve is the first measure's: the index, where there is one. */
function indexFirst(problem: BalanceProblem): BalanceProblem {
  const index = problem.measures.filter(({ id }) => id === 'index');
  return { ...problem, measures: [...index, ...problem.measures.filter(({ id }) => id !== 'index')] };
}
