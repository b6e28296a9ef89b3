import {
  CartesianGrid,
  Line,
  LineChart as Chart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './HistogramChart.module.css';

interface LineChartProps {
  readonly label: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  /** Lines across at a value of y, e.g. the budget. */
  readonly levels: readonly { readonly y: number; readonly label: string }[];
}

const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;

/** One value over another as a line. */
export function LineChart({ label, points, xText, yText, levels }: LineChartProps) {
  const ys = [...points.map((point) => point.y), ...levels.map((level) => level.y)];
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <Chart
          data={[...points]}
          margin={{ top: 12, right: 18, bottom: 2, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={xText}
            tickCount={5}
            tick={AXIS_TEXT}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            height={24}
          />
          <YAxis
            domain={[0, Math.max(1, ...ys) * 1.05]}
            tickFormatter={yText}
            tick={AXIS_TEXT}
            axisLine={false}
            tickLine={false}
            width={56}
            tickCount={5}
          />
          {levels.map((level) => (
            <ReferenceLine
              key={level.label}
              y={level.y}
              stroke="var(--text)"
              strokeDasharray="5 4"
              label={{ value: level.label, position: 'insideTopLeft', fill: 'var(--text-2)', fontSize: 11 }}
            />
          ))}
          <Line dataKey="y" stroke="var(--accent)" strokeWidth={2} dot={false} isAnimationActive={false} />
        </Chart>
      </ResponsiveContainer>
    </div>
  );
}
