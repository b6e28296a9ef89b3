import { describe, expect, it } from 'vitest';
import { ArcLevels, traceLines, traceRings } from '../../../../renderer/map/arcPath';

const FRAME = { zoom: 9, scale: 100, left: 0, top: 0, width: 100, height: 100, ratio: 1 };

/** A square across the 180th meridian, one arc. */
const levels = new ArcLevels({
  xy: Float64Array.of(0.98, 0.4, 0.02, 0.4, 0.02, 0.6, 0.98, 0.6, 0.98, 0.4),
  offsets: Int32Array.of(0, 5),
});

function recorder() {
  const lines: [number, number][][] = [];
  return {
    lines,
    moveTo: (x: number, y: number) => void lines.push([[x, y]]),
    lineTo: (x: number, y: number) => void lines[lines.length - 1]!.push([x, y]),
    closePath: () => undefined,
  };
}

function widest(lines: readonly [number, number][][]): number {
  return Math.max(...lines.flatMap((line) => line.slice(1).map(([x], at) => Math.abs(x - line[at]![0]))));
}

describe('land across the 180th meridian', () => {
  it('is drawn at both edges, without a line through the map', () => {
    const sink = recorder();
    traceRings(sink, levels, [Int32Array.of(0)], FRAME);
    expect(sink.lines).toHaveLength(2);
    expect(widest(sink.lines)).toBeCloseTo(4);
    const spans = sink.lines.map((line) => line.map(([x]) => x));
    expect(Math.max(...spans[0]!)).toBeCloseTo(102);
    expect(Math.min(...spans[1]!)).toBeCloseTo(-2);
  });

  it('has its lines broken there, too', () => {
    const sink = recorder();
    traceLines(sink, levels, [0], FRAME);
    expect(widest(sink.lines)).toBeCloseTo(4);
  });
});
