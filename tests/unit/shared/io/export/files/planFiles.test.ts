import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportContext } from '../../../../../../shared/io/export/exportContext';
import { csvFiles } from '../../../../../../shared/io/export/files/csvFiles';
import { neutralText } from '../../../../../../shared/io/export/files/exportFile';
import { geojsonText } from '../../../../../../shared/io/export/files/geojsonFile';
import { kmlText } from '../../../../../../shared/io/export/files/kmlFile';
import { planLand } from '../../../../../../shared/io/export/files/territoryLand';
import { buildDeck } from '../../../../../../shared/io/export/deck/buildDeck';
import { withUnitClaims } from '../../../../../../shared/model/alignment';
import type { Boundary } from '../../../../../../shared/model/boundary';
import type { PlanDocument } from '../../../../../../shared/model/planDocument';
import { applyDiff } from '../../../../../../shared/plan/applyDiff';
import { runCommand } from '../../../../../../shared/plan/runCommand';
import { readUnitedStates } from '../../../geo/unitedStates';
import { payingPlan } from '../../../plan/planFixture';

const unitedStates = readUnitedStates();

/** North has two accounts in Boston and San Francisco; South a triangle in the open sea, where there is no county. */
function placedPlan(): PlanDocument {
  const plan = payingPlan();
  return {
    ...plan,
    accounts: {
      ...plan.accounts,
      lat: Float64Array.of(42.36, 37.77, 30, 31, Number.NaN, 32),
      lng: Float64Array.of(-71.06, -122.42, -60, -61, Number.NaN, -60),
    },
  };
}

describe('tables as CSV', () => {
  it('reads back whole, with formulas neutralised and money in currency', () => {
    const files = csvFiles(exportContext(payingPlan(), 's1', '2026-11-28', false));
    expect(files.map(({ name }) => name)).toEqual([
      'accounts.csv',
      'territories.csv',
      'assignments.csv',
      'roster.csv',
    ]);
    const { data } = Papa.parse<Record<string, string>>(files[0]!.text, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toHaveLength(6);
    expect(data[5]).toMatchObject({
      accountId: 'a6',
      name: 'Fir\nand Sons',
      territory: 'South',
      rep: 'Bo Vos',
      Revenue: '-999',
      Segment: "'=1+1",
      lng: '',
    });
    expect(data[4]).toMatchObject({ territoryId: '', territory: '(unassigned)', name: 'Ébène' });
    const roster = Papa.parse<Record<string, string>>(files[3]!.text, {
      header: true,
      skipEmptyLines: true,
    }).data;
    // 1,000 and 5% over, North's 30 of the 100 that have an owner.
    expect(roster[0]).toMatchObject({ repId: 'r1', base: '100000', quota: '315' });
  });

  it('leaves pay out of a copy without pay', () => {
    const files = csvFiles(exportContext(payingPlan(), 's1', '2026-11-28', true));
    expect(files[3]!.text.split('\r\n')[0]).toBe(
      'repId,name,role,manager,territory,lat,lng,start,end,potential',
    );
  });

  it('lists the accounts that move from the first scenario, by territory id', () => {
    const plan = payingPlan();
    const [first] = plan.scenarios;
    const second = {
      ...first!,
      id: 's2',
      // A renamed territory is no move.
      territories: first!.territories.map((each) =>
        each.id === 'north' ? { ...each, name: 'Far North' } : each,
      ),
      alignments: [{ ...first!.alignments[0]!, claims: Int32Array.of(1, 2, 2, 2, -1, -2) }],
    };
    const files = csvFiles(
      exportContext({ ...plan, scenarios: [first!, second] }, 's2', '2026-11-28', false),
    );
    expect(files.find(({ name }) => name === 'moves.csv')!.text.split('\r\n')).toEqual([
      'accountId,name,fromTerritoryId,from,toTerritoryId,to',
      'a2,"Bolt, Inc.",north,North,south,South',
      'a6,"Fir\nand Sons",south,South,,(house)',
      '',
    ]);
  });

  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['-5', '-5'],
    ['+1.5e+3', '+1.5e+3'],
    ['-cmd|calc', "'-cmd|calc"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['plain', 'plain'],
  ])('keeps %s safe in a spreadsheet', (text, safe) => {
    expect(neutralText(text)).toBe(safe);
  });
});

