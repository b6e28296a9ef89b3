import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ParetoPoint } from '../../../shared/balance/paretoCurve';
import { ChartPanel } from '../../charts/ChartPanel';
import { TradeOffChart } from '../../charts/TradeOffChart';
import type { PlanFormat } from '../../ui/planFormat';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { CurveKind } from '../../workers/balanceCurveContract';
import { useCurves, type DrawnCurve } from './curveStore';
import { drawCurve, isDrawnUnasked } from './drawCurve';
import type { Proposal } from './proposal';
import { takePoint } from './takePoint';
import { tradeOffOf, type TradeOff } from './tradeOff';
import classes from './TradeOffPanel.module.css';
import { travelUnit } from './travelUnit';

const NO_POINTS: readonly ParetoPoint[] = [];

const TITLES = { moves: 'Travel against accounts moved', tolerance: 'Travel against tolerance' } as const;

/** What gentleness and evenness cost in travel; a point of either curve can be taken. */
export function TradeOffPanel({ proposal }: { readonly proposal: Proposal }) {
  const format = usePlanFormat();
  const [kind, setKind] = useState<CurveKind>('moves');
  const base = useCurves((state) => state.base);
  const picked = useCurves((state) => state.picked);
  const curve = useCurves((state) => state.curves[kind]);
  const isRunning = useCurves((state) => state.running?.kind === kind);
  const points = curve?.points ?? NO_POINTS;
  const tradeOff = useMemo(() => {
    if (!base || points.length === 0) return null;
    const unit = travelUnit(base.task.document, base.task.scenario, format.distanceUnit);
    return tradeOffOf(kind, points, base.result?.lowerBound ?? null, picked ?? base.result, unit, format);
  }, [base, points, kind, picked, format]);
  if (!base) return null;
  const within = format.percent(base.toleranceShare, 1);
  const moved = proposal.disruption.movedCount;
  const leastMoves = curve?.leastMoves ?? 0;
  return (
    <div className={classes.panel}>
      <ChartPanel
        title={TITLES[kind]}
        hint={
          kind === 'moves'
            ? `each point keeps the index within ±${within}; click one to take it`
            : hintOfTolerance(tradeOff)
        }
        table={tradeOff?.table ?? { columns: [], rows: [] }}
        controls={
          <SegmentedControl
            size="xs"
            aria-label="What travel is drawn against"
            value={kind}
            onChange={(value) => setKind(value)}
            data={[
              { value: 'moves', label: 'Moves' },
              { value: 'tolerance', label: 'Tolerance' },
            ]}
          />
        }
      >
        {tradeOff && (
          <TradeOffChart
            label={TITLES[kind]}
            points={tradeOff.points}
            bound={tradeOff.bound}
            mark={{
              x: kind === 'moves' ? moved : proposal.toleranceShare,
              label: kind === 'moves' ? `This proposal: ${format.number(moved)} accounts` : 'This proposal',
            }}
            shadedTo={kind === 'moves' && leastMoves > 0 ? leastMoves : null}
            xTitle={kind === 'moves' ? 'Accounts that change hands' : 'Tolerance of the index'}
            yTitle={yTitleOf(kind, tradeOff, points, format)}
            xText={(x) => (kind === 'moves' ? format.number(x) : `±${format.percent(x, 1)}`)}
            yText={(y) => `+${format.percent(y, 1)}`}
            hasLogX={kind === 'tolerance'}
            onPick={(index) => takePoint(kind, points[index]!)}
          />
        )}
        {isRunning ? (
          <Drawing />
        ) : tradeOff && curve ? (
          <Drawn kind={kind} curve={curve} />
        ) : (
          <NotDrawn kind={kind} base={base} curve={curve} />
        )}
      </ChartPanel>
    </div>
  );
}

function hintOfTolerance(tradeOff: TradeOff | null): string {
  const click = 'click a point to take its tolerance';
  return tradeOff?.bound
    ? `dashed: the best possible; figures: each plan above it; ${click}`
    : `measures in proportion; ${click}`;
}

function yTitleOf(
  kind: CurveKind,
  { isProvenLeast }: TradeOff,
  points: readonly ParetoPoint[],
  format: PlanFormat,
): string {
  if (!isProvenLeast) return 'Travel above the least found';
  const loosest = points.at(-1)?.toleranceRatio ?? 0;
  const at = kind === 'tolerance' ? ` at ±${format.percent(loosest, 1)}` : '';
  return `Travel above the best possible${at}`;
}

/** What became of the plans that were sought, below a curve that is not being drawn. */
function Drawn({ kind, curve }: { readonly kind: CurveKind; readonly curve: DrawnCurve }) {
  const format = usePlanFormat();
  const shown = curve.points.length;
  const left = curve.triedCount - shown;
  const why =
    kind === 'moves' ? 'no better in moves nor in travel' : 'of tolerances at which no plan was found';
  const least = format.number(curve.leastMoves);
  const words = [
    kind === 'moves' && curve.leastMoves > 0 ? `Shaded: no plan moves fewer than ${least}.` : '',
    curve.isStopped ? 'Stopped before all were sought.' : '',
    left > 0 ? `${format.number(curve.triedCount)} plans tried, ${format.number(shown)} shown:` : '',
    left > 0 ? (left === 1 ? `the other is ${why}` : `the others are ${why}`) : '',
  ].filter((part) => part !== '');
  if (words.length === 0) return null;
  return (
    <div className={classes.drawn} role="status">
      <span title={words.join(' ')}>{words.join(' ')}</span>
      {curve.isStopped && (
        <Button size="compact-xs" h={18} variant="subtle" onClick={() => void drawCurve(kind)}>
          Draw again
        </Button>
      )}
    </div>
  );
}

interface NotDrawnProps {
  readonly kind: CurveKind;
  readonly base: Proposal;
  /** Without a point; null = not sought yet. */
  readonly curve: DrawnCurve | null;
}

function NotDrawn({ kind, base, curve }: NotDrawnProps) {
  const isWaiting = useCurves((state) => state.waiting.includes(kind));
  const aim = kind === 'tolerance' ? 'what the tolerance costs' : 'what gentler plans there are';
  const isLarge = !isDrawnUnasked(base);
  const text = curve?.isStopped
    ? 'Stopped before a plan for this curve was found.'
    : curve
      ? 'No plan within the tolerance was found for this curve.'
      : isWaiting
        ? `The curve shows ${aim}. It is drawn next, when the other one is done.`
        : `The curve shows ${aim}. Ten plans are sought for it in the background, while you go on working.${isLarge ? ' With so many accounts that takes minutes, so it waits for you.' : ''}`;
  return (
    <div className={classes.empty}>
      <p>{text}</p>
      <Button onClick={() => void drawCurve(kind)}>{isWaiting ? 'Draw it first' : 'Draw the curve'}</Button>
    </div>
  );
}

/** Apart from the chart, which is drawn anew only when a point comes in. */
function Drawing() {
  const running = useCurves((state) => state.running);
  if (!running) return null;
  return (
    <div className={classes.running} role="status">
      <span title="In the background, while you go on working">Seeking ten plans</span>
      <Progress value={running.shareDone * 100} size={4} aria-label={TITLES[running.kind]} />
      <Button size="compact-xs" h={18} variant="subtle" onClick={running.stop}>
        Stop
      </Button>
    </div>
  );
}
