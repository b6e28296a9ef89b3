import type { Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import type { Basemap } from '../../../../../../renderer/map/basemapFiles';
import { readMapPoints } from '../../../../../../renderer/map/mapAccounts';
import type { MapTheme } from '../../../../../../renderer/map/mapTheme';
import {
  paintMapPage,
  rowsThatFit,
  sizeForRows,
  type MapPage,
} from '../../../../../../renderer/features/territories/print/paintMapPage';
import { svgDrawing } from '../../../../../../renderer/features/territories/print/svgDrawing';
import { TERRITORY_COLORS } from '../../../../../../renderer/palette/territoryColors';
import { decodeArcs } from '../../../../../../shared/geo/arcStore';
import { mercatorX, mercatorY } from '../../../../../../shared/geo/projection';
import { readUnitMap } from '../../../../../../shared/geo/unitMap';
import { placeLevelCode } from '../../../../../../shared/model/placeLevel';

/** Two counties side by side, a degree each, at 40° north and 100° west. */
const TWO_COUNTIES: Topology = {
  type: 'Topology',
  arcs: [
    [
      [-99, 40],
      [-99, 41],
    ],
    [
      [-99, 41],
      [-100, 41],
      [-100, 40],
      [-99, 40],
    ],
    [
      [-99, 40],
      [-98, 40],
      [-98, 41],
      [-99, 41],
    ],
  ],
  objects: {
    counties: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '31001', properties: { name: 'West' }, arcs: [[0, 1]] },
        { type: 'Polygon', id: '31003', properties: { name: 'East' }, arcs: [[2, -1]] },
      ],
    },
    none: { type: 'GeometryCollection', geometries: [] },
  },
};

const noLand = readUnitMap({ ...TWO_COUNTIES, arcs: [] }, 'none');
const counties = readUnitMap(TWO_COUNTIES, 'counties');
const basemap: Basemap = {
  countries: noLand,
  bridge: new Int32Array(0),
  counties,
  states: counties,
  lakes: noLand,
  inlandLakes: noLand,
  rivers: new Int32Array(0),
  waterArcs: decodeArcs({ ...TWO_COUNTIES, arcs: [] }),
  towns: { names: [], x: new Float64Array(0), y: new Float64Array(0), zoomTenths: [] },
  waters: [],
};

const theme: MapTheme = {
  isDark: false,
  water: '#000001',
  land: '#000002',
  landLine: '#000003',
  county: '#000004',
  territoryEdge: '#000005',
  territoryInk: '#000006',
  text: '#000007',
  halo: '#000008',
  waterText: '#000009',
  lasso: '#00000a',
  accent: '#00000b',
  surface: '#00000c',
  hatch: '#00000d',
  house: '#00000e',
  fills: TERRITORY_COLORS.map(({ light }) => light.fill),
  inks: TERRITORY_COLORS.map(({ light }) => light.ink),
  sequential: [],
  diverging: [],
};

const A4 = { width: 1122.5, height: 793.7 };
const NAME = 'R&D <West> "1"';

function pageOf(owners: readonly number[], rowCount = 2): MapPage {
  const places = readMapPoints({
    lat: Float64Array.of(40.5, 40.4, 40.6),
    lng: Float64Array.of(-99.5, -99.4, -98.5),
    placeLevels: new Uint8Array(3).fill(placeLevelCode('exact')),
    removed: new Uint8Array(3),
  });
  const spot = { x: mercatorX(-99.5), y: mercatorY(40.2), reachY: 0.001 };
  return {
    title: NAME,
    subtitle: 'A · Today',
    foot: 'Evenland',
    box: [mercatorX(-100), mercatorY(41), mercatorX(-98), mercatorY(40)],
    legendTitle: '',
    legend: [{ mark: { kind: 'border' }, text: 'Territory border' }],
    rows: Array.from({ length: rowCount }, (_, at) => ({
      name: at === 0 ? NAME : `Territory ${at}`,
      colorIndex: at % 14,
      accounts: '1',
      index: '100',
    })),
    scene: {
      basemap,
      places,
      sizes: { sizes: new Uint8Array(3).fill(1), sizeNames: [] },
      alignment: {
        assignment: Int32Array.of(0, 0, 1),
        colorIndices: [0, 1],
        owners: Int32Array.from(owners),
      },
      coloring: { kind: 'territory' },
      labels: [{ ...spot, name: NAME, figure: '104' }],
      units: null,
      boundaries: [],
      isDensity: false,
      only: -1,
    },
  };
}

