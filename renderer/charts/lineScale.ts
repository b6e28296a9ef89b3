/** A level this many times as high as the highest value would flatten the lines: it is told instead. */
const FAR = 1.6;

interface Level {
  readonly y: number;
  readonly label: string;
}

/** A y-axis that shows the lines, and the levels that fit on it. */
interface LineScale {
  readonly domain: readonly [low: number, high: number];
  readonly near: readonly Level[];
  readonly far: readonly Level[];
}

/**
 * Chooses the y-axis of a line chart.
 * @param isFromZero whether it begins at 0, or close below the lines
 */
export function lineScale(ys: readonly number[], levels: readonly Level[], isFromZero: boolean): LineScale {
  const highest = Math.max(0, ...ys);
  const isFar = ({ y }: Level) => highest > 0 && y > highest * FAR;
  const near = levels.filter((level) => !isFar(level));
  const all = [...ys, ...near.map(({ y }) => y)];
  const high = Math.max(...all, isFromZero ? 0 : -Infinity);
  const low = Math.min(...all, isFromZero ? 0 : Infinity);
  if (!Number.isFinite(high - low)) return { domain: [0, 1], near, far: levels.filter(isFar) };
  const margin = (high - low) * 0.05 || Math.abs(high) * 0.05 || 1;
  return {
    domain: [isFromZero && low === 0 ? 0 : low - margin, high + margin],
    near,
    far: levels.filter(isFar),
  };
}
