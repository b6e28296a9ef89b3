/** A place in CSS pixels. */
export interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

export interface Arrow {
  /** Path of the bent line. */
  readonly line: string;
  /** Path of the filled head. */
  readonly head: string;
  /** Points on the line and beside it, for its count; the first is best. */
  readonly places: readonly PixelPoint[];
}

const SHORTEST_PX = 26;
const LONGEST_PX = 72;
/** Length as a share of the way between the two territories. */
const LENGTH_SHARE = 0.3;
/** How far the line bends, as a share of its length. */
const BEND = 0.16;
const HEAD_PX = 7;
/** Places of a count: shares of the length from its middle, and pixels off the line. */
const ALONG = [
  [0, 0],
  [-0.2, 0],
  [0.2, 0],
  [-0.42, 0],
] as const;
const ASIDE = [
  [0, -15],
  [0, 15],
  [-0.25, -15],
  [-0.25, 15],
  [-0.5, -15],
  [-0.5, 15],
  [-0.75, 0],
  [0.75, 0],
  [0, -22],
  [0, 22],
  [-0.4, -22],
  [-0.4, 22],
  [0.4, -22],
  [0.4, 22],
  [-0.9, -8],
  [-0.9, 8],
  [0.9, -8],
  [0.9, 8],
  [0, -30],
  [0, 30],
] as const;

/**
 * A bent arrow through the place where accounts change hands, in the direction from one territory to another.
 * @returns null where the two are at one place
 */
export function arrowOf(at: PixelPoint, from: PixelPoint, to: PixelPoint): Arrow | null {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(distance > 1)) return null;
  const along = { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance };
  const length = Math.min(LONGEST_PX, Math.max(SHORTEST_PX, distance * LENGTH_SHARE));
  const point = (forward: number, aside: number): PixelPoint => ({
    x: at.x + along.x * forward - along.y * aside,
    y: at.y + along.y * forward + along.x * aside,
  });
  const start = point(-length / 2, 0);
  const tip = point(length / 2, 0);
  const bend = point(0, -length * BEND * 2);
  // The head looks along the end of the curve, which is the way from the bend to the tip.
  const way = Math.hypot(tip.x - bend.x, tip.y - bend.y);
  const into = { x: (tip.x - bend.x) / way, y: (tip.y - bend.y) / way };
  const side = (sign: number): string =>
    text({
      x: tip.x - into.x * HEAD_PX - sign * into.y * HEAD_PX * 0.55,
      y: tip.y - into.y * HEAD_PX + sign * into.x * HEAD_PX * 0.55,
    });
  const lineEnd = { x: tip.x - into.x * HEAD_PX * 0.7, y: tip.y - into.y * HEAD_PX * 0.7 };
  return {
    line: `M${text(start)}Q${text(bend)} ${text(lineEnd)}`,
    head: `M${text(tip)}L${side(1)}L${side(-1)}Z`,
    places: [...ALONG, ...ASIDE].map(([forward, aside]) =>
      point(forward * length, aside - length * BEND * (1 - 4 * forward * forward)),
    ),
  };
}

function text({ x, y }: PixelPoint): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