function drawn(page: MapPage, size = A4): string {
  return svgDrawing(
    {
      size,
      title: page.title,
      length: ['297mm', '210mm'],
      theme,
      measure: (text) => text.length * 6,
      prefix: 'p-',
    },
    (context, hatch) => paintMapPage(context, size, page, theme, hatch),
  );
}

/** Reads an XML text tag by tag. @returns names of its elements @throws Error where it is not well formed */
function elementsOf(xml: string): string[] {
  const open: string[] = [];
  const found: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-zA-Z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g,
    (_, close, name: string, __, single) => {
      if (close) {
        if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      } else {
        found.push(name);
        if (!single) open.push(name);
      }
      return '';
    },
  );
  if (open.length > 0 || /[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/.test(rest)) throw new Error('not well formed');
  return found;
}

describe('the map as an SVG', () => {
  it('is XML with a circle an account and a path an area, in the colours of the territories', () => {
    const svg = drawn(pageOf([0, 1]));
    const elements = elementsOf(svg);
    expect(elements.filter((name) => name === 'circle')).toHaveLength(3);
    for (const color of [TERRITORY_COLORS[0]!, TERRITORY_COLORS[1]!]) {
      expect(svg.match(new RegExp(`<g fill="${color.light.fill}"><path d="[^"]+z"/></g>`, 'g'))).toHaveLength(
        1,
      );
      expect(svg).toContain(`<g fill="${color.light.ink}" stroke="${theme.halo}"`);
    }
  });

  it('escapes names in its title, its labels and its table', () => {
    const svg = drawn(pageOf([0, 1]));
    expect(svg).not.toContain('<West>');
    expect(svg.match(/R&amp;D &lt;West&gt; &quot;1&quot;</g)).toHaveLength(4);
  });

  it('hatches land that is unassigned, on the surface', () => {
    const svg = drawn(pageOf([0, -1]));
    expect(svg).toContain('<pattern id="p-hatch"');
    expect(svg).toMatch(
      /<g fill="#00000c"><path d="([^"]+)"\/><\/g><g fill="url\(#p-hatch\)"><path d="\1"\/>/,
    );
  });

  it("draws boundaries dashed on a halo, in a book the territory's own alone", () => {
    const page = pageOf([0, 1]);
    const square = (west: number) => {
      const [left, right, top, bottom] = [mercatorX(west), mercatorX(west + 1), mercatorY(41), mercatorY(40)];
      return Float64Array.of(left, top, right, top, right, bottom, left, bottom);
    };
    const boundaries = [
      { territory: 0, line: square(-100) },
      { territory: 1, line: square(-99) },
    ];
    const dashed = /<g fill="none" stroke="#000006"[^>]*stroke-dasharray="10 4"[^>]*>(.*?)<\/g>/g;
    const drawnBoundaries = (only: number): number =>
      [...drawn({ ...page, scene: { ...page.scene, boundaries, only } }).matchAll(dashed)].length;
    expect(drawnBoundaries(-1)).toBe(2);
    expect(drawnBoundaries(1)).toBe(1);
    expect([...drawn(page).matchAll(dashed)]).toHaveLength(0);
  });

  it('draws one territory alone with its own accounts', () => {
    const page = pageOf([0, 1]);
    const svg = drawn({ ...page, scene: { ...page.scene, only: 1 } });
    expect(elementsOf(svg).filter((name) => name === 'circle')).toHaveLength(1);
    expect(svg).toContain(`stroke="${theme.accent}"`);
  });
});

describe('the table beside the map', () => {
  it.each([
    ['landscape', A4],
    ['portrait', { width: 793.7, height: 1122.5 }],
  ])('says in %s how many have no room, and has room for all where the page may grow', (_, size) => {
    const fit = rowsThatFit(size);
    const full = drawn(pageOf([0, 1], fit), size);
    expect(full).toContain(`>Territory ${fit - 1}<`);
    expect(full).not.toContain('on the next page');
    const more = drawn(pageOf([0, 1], fit + 7), size);
    expect(more).toContain('>and 8 more, on the next page<');
    const grown = sizeForRows(size, fit + 7);
    expect(grown.height).toBeGreaterThan(size.height);
    expect(rowsThatFit(grown)).toBeGreaterThanOrEqual(fit + 7);
    expect(sizeForRows(size, fit)).toEqual(size);
  });
});
