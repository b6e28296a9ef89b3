import { expect, it } from 'vitest';
import { EARTH_RADIUS_KM, haversineKm } from '../../../../shared/geo/greatCircle';
import { unitNeighbours } from '../../../../shared/geo/unitBridges';
import { readUnitMap } from '../../../../shared/geo/unitMap';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import { evaluateTerritories } from '../../../../shared/plan/evaluateTerritories';
import { runCommand } from '../../../../shared/plan/runCommand';
import { territoryShapes } from '../../../../shared/plan/territoryShapes';
import { SQUARES } from '../geo/unitedStates';
import { smallPlan } from './planFixture';

const RADIANS = Math.PI / 180;

it('figures of shapes: land from units, else the hull of accounts, pieces and spread', () => {
  const start = smallPlan();
  const document = [1, 2].reduce(
    (plan, index) =>
      applyDiff(
        plan,
        runCommand(plan, {
          kind: 'assignAccounts',
          scenarioId: 's1',
          rows: index === 1 ? Int32Array.of(0, 1) : Int32Array.of(2),
          target: { territoryId: index === 1 ? 'north' : 'south' },
        }),
      ),
    start,
  );
  const scenario = document.scenarios[0]!;
  const figures = evaluateTerritories(document, scenario, null);
  const map = readUnitMap(SQUARES, 'units');
  // North has A and C, which lie apart; South has nothing but accounts in a place.
  const owners = Int32Array.from(map.ids, (id) => (id === 'A' || id === 'C' ? 1 : -1));
  const [top, north, south] = territoryShapes(document, scenario, figures, {
    map,
    owners,
    neighbours: unitNeighbours(map),
  });
  expect(top).toBeNull();
  expect(north).toMatchObject({ accountCount: 2, source: 'units', pieceCount: 2 });
  // A is 10° by 10° from the 10th parallel up; C is 10° by 10° from the equator with a hole of 6° by 6°. Edges run
  // straight in the plane, not along parallels, so that areas differ by a little.
  const strip = (south: number, northEdge: number, width: number) =>
    EARTH_RADIUS_KM ** 2 * width * RADIANS * (Math.sin(northEdge * RADIANS) - Math.sin(south * RADIANS));
  const area = strip(10, 20, 10) + strip(0, 10, 10) - strip(2, 8, 6);
  expect(Math.abs(north!.compactness!.areaKm2 / area - 1)).toBeLessThan(0.01);
  expect(south).toMatchObject({
    accountCount: 1,
    source: null,
    compactness: null,
    pieceCount: 0,
    spreadKm2: 0,
  });
  // Revenue 10 and 20 a degree apart: the hub is 2/3 of the way to the second.
  const degreeKm = haversineKm(0, 0, 0, 1);
  expect(north!.spreadKm2).toBeCloseTo(((10 * (2 / 3) ** 2 + 20 * (1 / 3) ** 2) / 30) * degreeKm ** 2, -1);
  // Nobody drives once for each dollar of revenue.
  expect(north!.driveHours).toBeNull();
});

it('hours on the road are those of visits, and there are none where the first measure is money', () => {
  const start = smallPlan();
  const assigned = applyDiff(
    start,
    runCommand(start, {
      kind: 'assignAccounts',
      scenarioId: 's1',
      rows: Int32Array.of(0, 1),
      target: { territoryId: 'north' },
    }),
  );
  const hoursBy = (measureId: string | null) => {
    const measures = measureId === null ? [] : [{ measureId, weight: 1, toleranceShare: 0.05 }];
    const scenario = { ...assigned.scenarios[0]!, measures };
    const document = { ...assigned, scenarios: [scenario] };
    return territoryShapes(document, scenario, evaluateTerritories(document, scenario, null), null)[1]!
      .driveHours;
  };
  const degreeKm = haversineKm(0, 0, 0, 1);
  expect(hoursBy('revenue')).toBeNull();
  // One visit and two visits a degree apart: the hub is 2/3 of the way to the second.
  expect(hoursBy('visits')).toBeCloseTo(((1 * 2 + 2) / 3) * degreeKm * (1.3 / 70), 1);
  // Without a measure each account counts once, and the hub lies halfway.
  expect(hoursBy(null)).toBeCloseTo(degreeKm * (1.3 / 70), 1);
});

it('the hull of accounts is labelled so', () => {
  const document = smallPlan();
  const accounts = {
    ...document.accounts,
    lat: Float64Array.of(0, 1, 0, 1, 0, Number.NaN),
    lng: Float64Array.of(0, 0, 1, 1, 0.5, Number.NaN),
  };
  const placed = { ...document, accounts };
  const diff = runCommand(placed, {
    kind: 'assignAccounts',
    scenarioId: 's1',
    rows: Int32Array.of(0, 1, 2, 3, 4),
    target: { territoryId: 'north' },
  });
  const after = applyDiff(placed, diff);
  const figures = evaluateTerritories(after, after.scenarios[0]!, null);
  const shape = territoryShapes(after, after.scenarios[0]!, figures, null)[1]!;
  expect(shape.source).toBe('hull');
  expect(shape.compactness!.hullRatio).toBeCloseTo(1, 9);
  expect(Math.abs(shape.compactness!.areaKm2 / haversineKm(0, 0, 0, 1) ** 2 - 1)).toBeLessThan(0.001);
});
