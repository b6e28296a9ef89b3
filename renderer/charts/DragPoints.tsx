import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import {
  ZIndexLayer,
  usePlotArea,
  useXAxisInverseScale,
  useXAxisScale,
  useYAxisInverseScale,
  useYAxisScale,
} from 'recharts';
import classes from './PayoutCurveChart.module.css';

/** A point of a curve that can be taken hold of; x and y in the axes' own values. */
export interface DragPoint {
  readonly x: number;
  readonly y: number;
  /** e.g. "Excellence"; '' for a point without a name. */
  readonly name: string;
  /** What it says: "150% pays 250%". */
  readonly text: string;
}

export interface DragPointsProps {
  readonly points: readonly DragPoint[];
  /** While it is dragged or stepped: a preview. */
  readonly onMove: (index: number, to: { readonly x: number; readonly y: number }) => void;
  /** The point was let go of: what was previewed counts. */
  readonly onDrop: () => void;
  /** Esc: as if it had never been touched. */
  readonly onCancel: () => void;
  /** By one press of an arrow key, in axis values; Shift takes five. */
  readonly keyStep: number;
}

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Above recharts' own layers, labels included. */
const ABOVE_ALL = 3000;

/** The points of a curve, to be dragged by pointer or stepped by arrow keys. Lives inside a recharts chart. */
export function DragPoints({ points, onMove, onDrop, onCancel, keyStep }: DragPointsProps) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const xValue = useXAxisInverseScale();
  const yValue = useYAxisInverseScale();
  const area = usePlotArea();
  const [heldIndex, setHeldIndex] = useState<number | null>(null);
  const [focusedIndex, setFocusedIndex] = useState<number | null>(null);
  if (!xScale || !yScale || !xValue || !yValue || !area) return null;

  function follow(event: PointerEvent<SVGGElement>, index: number): void {
    const svg = event.currentTarget.ownerSVGElement;
    if (heldIndex !== index || !svg) return;
    const box = svg.getBoundingClientRect();
    const inX = Math.min(area!.x + area!.width, Math.max(area!.x, event.clientX - box.left));
    const inY = Math.min(area!.y + area!.height, Math.max(area!.y, event.clientY - box.top));
    onMove(index, { x: Number(xValue!(inX)), y: Number(yValue!(inY)) });
  }

  function release(): void {
    if (heldIndex === null) return;
    setHeldIndex(null);
    onDrop();
  }

  function step(event: KeyboardEvent<SVGGElement>, index: number): void {
    const point = points[index]!;
    if (event.key === 'Escape') {
      setHeldIndex(null);
      onCancel();
      return;
    }
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const by = keyStep * (event.shiftKey ? 5 : 1);
    onMove(index, { x: point.x + arrow[0] * by, y: point.y + arrow[1] * by });
  }

  return (
    <ZIndexLayer zIndex={ABOVE_ALL}>
      {points.map((point, index) => {
        const cx = xScale(point.x);
        const cy = yScale(point.y);
        if (cx === undefined || cy === undefined) return null;
        const isActive = heldIndex === index || focusedIndex === index;
        return (
          <g
            key={index}
            className={classes.handle}
            data-held={isActive || undefined}
            role="slider"
            tabIndex={0}
            aria-label={point.name === '' ? `Point ${index + 1}` : point.name}
            aria-valuenow={Math.round(point.y * 100)}
            aria-valuetext={point.text}
            transform={`translate(${cx} ${cy})`}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setHeldIndex(index);
            }}
            onPointerMove={(event) => follow(event, index)}
            onPointerUp={release}
            onPointerCancel={() => {
              setHeldIndex(null);
              onCancel();
            }}
            onKeyDown={(event) => step(event, index)}
            onKeyUp={(event) => ARROWS[event.key] && onDrop()}
            onFocus={() => setFocusedIndex(index)}
            onBlur={() => {
              setFocusedIndex(null);
              onDrop();
            }}
          >
            <circle className={classes.hit} r={14} />
            <circle className={classes.halo} r={10} />
            <circle className={classes.dot} r={6} />
            {isActive ? (
              <ActiveLabel point={point} />
            ) : (
              <PointLabel point={point} place={labelPlace(point, cx - area.x, area.y + area.height - cy)} />
            )}
          </g>
        );
      })}
    </ZIndexLayer>
  );
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Beside the point where the curve is not: to the left above target, else below, or above where the axis is near. */
function labelPlace({ y }: DragPoint, fromLeftPx: number, fromGroundPx: number): LabelPlace {
  if (y > 1.005) return { x: -13, y: 4, anchor: 'end' };
  if (fromGroundPx >= 26) return { x: 12, y: 18, anchor: 'start' };
  return fromLeftPx > 110 ? { x: 28, y: -14, anchor: 'end' } : { x: 12, y: -2, anchor: 'start' };
}

function PointLabel({ point, place }: { readonly point: DragPoint; readonly place: LabelPlace }) {
  if (point.name === '') return null;
  return (
    <text className={classes.pointLabel} x={place.x} y={place.y} textAnchor={place.anchor}>
      <tspan className={classes.pointName}>{point.name}</tspan> {point.text}
    </text>
  );
}

/** The point's values on a plate, above and to the left, where the curve has come from. */
function ActiveLabel({ point }: { readonly point: DragPoint }) {
  const width = 24 + point.text.length * 6.1;
  const isHigh = point.y > 1.005;
  const x = isHigh ? -width - 13 : 13;
  const y = isHigh ? -10 : 9;
  return (
    <g className={classes.plate} transform={`translate(${x} ${y})`}>
      {point.name !== '' && (
        <text
          className={classes.pointLabel}
          x={isHigh ? width : 0}
          y={isHigh ? -6 : 34}
          textAnchor={isHigh ? 'end' : 'start'}
        >
          <tspan className={classes.pointName}>{point.name}</tspan>
        </text>
      )}
      <rect width={width} height={20} rx={5} />
      <text x={width / 2} y={14} textAnchor="middle">
        {point.text}
      </text>
    </g>
  );
}
