import { useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import classes from './TradeOffChart.module.css';

/** A point of a curve that can be taken; x and y in the axes' own values. */
export interface PickPoint {
  readonly x: number;
  readonly y: number;
  /** What it stands for: "170 moves, travel 3.5% above the best". */
  readonly text: string;
  /** Stands above the point, clear of the axis; '' = none. */
  readonly figure: string;
  readonly isCurrent: boolean;
}

interface PickPointsProps {
  readonly points: readonly PickPoint[];
  readonly onPick: (index: number) => void;
}

/** Above recharts' own layers, labels included. */
const ABOVE_ALL = 3000;

/** Points to be taken by click or by Enter. Lives inside a recharts chart. */
export function PickPoints({ points, onPick }: PickPointsProps) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!xScale || !yScale) return null;
  return (
    <ZIndexLayer zIndex={ABOVE_ALL}>
      {points.map((point, index) => (
        <g
          key={`${point.x} ${point.y}`}
          className={classes.point}
          role="button"
          tabIndex={0}
          aria-label={point.text}
          aria-pressed={point.isCurrent}
          transform={`translate(${Number(xScale(point.x))} ${Number(yScale(point.y))})`}
          onClick={() => onPick(index)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onPick(index);
          }}
        >
          <title>{point.text}</title>
          <circle r={12} className={classes.hit} />
          <circle r={9} className={classes.halo} />
          <circle r={4} className={classes.dot} data-current={point.isCurrent || undefined} />
          {point.figure !== '' && (
            <text
              className={classes.figure}
              x={index === 0 ? 9 : 0}
              y={index === 0 ? -5 : -9}
              textAnchor={index === 0 ? 'start' : 'middle'}
            >
              {point.figure}
            </text>
          )}
        </g>
      ))}
    </ZIndexLayer>
  );
}
