/**
 * Made-up instances of the same kinds as the open set, from other geographies and seeds: what holds for
 * these holds for a planner's own list. Nothing is read; the same name and seed give the same instance.
 */
import { haversineKm } from '../../shared/geo/greatCircle';
import { Random } from '../../shared/balance/random';
import type { Instance } from './balanceInstance';

/** Where accounts lie: south, west, north, east in degrees, and what share lies in cities. */
interface Land {
  readonly box: readonly [number, number, number, number];
  readonly cities: number;
  readonly cityShare: number;
}

const LANDS = {
  us: { box: [27, -122, 47, -72], cities: 120, cityShare: 0.8 },
  eu: { box: [38, -9, 59, 28], cities: 250, cityShare: 0.75 },
  even: { box: [44, 2, 50, 12], cities: 1, cityShare: 0 },
  coast: { box: [-38, 150, -16, 153], cities: 20, cityShare: 0.9 },
} satisfies Record<string, Land>;

type LandName = keyof typeof LANDS;

const MEDIAN_WORKLOAD = 4;
const USUAL_SPREAD = 1;
const HEAVY_SPREAD = 1.55;

/** What a made-up instance of accounts is like. */
export interface PointKind {
  readonly land: LandName;
  readonly accounts: number;
  readonly territories: number;
  readonly seed: number;
  /** Tolerance of the workload; of the revenue too where there are two measures. */
  readonly tolerance?: number;
  readonly revenueTolerance?: number;
  /** The one measure that must come out even, where that is not the workload. */
  readonly balance?: 'revenue';
  readonly isFree?: boolean;
  readonly isHeavy?: boolean;
  readonly hasCapacity?: boolean;
  readonly hasOwners?: boolean;
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

const thousandth = (value: number): number => Math.max(0.05, Math.round(1000 * value) / 1000);

function skewed(random: Random, count: number, median: number, spread: number): number[] {
  return Array.from({ length: count }, () => thousandth(median * Math.exp(spread * normal(random))));
}

/** Draws places: cities by Zipf's law with suburbs about them, and the open land between. */
function placesOf(land: Land, random: Random): () => [number, number] {
  const [south, west, north, east] = land.box;
  const anywhere = (): [number, number] => [
    south + (north - south) * random.next(),
    west + (east - west) * random.next(),
  ];
  const cities = Array.from({ length: land.cities }, anywhere);
  const upTo: number[] = [];
  cities.forEach((_, rank) => upTo.push((upTo.at(-1) ?? 0) + 1 / (rank + 3)));
  return () => {
    if (random.next() >= land.cityShare) return anywhere();
    const drawn = random.next() * upTo.at(-1)!;
    const [lat, lng] = cities[upTo.findIndex((sum) => sum > drawn)]!;
    const reach = 0.25 * Math.exp(0.6 * normal(random));
    return [lat + reach * normal(random), lng + reach * normal(random)];
  };
}

/** Owners by nearness, more or less, to bases of another year; one account in thirty has none. */
function ownersOf(places: [number, number][], bases: [number, number][], random: Random): number[] {
  const likes = bases.map(() => Math.exp(0.35 * normal(random)));
  return places.map(([lat, lng]) => {
    if (random.next() < 0.03) return -1;
    if (random.next() < 0.05) return random.below(bases.length);
    const way = bases.map((base, j) => haversineKm(lat, lng, base[0], base[1]) / likes[j]!);
    return way.indexOf(Math.min(...way));
  });
}

/** Accounts, bases and, where the kind says so, owners and locks. */
export function pointInstance(kind: PointKind): Instance {
  const random = new Random(kind.seed);
  const draw = placesOf(LANDS[kind.land], random);
  const places = Array.from({ length: kind.accounts }, draw);
  const bases = Array.from({ length: kind.territories }, draw);
  const current = kind.hasOwners ? ownersOf(places, bases, random) : null;
  const locks = current?.flatMap((owner, unit): [number, number][] =>
    owner >= 0 && random.next() < 0.02 ? [[unit, owner]] : [],
  );
  const tolerance = kind.tolerance ?? 0.05;
  const balance = [{ measure: kind.balance ?? 'workload', tolerance }];
  if (kind.revenueTolerance) balance.push({ measure: 'revenue', tolerance: kind.revenueTolerance });
  return {
    K: kind.territories,
    seed: kind.seed,
    units: {
      id: places.map((_, unit) => `A${unit}`),
      lat: places.map(([lat]) => lat),
      lng: places.map(([, lng]) => lng),
      measures: {
        workload: skewed(random, kind.accounts, MEDIAN_WORKLOAD, kind.isHeavy ? HEAVY_SPREAD : USUAL_SPREAD),
        revenue: skewed(random, kind.accounts, 1_000, 1.2),
      },
    },
    territories: {
      id: bases.map((_, j) => `T${j}`),
      base: kind.isFree ? null : bases,
      capacity: bases.map(() => (kind.hasCapacity ? thousandth(0.6 + 0.8 * random.next()) : 1)),
    },
    balance,
    travelMeasure: 'workload',
    current,
    locks: locks ?? null,
    adjacency: null,
  };
}

/** What a made-up instance of geographic units is like. */
export interface AreaKind {
  readonly territories: number;
  readonly seed: number;
  readonly tolerance: number;
  readonly hasOwners?: boolean;
}

/** The heaviest unit, as a share of a territory's target. */
const HEAVIEST_AREA = 0.75;

/** The same units in another order, with other measures and another team. */
export function areaInstance(areas: Instance, kind: AreaKind): Instance {
  const random = new Random(kind.seed);
  const count = areas.units.lat.length;
  const order = Array.from({ length: count }, (_, unit) => unit);
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  const placeOf = new Int32Array(count);
  order.forEach((unit, at) => (placeOf[unit] = at));
  const drawn = skewed(random, count, 2, 0.85);
  const cap = (HEAVIEST_AREA * drawn.reduce((sum, value) => sum + value, 0)) / kind.territories;
  const workload = drawn.map((value) => Math.min(value, cap));
  const lat = order.map((unit) => areas.units.lat[unit]!);
  const lng = order.map((unit) => areas.units.lng[unit]!);
  const places = lat.map((value, at): [number, number] => [value, lng[at]!]);
  const seats = Array.from({ length: kind.territories }, () => places[random.below(count)]!);
  const current = kind.hasOwners ? ownersOf(places, seats, random) : null;
  return {
    K: kind.territories,
    seed: kind.seed,
    units: { id: order.map((unit) => areas.units.id[unit]!), lat, lng, measures: { workload } },
    territories: {
      id: seats.map((_, j) => `T${j}`),
      base: null,
      capacity: seats.map(() => 1),
    },
    balance: [{ measure: 'workload', tolerance: kind.tolerance }],
    travelMeasure: 'workload',
    current,
    // A few units about each seat stay: locked pieces that hang together as a planner's would.
    locks: kind.hasOwners
      ? seats.map(([seatLat, seatLng], j): [number, number] => [
          places.findIndex(([a, b]) => a === seatLat && b === seatLng),
          j,
        ])
      : null,
    adjacency: order.map((unit) => areas.adjacency![unit]!.map((other) => placeOf[other]!)),
  };
}
