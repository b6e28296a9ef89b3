import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './HistogramChart.module.css';

export interface HistogramBin {
  /** [from, to) on the axis. */
  readonly from: number;
  readonly to: number;
  /** Share of all, 0 to 1. */
  readonly share: number;
  readonly tone: 'plain' | 'strong' | 'far';
}

export interface HistogramMark {
  readonly at: number;
  readonly label: string;
  readonly tone: 'plain' | 'accent' | 'strong';
}

interface HistogramChartProps {
  readonly label: string;
  readonly bins: readonly HistogramBin[];
  readonly marks: readonly HistogramMark[];
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  readonly percent: (share: number) => string;
}

const FILLS = { plain: 'var(--seq-3)', strong: 'var(--accent)', far: 'var(--seq-6)' };
const STROKES = { plain: 'var(--text-3)', accent: 'var(--accent)', strong: 'var(--text)' };
const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;
const LABEL_LINE_PX = 13;

/** Shares by bin, with marks above them; labels of marks that stand close are put on lines of their own. */
export function HistogramChart({ label, bins, marks, ticks, tickText, percent }: HistogramChartProps) {
  const low = bins[0]?.from ?? 0;
  const high = bins.at(-1)?.to ?? 1;
  const data = bins.map((bin) => ({ ...bin, x: (bin.from + bin.to) / 2 }));
  const lines = labelLines(marks, high - low);
  const top = 12 + LABEL_LINE_PX * Math.max(0, ...lines);
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          margin={{ top: top + 6, right: 14, bottom: 2, left: 0 }}
          barCategoryGap={1}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={[low, high]}
            ticks={[...ticks]}
            tickFormatter={tickText}
            tick={AXIS_TEXT}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            height={24}
            allowDataOverflow
          />
          <YAxis
            tickFormatter={percent}
            tick={AXIS_TEXT}
            axisLine={false}
            tickLine={false}
            width={44}
            tickCount={4}
          />
          <Bar dataKey="share" isAnimationActive={false} radius={[2, 2, 0, 0]}>
            {data.map((bin) => (
              <Cell key={bin.from} fill={FILLS[bin.tone]} />
            ))}
          </Bar>
          {marks.map((mark, at) => (
            <ReferenceLine
              key={mark.label}
              x={mark.at}
              stroke={STROKES[mark.tone]}
              strokeDasharray={mark.tone === 'plain' ? '2 3' : '5 4'}
              strokeWidth={1.4}
              label={{
                value: mark.label,
                position: 'top',
                offset: 4 + LABEL_LINE_PX * lines[at]!,
                fill: mark.tone === 'accent' ? 'var(--accent-text)' : 'var(--text-2)',
                fontSize: 11,
                fontWeight: mark.tone === 'plain' ? 450 : 560,
              }}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Marks nearer than a quarter of the axis take turns on up to three lines. */
function labelLines(marks: readonly HistogramMark[], width: number): number[] {
  const order = marks.map((_, at) => at).sort((a, b) => marks[a]!.at - marks[b]!.at);
  const lines = marks.map(() => 0);
  order.forEach((at, place) => {
    const before = order[place - 1];
    if (before === undefined) return;
    const isClose = marks[at]!.at - marks[before]!.at < width / 4;
    lines[at] = isClose ? (lines[before]! + 1) % 3 : 0;
  });
  return lines;
}
