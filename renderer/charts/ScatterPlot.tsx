import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import classes from './ScatterPlot.module.css';

export interface ScatterPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Drawn filled. */
  readonly isMarked: boolean;
}

interface ScatterPlotProps {
  readonly label: string;
  readonly points: readonly ScatterPoint[];
  readonly xName: string;
  readonly yName: string;
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  /** A line through the origin with its name; null = none. */
  readonly line: { readonly slope: number; readonly name: string } | null;
  readonly onSelect: (id: string) => void;
}

/** What the chart hands to the drawing of a point. */
interface ScatterShape {
  readonly cx?: number | undefined;
  readonly cy?: number | undefined;
  readonly payload?: ScatterPoint | undefined;
}

const AXIS_TEXT = { fill: 'var(--text-3)', fontSize: 11 } as const;

/** One measure against another, a point each; a click on a point selects it. */
export function ScatterPlot(props: ScatterPlotProps) {
  const { label, points, xName, yName, xText, yText, line, onSelect } = props;
  const xMax = Math.max(1, ...points.map((point) => point.x)) * 1.05;
  const yMax = Math.max(1, ...points.map((point) => point.y), (line?.slope ?? 0) * xMax) * 1.06;
  const end = line && Math.min(xMax, line.slope > 0 ? yMax / line.slope : xMax);
  return (
    <div className={classes.plot} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <ScatterChart margin={{ top: 18, right: 24, bottom: 18, left: 8 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            type="number"
            dataKey="x"
            domain={[0, xMax]}
            tickFormatter={xText}
            tick={AXIS_TEXT}
            tickCount={6}
            axisLine={{ stroke: 'var(--line-2)' }}
            tickSize={4}
            label={{ value: xName, position: 'bottom', offset: 0, fill: 'var(--text-2)', fontSize: 11 }}
          />
          <YAxis
            type="number"
            dataKey="y"
            domain={[0, yMax]}
            tickFormatter={yText}
            tick={AXIS_TEXT}
            tickCount={6}
            axisLine={false}
            tickLine={false}
            width={60}
            label={{ value: yName, position: 'top', offset: 6, fill: 'var(--text-2)', fontSize: 11 }}
          />
          {line && end !== null && (
            <ReferenceLine
              segment={[
                { x: 0, y: 0 },
                { x: end, y: end * line.slope },
              ]}
              stroke="var(--text-3)"
              strokeDasharray="5 4"
              label={{
                value: line.name,
                position: 'end',
                fill: 'var(--text-3)',
                fontSize: 11,
                dy: 14,
                dx: -70,
              }}
            />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={false}
            content={({ payload }) => {
              const point = payload?.[0]?.payload as ScatterPoint | undefined;
              return (
                point && (
                  <div className={classes.tip}>
                    <strong>{point.name}</strong>
                    <span>
                      {xName} {xText(point.x)}
                    </span>
                    <span>
                      {yName} {yText(point.y)}
                    </span>
                  </div>
                )
              );
            }}
          />
          <Scatter
            data={[...points]}
            isAnimationActive={false}
            shape={({ cx = 0, cy = 0, payload }: ScatterShape) => {
              return (
                <circle
                  cx={cx}
                  cy={cy}
                  r={payload?.isMarked ? 6 : 5}
                  className={classes.point}
                  data-marked={payload?.isMarked || undefined}
                  onClick={() => payload && onSelect(payload.id)}
                />
              );
            }}
          />
        </ScatterChart>
      </ResponsiveContainer>
    </div>
  );
}
