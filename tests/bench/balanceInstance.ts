/** Reads the solver instances that lie beside the project, as problems. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { BalanceProblem } from '../../shared/balance/problem';
import { neighbourRowsOf } from '../../shared/geo/contiguity';

export interface Instance {
  readonly K: number;
  readonly seed?: number;
  readonly units: { id: string[]; lat: number[]; lng: number[]; measures: Record<string, number[]> };
  readonly territories: { id: string[]; base: ([number, number] | null)[] | null; capacity: number[] };
  readonly balance: { measure: string; tolerance: number }[];
  readonly travelMeasure: string;
  readonly current: number[] | null;
  readonly locks: [number, number][] | null;
  readonly adjacency: number[][] | null;
  /** Only special cases: the verdict that is right. */
  readonly expected?: { readonly feasible: boolean };
}

/** The folder of the open set; it need not be there. */
export const OPEN_SET = new URL('../../../shared/bench/', import.meta.url).pathname;

export function readInstance(file: string): Instance {
  const bytes = readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Instance;
}

/** @param toleranceRatio for every measure, or null for the instance's own */
export function problemOfInstance(instance: Instance, toleranceRatio: number | null): BalanceProblem {
  const { units, territories, balance } = instance;
  const count = units.lat.length;
  const base = territories.base ?? territories.capacity.map(() => null);
  const locks = new Int32Array(count).fill(-1);
  for (const [unit, territory] of instance.locks ?? []) locks[unit] = territory;
  return {
    unitLat: Float64Array.from(units.lat),
    unitLng: Float64Array.from(units.lng),
    measures: balance.map(({ measure, tolerance }) => ({
      id: measure,
      values: Float64Array.from(units.measures[measure]!),
      toleranceRatio: toleranceRatio ?? tolerance,
    })),
    travelActivity: Float64Array.from(units.measures[instance.travelMeasure]!),
    territories: {
      lat: Float64Array.from(base, (at) => at?.[0] ?? NaN),
      lng: Float64Array.from(base, (at) => at?.[1] ?? NaN),
      capacity: Float64Array.from(territories.capacity),
    },
    current: instance.current ? Int32Array.from(instance.current) : null,
    locks,
    families: null,
    eligibility: null,
    keepKm: 0,
    caps: null,
    movableTerritories: null,
    adjacency: instance.adjacency ? neighbourRowsOf(instance.adjacency) : null,
    seed: instance.seed ?? 1,
  };
}