describe('land', () => {
  it('is that of the counties with accounts, claims first; without counties the hull round the accounts', () => {
    const plan = placedPlan();
    const land = planLand(exportContext(plan, 's1', '2026-11-28', false), unitedStates);
    expect(land.territories.map(({ index, source }) => [index, source])).toEqual([
      [1, 'units'],
      [2, 'hull'],
    ]);
    expect(land.units.find(({ id }) => id === '25025')).toMatchObject({ name: 'Suffolk', owner: 1 });
    expect(land.territories[1]!.area.coordinates[0]).toHaveLength(4);

    const [scenario] = plan.scenarios;
    const [alignment] = scenario!.alignments;
    const layers = withUnitClaims([], 'county', ['25025'], ['south']);
    const claimed = { ...plan, scenarios: [{ ...scenario!, alignments: [{ ...alignment!, layers }] }] };
    const other = planLand(exportContext(claimed, 's1', '2026-11-28', false), unitedStates);
    expect(other.units.find(({ id }) => id === '25025')!.owner).toBe(2);
    expect(other.territories.map(({ source }) => source)).toEqual(['units', 'units']);
  });

  it('is what a drawn boundary holds where there is one, counterclockwise and closed', () => {
    const plan = placedPlan();
    const boundary: Boundary = [
      [-71, 42],
      [-71, 43],
      [-70, 42],
    ];
    const draw = { kind: 'setBoundary', scenarioId: 's1', territoryId: 'south', boundary } as const;
    const drawn = applyDiff(plan, runCommand(plan, draw));
    const context = exportContext(drawn, 's1', '2026-11-28', false);
    const land = planLand(context, unitedStates);
    const { features } = JSON.parse(geojsonText(context, land)) as FeatureCollection;
    const south = features.find(({ id }) => id === 'south');
    expect(south?.properties?.['areaFrom']).toBe('boundary');
    expect(south?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [-71, 42],
          [-70, 42],
          [-71, 43],
          [-71, 42],
        ],
      ],
    });
  });

  it('stands in GeoJSON with outer rings counterclockwise', () => {
    const context = exportContext(placedPlan(), 's1', '2026-11-28', false);
    const { features } = JSON.parse(
      geojsonText(context, planLand(context, unitedStates)),
    ) as FeatureCollection<Polygon | MultiPolygon>;
    const layers = features.map(({ properties }) => (properties as { layer: string }).layer);
    expect(layers.filter((layer) => layer === 'territory')).toHaveLength(2);
    expect(layers.filter((layer) => layer === 'account')).toHaveLength(5);
    for (const { geometry, properties } of features) {
      if ((properties as { layer: string }).layer === 'account') continue;
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const [outer] of polygons) expect(twiceArea(outer!)).toBeGreaterThan(0);
    }
  });

  it('stands in KML in folders, with names escaped', () => {
    const context = exportContext(placedPlan(), 's1', '2026-11-28', false);
    const kml = kmlText(context, planLand(context, unitedStates));
    expect(kml.match(/<Folder>/g)).toHaveLength(3);
    expect(kml).toContain('<name>Cor &quot;C&quot; Labs</name>');
    expect(kml).toContain('<styleUrl>#territory-1</styleUrl>');
  });
});

describe('the deck', () => {
  it('tells the plan in figures, map, index, territories and pay, and no pay where it must not', () => {
    const plan = placedPlan();
    const context = exportContext(plan, 's1', '2026-11-28', false);
    const land = planLand(context, unitedStates);
    const { slides } = buildDeck(context, land);
    expect(slides.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'title: Small plan',
      'figures: The plan in figures',
      'map: Territories',
      'bars: Index by territory',
      'table: Territories',
      'figures: Pay and budget',
      'table: Pay by role',
    ]);
    const map = slides[2]!;
    const areas = map.kind === 'map' ? map.areas : [];
    expect(areas.map(({ name }) => name)).toEqual(['North', 'South']);
    for (const [x, y] of areas.flatMap(({ rings }) => rings.flat())) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThanOrEqual(0);
    }
    const without = buildDeck(exportContext(plan, 's1', '2026-11-28', true), land).slides;
    expect(without.some(({ title }) => title.startsWith('Pay'))).toBe(false);
  });
});

function twiceArea(ring: readonly number[][]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at++)
    sum += ring[at - 1]![0]! * ring[at]![1]! - ring[at]![0]! * ring[at - 1]![1]!;
  return sum;
}
