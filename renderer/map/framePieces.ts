import type { MapFrame } from './mapFrame';

/** A box of the unit square: west, north, east, south. */
export type GroundBox = readonly [number, number, number, number];

/** A rectangle of a frame, in CSS pixels from its left and top edge. */
export interface FramePiece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box round two; null = none yet. */
export function joinBoxes(one: GroundBox | null, other: GroundBox): GroundBox {
  if (!one) return other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** Beyond this share of a frame a piece saves nothing. */
const LARGEST_SHARE = 0.7;

/**
 * The piece of a frame that shows a box with a margin, on whole pixels of the device, so that it meets what lies
 * round it; null where there is none or the whole frame is as well drawn anew.
 */
export function pieceOfFrame(
  frame: MapFrame,
  box: GroundBox,
  marginPx: number,
): FramePiece | 'none' | 'whole' {
  const step = wholeStep(frame.ratio);
  if (step === null) return 'whole';
  const edge = (value: number, most: number, round: (value: number) => number) =>
    Math.max(0, Math.min(most, round(value / step) * step));
  const left = edge(box[0] * frame.scale - frame.left - marginPx, frame.width, Math.floor);
  const top = edge(box[1] * frame.scale - frame.top - marginPx, frame.height, Math.floor);
  const right = edge(box[2] * frame.scale - frame.left + marginPx, frame.width, Math.ceil);
  const bottom = edge(box[3] * frame.scale - frame.top + marginPx, frame.height, Math.ceil);
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return 'none';
  return width * height > LARGEST_SHARE * frame.width * frame.height ? 'whole' : { left, top, width, height };
}

/** CSS pixels that are whole pixels of the device: 1, or 2 at a ratio of 1.5, 4 at 1.25; null where few are. */
function wholeStep(ratio: number): number | null {
  for (let step = 1; step <= 8; step++) if (Number.isInteger(step * ratio)) return step;
  return null;
}

/** Draws a piece of a frame anew, just as it is drawn in the whole. */
export function paintPiece(
  context: CanvasRenderingContext2D,
  frame: MapFrame,
  piece: FramePiece,
  paint: (context: CanvasRenderingContext2D, frame: MapFrame) => void,
): void {
  const { ratio } = frame;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, piece.left * ratio, piece.top * ratio);
  context.beginPath();
  context.rect(0, 0, piece.width, piece.height);
  context.clip();
  context.clearRect(0, 0, piece.width, piece.height);
  paint(context, { ...frame, ...piece, left: frame.left + piece.left, top: frame.top + piece.top });
  context.restore();
}
