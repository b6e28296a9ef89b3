import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './HistogramChart.module.css';

/** A bar from one value to another: a step of a waterfall, or the swing of an input. */
export interface RangeBar {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly tone: 'plain' | 'up' | 'down';
  /** At the end of the bar. */
  readonly text: string;
}

interface RangeBarsProps {
  readonly label: string;
  readonly bars: readonly RangeBar[];
  /** A line across all bars; null = none. */
  readonly mark: number | null;
  /** Amounts that stand on the ground: the axis begins at 0 where none is below it. */
  readonly isFromZero?: boolean;
  readonly valueText: (value: number) => string;
}

const FILLS = { plain: 'var(--seq-4)', up: 'var(--accent)', down: 'var(--seq-2)' };
const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;

/** Bars side by side on one axis, each where it belongs. */
export function RangeBars({ label, bars, mark, isFromZero = false, valueText }: RangeBarsProps) {
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const ground = isFromZero ? 0 : Infinity;
  const low = Math.min(...ends, mark ?? Infinity, ground);
  const high = Math.max(...ends, mark ?? -Infinity);
  const margin = (high - low) * 0.12 || Math.abs(high) * 0.05 || 1;
  const data = bars.map((bar) => ({
    ...bar,
    range: [Math.min(bar.from, bar.to), Math.max(bar.from, bar.to)],
  }));
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          layout="vertical"
          margin={{ top: 6, right: 64, bottom: 2, left: 4 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            domain={[isFromZero && low === 0 ? 0 : low - margin, high + margin]}
            tickFormatter={valueText}
            tick={AXIS_TEXT}
            tickCount={4}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            height={24}
            allowDataOverflow
          />
          <YAxis
            type="category"
            dataKey="name"
            interval={0}
            tick={{ ...AXIS_TEXT, fill: 'var(--text-2)' }}
            axisLine={false}
            tickLine={false}
            width={122}
          />
          {mark !== null && <ReferenceLine x={mark} stroke="var(--text-2)" strokeDasharray="5 4" />}
          <Bar dataKey="range" isAnimationActive={false} radius={2} maxBarSize={18}>
            {data.map((bar) => (
              <Cell key={bar.name} fill={FILLS[bar.tone]} />
            ))}
            <LabelList dataKey="text" position="right" fill="var(--text-2)" fontSize={11} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
