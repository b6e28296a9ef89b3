import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './HistogramChart.module.css';
import { lineScale } from './lineScale';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface ChartLine {
  /** Written at its end; '' = nothing. */
  readonly name: string;
  readonly points: readonly Point[];
  readonly tone: 'accent' | 'plain';
}

interface BandPoint {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

interface LineChartProps {
  readonly label: string;
  readonly lines: readonly ChartLine[];
  /** An area between two values of y, e.g. a standard error to both sides; and a narrower one within it. */
  readonly band?: readonly BandPoint[];
  readonly innerBand?: readonly BandPoint[];
  /** Where the x-axis is written; left out = at a few round values. */
  readonly xTicks?: readonly number[];
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  /** Lines across at a value of y, e.g. the budget; one far above the lines is told, not drawn. */
  readonly levels?: readonly { readonly y: number; readonly label: string }[];
  /** Whether the y-axis begins at 0, or close below the lines. */
  readonly isFromZero?: boolean;
}

const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;
const AREAS = ['var(--seq-2)', 'var(--seq-3)'];
const STROKES = { accent: 'var(--accent)', plain: 'var(--seq-5)' };

/** Values over another as lines. */
export function LineChart({
  label,
  lines,
  band = [],
  innerBand = [],
  xTicks,
  xText,
  yText,
  levels = [],
  isFromZero = true,
}: LineChartProps) {
  const ys = [
    ...lines.flatMap(({ points }) => points.map(({ y }) => y)),
    ...band.flatMap(({ low, high }) => [low, high]),
  ];
  const { domain, near, far } = lineScale(ys, levels, isFromZero);
  const hasNames = lines.some(({ name }) => name !== '');
  return (
    <div className={classes.chart} role="img" aria-label={[label, ...far.map(beyondText)].join('. ')}>
      {far.length > 0 && <p className={classes.beyond}>{far.map(beyondText).join(', ')}</p>}
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          margin={{ top: 12, right: hasNames ? 40 : 18, bottom: 2, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={xText}
            {...(xTicks ? { ticks: [...xTicks] } : { tickCount: 5 })}
            tick={AXIS_TEXT}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            height={24}
            allowDuplicatedCategory={false}
          />
          <YAxis
            domain={[...domain]}
            tickFormatter={yText}
            tick={AXIS_TEXT}
            axisLine={false}
            tickLine={false}
            width={56}
            tickCount={5}
            allowDataOverflow
          />
          {near.map((level) => (
            <ReferenceLine
              key={level.label}
              y={level.y}
              stroke="var(--text)"
              strokeDasharray="5 4"
              label={{ value: level.label, position: 'insideTopLeft', fill: 'var(--text-2)', fontSize: 11 }}
            />
          ))}
          {[band, innerBand].map(
            (area, at) =>
              area.length > 0 && (
                <Area
                  key={at}
                  data={area.map(({ x, low, high }) => ({ x, y: [low, high] }))}
                  dataKey="y"
                  stroke="none"
                  fill={AREAS[at]}
                  isAnimationActive={false}
                />
              ),
          )}
          {lines.map((line, at) => (
            <Line
              key={at}
              data={[...line.points]}
              dataKey="y"
              stroke={STROKES[line.tone]}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          ))}
          {lines.flatMap(({ name, points }) => {
            const last = points.at(-1);
            if (name === '' || !last) return [];
            const text = { value: name, position: 'right', fill: 'var(--text-2)', fontSize: 11 } as const;
            return [<ReferenceDot key={name} x={last.x} y={last.y} r={0} label={text} />];
          })}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

const beyondText = (level: { readonly label: string }) => `${level.label}, above this chart`;
