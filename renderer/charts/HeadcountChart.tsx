import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './TradeOffChart.module.css';

interface HeadcountChartProps {
  readonly label: string;
  /** One a head count, ascending; whole currency. */
  readonly points: readonly {
    readonly reps: number;
    readonly sales: number;
    readonly margin: number;
    readonly cost: number;
    readonly profit: number;
  }[];
  readonly marks: readonly { readonly reps: number; readonly label: string }[];
  readonly amount: (value: number) => string;
}

const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;
const LINES = [
  { key: 'sales', stroke: 'var(--accent)', dash: '2 3' },
  { key: 'margin', stroke: 'var(--accent)', dash: '' },
  { key: 'cost', stroke: 'var(--over-2)', dash: '5 4' },
  { key: 'profit', stroke: 'var(--text)', dash: '' },
] as const;

/** What a team of each size sells, what of it is margin, and what it costs and leaves. */
export function HeadcountChart({ label, points, marks, amount }: HeadcountChartProps) {
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          margin={{ top: 28, right: 22, bottom: 16, left: 12 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="reps"
            type="number"
            domain={['dataMin', 'dataMax']}
            tick={AXIS_TEXT}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            height={24}
            label={{ value: 'Reps', position: 'insideBottomRight', offset: -12, ...AXIS_TEXT }}
          />
          <YAxis tickFormatter={amount} tick={AXIS_TEXT} axisLine={false} tickLine={false} width={56} />
          {LINES.map(({ key, stroke, dash }) => (
            <Line
              key={key}
              dataKey={key}
              stroke={stroke}
              strokeWidth={2}
              strokeDasharray={dash}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
          {marks.map((mark, at) => (
            <ReferenceLine
              key={mark.label}
              x={mark.reps}
              stroke="var(--text-2)"
              strokeDasharray="2 3"
              label={{
                value: mark.label,
                position: 'top',
                offset: 4 + 13 * (at % 2),
                fill: 'var(--text)',
                fontSize: 11,
                fontWeight: 560,
              }}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
