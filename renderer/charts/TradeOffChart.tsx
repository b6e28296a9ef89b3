import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { PickPoints, type PickPoint } from './PickPoints';
import classes from './TradeOffChart.module.css';

interface TradeOffChartProps {
  readonly label: string;
  /** Ascending in x. */
  readonly points: readonly PickPoint[];
  /** A second, dashed line, e.g. what no plan can go below; null = none. */
  readonly bound: readonly { readonly x: number; readonly y: number }[] | null;
  /** Where the plan on screen stands. */
  readonly mark: { readonly x: number; readonly label: string } | null;
  /** Shaded from the left up to here; null = nothing. */
  readonly shadedTo: number | null;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly xText: (x: number) => string;
  readonly yText: (y: number) => string;
  readonly hasLogX?: boolean;
  readonly onPick: (index: number) => void;
}

const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;

/** What one thing costs in another: a curve whose points can be taken. */
export function TradeOffChart(props: TradeOffChartProps) {
  const { points, bound, mark, shadedTo, hasLogX = false } = props;
  const xs = [...points.map((point) => point.x), ...(mark ? [mark.x] : [])];
  const low = hasLogX ? Math.min(...xs) : 0;
  const high = Math.max(...xs, low + 1e-9) * (hasLogX ? 1 : 1.04);
  const rows = points.map(({ x, y }, at) => ({ x, y, bound: bound?.[at]?.y ?? null }));
  return (
    <div className={classes.chart} role="group" aria-label={props.label}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={rows}
          margin={{ top: 24, right: 22, bottom: 16, left: 4 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="x"
            type="number"
            scale={hasLogX ? 'log' : 'linear'}
            domain={[low, high]}
            {...(hasLogX && { ticks: points.flatMap(({ x }, at) => (at % 3 === 0 ? [x] : [])) })}
            tickFormatter={props.xText}
            tick={AXIS_TEXT}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            height={24}
            allowDataOverflow
            label={{ value: props.xTitle, position: 'insideBottomRight', offset: -12, ...AXIS_TEXT }}
          />
          <YAxis
            type="number"
            domain={[0, 'auto']}
            tickFormatter={props.yText}
            tick={AXIS_TEXT}
            axisLine={false}
            tickLine={false}
            width={48}
            tickCount={4}
            label={{
              value: props.yTitle,
              position: 'top',
              offset: 10,
              textAnchor: 'start',
              dx: -18,
              ...AXIS_TEXT,
            }}
          />
          {shadedTo !== null && shadedTo > low && (
            <ReferenceArea x1={low} x2={shadedTo} fill="var(--inset)" fillOpacity={1} stroke="none" />
          )}
          {bound && (
            <Line
              dataKey="bound"
              type="monotone"
              stroke="var(--text-3)"
              strokeWidth={1.2}
              strokeDasharray="4 4"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              connectNulls
            />
          )}
          <Line
            dataKey="y"
            type="monotone"
            stroke="var(--accent)"
            strokeWidth={2}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {mark && (
            <ReferenceLine
              x={mark.x}
              stroke="var(--text-2)"
              strokeDasharray="2 3"
              label={{
                value: mark.label,
                position: mark.x > (low + high) / 2 ? 'insideTopRight' : 'insideTopLeft',
                fill: 'var(--text)',
                fontSize: 11,
                fontWeight: 600,
              }}
            />
          )}
          <PickPoints points={points} onPick={props.onPick} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
