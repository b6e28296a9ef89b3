import { describe, expect, it } from 'vitest';
import { mergeNeighbours, neighboursByPoints, neighboursByUnits } from '../../../../shared/geo/adjacency';
import { colorDistances } from '../../../../shared/geo/colorDistance';
import { colorGraph } from '../../../../shared/geo/colorGraph';
import { projectColumns } from '../../../../shared/geo/projection';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { readUnitedStates } from './unitedStates';

/** The light fills of the design's palette. */
const FILLS = [
  '#97b6df',
  '#f0c891',
  '#88c7c1',
  '#e5a9c2',
  '#e5d795',
  '#b6aadf',
  '#b1d8ed',
  '#d7a195',
  '#a7ca9d',
  '#d8c8ec',
  '#adb6c3',
  '#e1cfba',
  '#90a1c1',
  '#c2c895',
];
const distances = colorDistances(FILLS);
const counties = readUnitMap(readUnitedStates(), 'counties');
const states = [...new Set(counties.ids.map((id) => id.slice(0, 2)))].sort();
const neighbours = neighboursByUnits(
  counties,
  Int32Array.from(counties.ids, (id) => states.indexOf(id.slice(0, 2))),
  states.length,
);

function leastDistance(colors: readonly number[]): number {
  let least = Infinity;
  neighbours.forEach((list, k) => {
    for (const n of list) least = Math.min(least, distances[colors[k]!]![colors[n]!]!);
  });
  return least;
}

describe('colorDistances', () => {
  it('is 0 for a colour with itself, 100 from black to white, and the same both ways', () => {
    const [[own, toWhite], [fromWhite]] = colorDistances(['#000000', '#ffffff']) as [number[], number[]];
    expect(own).toBe(0);
    expect(toWhite).toBeCloseTo(100, 3);
    expect(fromWhite).toBe(toWhite);
  });

  it('brings a red and a green of one lightness together for those who cannot tell them apart', () => {
    const [[, redGreen]] = colorDistances(['#c0504d', '#6e8b3d']) as [number[]];
    const [[, blueOrange]] = colorDistances(['#4472c4', '#d98040']) as [number[]];
    expect(redGreen!).toBeLessThan(blueOrange! / 2);
  });
});

describe('colorGraph', () => {
  const open = states.map(() => null);

  it('keeps all neighbouring states at least 8 apart for every vision, and uses most of the palette', () => {
    const colors = colorGraph(neighbours, distances, open);
    expect(leastDistance(colors)).toBeGreaterThanOrEqual(8);
    expect(new Set(colors).size).toBeGreaterThanOrEqual(12);
  });

  it('keeps the colours there are when a territory is added, and picks a distinct one for the new', () => {
    const colors: (number | null)[] = colorGraph(neighbours, distances, open);
    const missouri = states.indexOf('29');
    const kept = colors.map((color, k) => (k === missouri ? null : color));
    const after = colorGraph(neighbours, distances, kept);
    expect(after.filter((_, k) => k !== missouri)).toEqual(colors.filter((_, k) => k !== missouri));
    // Eight neighbours that keep their colours leave no fill that is 8 from all of them.
    expect(leastDistance(after)).toBeGreaterThanOrEqual(6);
  });

  it('is the same each time', () => {
    expect(colorGraph(neighbours, distances, open)).toEqual(colorGraph(neighbours, distances, open));
  });
});

describe('neighboursByPoints', () => {
  it('joins areas that grow into each other, and not those out of reach', () => {
    const points = projectColumns(Float64Array.of(50, 50, 50, 50), Float64Array.of(0, 2, 4, 40));
    const touching = neighboursByPoints(points, Int32Array.of(0, 1, 2, 3), 4, 4 / 360);
    expect(touching).toEqual([[1], [0, 2], [1], []]);
    expect(mergeNeighbours(touching, [[3], [], [], [0]])).toEqual([[1, 3], [0, 2], [1], [0]]);
  });
});
