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

/** Draws the first curve by itself where that is quick. */
export function drawCurveUnasked({ task }: Proposal): void {
  const { unitLat, territories } = task.made.problem;
  if (unitLat.length * territories.lat.length <= UNASKED_SIZE) void drawCurve('moves');
}

/** Draws a curve of ten plans in the background; what it has when it is stopped stays. */
export async function drawCurve(kind: CurveKind): Promise<void> {
  const { base, running } = curveStore.getState();
  if (!base) return;
  running?.stop();
  const { problem } = base.task.made;
  const task = {
    kind,
    problem: kind === 'tolerance' ? indexFirst(problem) : problem,
    standing: base.result?.assignment ?? null,
  };
  let isOver = false;
  const isMine = () => !isOver && curveStore.getState().base === base;
  const put = (fields: Partial<ReturnType<typeof curveStore.getState>['curves']>) =>
    curveStore.setState(({ curves }) => ({ curves: { ...curves, ...fields } }));
  const run = startBalanceCurve(task, ({ shareDone, points }) => {
    if (!isMine()) return;
    job.report({ doneShare: shareDone });
    curveStore.setState({ running: { kind, shareDone, stop: run.stop } });
    if (points.length > 0) put({ [kind]: points });
  });
  const job = startJob(TITLES[kind], run.stop);
  curveStore.setState({ running: { kind, shareDone: 0, stop: run.stop } });
  try {
    const points = await run.end;
    if (isMine()) put({ [kind]: points });
  } catch (error) {
    logProblem(`The curve failed: ${String(error)}`);
    notify('error', 'The curve could not be drawn', 'The proposal is as it was. Try again.');
  } finally {
    if (isMine() && curveStore.getState().running?.kind === kind) curveStore.setState({ running: null });
    isOver = true;
    job.finish();
  }
}

/** The tolerance that the curve goes along is the first measure's: the index, where there is one. */
function indexFirst(problem: BalanceProblem): BalanceProblem {
  const index = problem.measures.filter(({ id }) => id === 'index');
  return { ...problem, measures: [...index, ...problem.measures.filter(({ id }) => id !== 'index')] };
}
