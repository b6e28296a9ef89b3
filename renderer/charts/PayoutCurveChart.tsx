import { useState } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { DragPoints, type DragPoint } from './DragPoints';
import classes from './PayoutCurveChart.module.css';

/** A sample of a curve: at attainment x the component pays payRatio of its target; null breaks the line. */
export interface CurveSample {
  readonly x: number;
  readonly payRatio: number | null;
}

interface PayoutCurveChartProps {
  readonly label: string;
  readonly samples: readonly CurveSample[];
  /** Where pay jumps, drawn dotted. */
  readonly jumps: readonly { readonly x: number; readonly from: number; readonly to: number }[];
  /** The other plan's curve, dashed. */
  readonly compared?: { readonly name: string; readonly samples: readonly CurveSample[] } | null;
  readonly points: readonly DragPoint[];
  /** Shares of rep-years by attainment, drawn small under the curve; Σ = 1. */
  readonly distribution?: readonly { readonly x: number; readonly share: number }[];
  readonly xMax: number;
  /** An attainment to point at; null = none. */
  readonly markedX?: number | null;
  readonly percent: (ratio: number) => string;
  /** The axis at the right: what that share of target comes to, e.g. "$70k"; none where there is no target. */
  readonly amount: ((payRatio: number) => string) | null;
  readonly onMove: (index: number, to: { readonly x: number; readonly y: number }) => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}

/** Chart text of the design: 11 px, text-3. */
const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;

/** Pay of a component over attainment, in shares of its target; its points can be dragged. */
export function PayoutCurveChart(props: PayoutCurveChartProps) {
  const { samples, compared, points, xMax, percent, amount } = props;
  const wanted = topOf([...samples, ...(compared?.samples ?? [])], points);
  // The scale stands still while a point is dragged, else the point would run away from the pointer.
  const [heldTop, setHeldTop] = useState<number | null>(null);
  const top = heldTop === null ? wanted : Math.max(heldTop, 1);
  const rows = mergeSamples(samples, compared?.samples ?? [], props.distribution ?? [], top);
  const release = (then: () => void) => () => {
    setHeldTop(null);
    then();
  };

  return (
    <div className={classes.chart} role="group" aria-label={props.label}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={rows}
          margin={{ top: 22, right: amount ? 2 : 18, bottom: 4, left: 2 }}
          accessibilityLayer={false}
        >
          <CurveAxes xMax={xMax} top={top} percent={percent} amount={amount} />
          {props.distribution && (
            <Area
              dataKey="share"
              type="step"
              fill="var(--line-2)"
              fillOpacity={1}
              stroke="none"
              isAnimationActive={false}
              dot={false}
              activeDot={false}
            />
          )}
          <ReferenceLine
            segment={[
              { x: 0, y: 1 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--line-2)"
          />
          <ReferenceLine
            segment={[
              { x: 1, y: 0 },
              { x: 1, y: 1 },
            ]}
            stroke="var(--line-2)"
            strokeDasharray="2 3"
          />
          {props.markedX !== null && props.markedX !== undefined && (
            <ReferenceLine x={props.markedX} stroke="var(--warn)" strokeWidth={1.6} strokeDasharray="4 3" />
          )}
          {props.jumps.map(({ x, from, to }) => (
            <ReferenceLine
              key={x}
              segment={[
                { x, y: from },
                { x, y: to },
              ]}
              stroke="var(--accent)"
              strokeWidth={1.6}
              strokeDasharray="2 3"
            />
          ))}
          {compared && (
            <Line
              dataKey="compared"
              stroke="var(--text-3)"
              strokeWidth={1.4}
              strokeDasharray="4 4"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              connectNulls={false}
            />
          )}
          <Line
            dataKey="payRatio"
            stroke="var(--accent)"
            strokeWidth={2.2}
            strokeLinejoin="round"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
          <DragPoints
            points={points}
            keyStep={0.01}
            onMove={(index, to) => {
              setHeldTop((held) => held ?? top);
              props.onMove(index, to);
            }}
            onDrop={release(props.onDrop)}
            onCancel={release(props.onCancel)}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

type CurveAxesProps = Pick<PayoutCurveChartProps, 'xMax' | 'percent' | 'amount'> & { readonly top: number };

/** Attainment below, share of target at the left, what that comes to at the right. */
function CurveAxes({ xMax, top, percent, amount }: CurveAxesProps) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[0, xMax]}
        ticks={ticksTo(xMax, 0.5)}
        tickFormatter={percent}
        tick={AXIS_TEXT}
        axisLine={false}
        tickSize={4}
        height={26}
        allowDataOverflow
      />
      <YAxis
        type="number"
        domain={[0, top]}
        ticks={ticksTo(top)}
        tickFormatter={percent}
        tick={AXIS_TEXT}
        axisLine={false}
        tickLine={false}
        width={46}
        allowDataOverflow
      />
      {amount && (
        <YAxis
          yAxisId="amount"
          orientation="right"
          type="number"
          domain={[0, top]}
          ticks={ticksTo(top)}
          tickFormatter={amount}
          tick={AXIS_TEXT}
          axisLine={false}
          tickLine={false}
          width={50}
          allowDataOverflow
        />
      )}
      {amount && <Line yAxisId="amount" dataKey="none" isAnimationActive={false} />}
    </>
  );
}

function topOf(samples: readonly CurveSample[], points: readonly DragPoint[]): number {
  const highest = Math.max(
    1,
    ...samples.map((sample) => sample.payRatio ?? 0),
    ...points.map((point) => point.y),
  );
  const step = highest > 6 ? 2 : highest > 3.2 ? 1 : 0.5;
  return Math.max(1.5, Math.ceil(highest / step + 0.15) * step);
}

function ticksTo(top: number, step = top > 8 ? 2 : top > 1.5 ? 1 : 0.5): number[] {
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, at) => Number((at * step).toFixed(6)));
}

/** One row an x for recharts; the distribution takes the lowest eighth of the plot. */
function mergeSamples(
  samples: readonly CurveSample[],
  compared: readonly CurveSample[],
  distribution: readonly { readonly x: number; readonly share: number }[],
  top: number,
): Record<string, number | null>[] {
  const rows: Record<string, number | null>[] = [
    ...samples.map(({ x, payRatio }) => ({ x, payRatio })),
    ...compared.map(({ x, payRatio }) => ({ x, compared: payRatio })),
  ];
  const most = Math.max(1e-9, ...distribution.map((bin) => bin.share));
  rows.push(...distribution.map(({ x, share }) => ({ x, share: (share / most) * top * 0.12 })));
  return rows;
}
