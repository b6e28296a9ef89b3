import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ChartPanel } from '../../charts/ChartPanel';
import { TradeOffChart } from '../../charts/TradeOffChart';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { CurveKind } from '../../workers/balanceCurveContract';
import { useCurves } from './curveStore';
import { drawCurve } from './drawCurve';
import type { Proposal } from './proposal';
import { takePoint } from './takePoint';
import { tradeOffOf } from './tradeOff';
import classes from './TradeOffPanel.module.css';
import { travelUnit } from './travelUnit';

const TITLES = { moves: 'Travel against accounts moved', tolerance: 'Travel against tolerance' } as const;

/** What gentleness and evenness cost in travel; a point of either curve can be taken. */
export function TradeOffPanel({ proposal }: { readonly proposal: Proposal }) {
  const format = usePlanFormat();
  const [kind, setKind] = useState<CurveKind>('moves');
  const base = useCurves((state) => state.base);
  const picked = useCurves((state) => state.picked);
  const curve = useCurves((state) => state.curves[kind]);
  const isRunning = useCurves((state) => state.running?.kind === kind);
  const boundKm = base?.result?.lowerBound ?? null;
  const tradeOff = useMemo(() => {
    if (!base || !curve || curve.length === 0) return null;
    const unit = travelUnit(base.task.document, base.task.scenario, format.distanceUnit);
    return tradeOffOf(kind, curve, boundKm, picked, unit, format);
  }, [base, curve, kind, boundKm, picked, format]);
  if (!base) return null;
  const within = format.percent(base.toleranceShare, 1);
  const moved = proposal.disruption.movedCount;
  const markX = kind === 'moves' ? moved : proposal.toleranceShare;
  // Until all are sought, a plan with fewer moves may still be found.
  const hasNoneBefore = kind === 'moves' && !isRunning && (curve?.[0]?.movedCount ?? 0) > 0;
  return (
    <div className={classes.panel}>
      <ChartPanel
        title={TITLES[kind]}
        hint={
          kind === 'moves'
            ? `each point keeps the index within ±${within}; click one to take it`
            : 'measures in proportion; click a point to take its tolerance'
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
              x: markX,
              label: kind === 'moves' ? `This proposal: ${format.number(moved)} accounts` : 'This proposal',
            }}
            before={hasNoneBefore ? `No plan found in ±${within}` : ''}
            xTitle={kind === 'moves' ? 'Accounts that change hands' : 'Tolerance of the index'}
            yTitle={
              tradeOff.isProvenLeast ? 'Travel above the best possible' : 'Travel above the least found'
            }
            xText={(x) => (kind === 'moves' ? format.number(x) : `±${format.percent(x, 1)}`)}
            yText={(y) => `+${format.percent(y, 1)}`}
            hasLogX={kind === 'tolerance'}
            onPick={(index) => takePoint(kind, curve![index]!)}
          />
        )}
        {isRunning && <Drawing />}
        {!isRunning && !tradeOff && <NotDrawn kind={kind} isSought={curve !== null} />}
      </ChartPanel>
    </div>
  );
}

interface NotDrawnProps {
  readonly kind: CurveKind;
  /** Whether the plans were looked for, and none was found. */
  readonly isSought: boolean;
}

function NotDrawn({ kind, isSought }: NotDrawnProps) {
  const aim = kind === 'tolerance' ? 'what the tolerance costs' : 'what gentler plans there are';
  return (
    <div className={classes.empty}>
      <p>
        {isSought
          ? 'No plan within the tolerance was found for this curve.'
          : `The curve shows ${aim}. Ten plans are sought for it in the background, while you go on working.`}
      </p>
      <Button onClick={() => void drawCurve(kind)}>Draw the curve</Button>
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
