import { describe, expect, it } from 'vitest';
import { joinBoxes, pieceOfFrame } from '../../../../renderer/map/framePieces';
import type { MapFrame } from '../../../../renderer/map/mapFrame';

const frame: MapFrame = { zoom: 2, scale: 1024, left: 100, top: 50, width: 800, height: 600, ratio: 1 };

describe('a piece of a frame', () => {
  it('shows the box with its margin', () => {
    const box = [0.2, 0.2, 0.3, 0.4] as const;
    expect(pieceOfFrame(frame, box, 8)).toEqual({ left: 96, top: 146, width: 120, height: 222 });
  });

  it('ends with the frame, and is none beyond it', () => {
    expect(pieceOfFrame(frame, [0, 0, 0.2, 0.2], 8)).toEqual({ left: 0, top: 0, width: 113, height: 163 });
    expect(pieceOfFrame(frame, [0.95, 0.1, 0.99, 0.2], 8)).toBe('none');
  });

  it('is the whole where little would be saved', () => {
    expect(pieceOfFrame(frame, [0, 0, 1, 1], 8)).toBe('whole');
  });

  it('lies on whole pixels of the device', () => {
    for (const ratio of [1.25, 1.5, 2]) {
      const piece = pieceOfFrame({ ...frame, ratio }, [0.211, 0.233, 0.307, 0.401], 8);
      if (typeof piece === 'string') throw new Error(piece);
      for (const edge of [piece.left, piece.top, piece.width, piece.height])
        expect(Number.isInteger(edge * ratio)).toBe(true);
    }
    expect(pieceOfFrame({ ...frame, ratio: 1.1 }, [0.2, 0.2, 0.3, 0.3], 8)).toBe('whole');
  });

  it('goes round two boxes', () => {
    const one = joinBoxes(null, [0.1, 0.2, 0.3, 0.4]);
    expect(joinBoxes(one, [0.2, 0.1, 0.25, 0.5])).toEqual([0.1, 0.1, 0.3, 0.5]);
  });
});
