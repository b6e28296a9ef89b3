import { solveBalance } from '../balance/solve';
import { haversineKm } from '../geo/greatCircle';
import type { PlanDocument } from '../model/planDocument';
import type { Scenario } from '../model/scenario';
import { CommandError } from './commandError';
import { evaluateTerritories } from './evaluateTerritories';
import { isAssignableInRole, requireTerritoryIndex } from './lookup';
import { scenarioOfRole } from './overlay';
import { runToEnd } from './runToEnd';
import { blockProblem } from './splitBlocks';
import type { TerritoryBlock } from './territoryBlocks';

/** A territory that may take over from another. */
export interface Receiver {
  readonly index: number;
  readonly id: string;
  /** Its base or the weighted centre of its accounts, degrees; NaN where it has neither. */
  readonly lat: number;
  readonly lng: number;
  readonly load: number;
  readonly capacity: number;
  /** Its share of the whole once the other is gone: W · c_k / Σc without it. */
  readonly target: number;
}

/**
 * Those who may take over from a territory, with their loads.
 * @throws CommandError when there is nobody
 */
export function receiversOf(
  document: PlanDocument,
  scenario: Scenario,
  leaver: number,
  measureId: string | null,
  receiverIds: readonly string[] | undefined,
): Receiver[] {
  const { role } = scenario.territories[leaver]!;
  const view = role === undefined ? scenario : scenarioOfRole(scenario, role);
  const figures = evaluateTerritories(document, view, null);
  const measure = figures.measures.find((candidate) => candidate.measureId === measureId) ?? figures.accounts;
  const others = scenario.territories.flatMap((territory, index) =>
    index !== leaver && isAssignableInRole(scenario, territory, role) ? [index] : [],
  );
  const wanted = receiverIds?.map((id) => requireTerritoryIndex(scenario, id));
  const chosen = wanted ? others.filter((index) => wanted.includes(index)) : others;
  if (chosen.length === 0) {
    throw new CommandError('There is no other territory to take over. Add one, or choose others.');
  }
  const capacities = others.reduce((sum, index) => sum + scenario.territories[index]!.capacity, 0);
  return chosen.map((index) => {
    const { id, capacity } = scenario.territories[index]!;
    return {
      index,
      id,
      lat: figures.travel.hubLat[index]!,
      lng: figures.travel.hubLng[index]!,
      load: measure.totals[index]!,
      capacity,
      target: capacities > 0 ? (measure.whole * capacity) / capacities : 0,
    };
  });
}

/**
 * Gives each block, heaviest first, to the nearest receiver that stays within the corridor with it; where nobody
 * has room, to the one that is filled least.
 * @returns a receiver by position, one a block
 */
export function shareToNearest(
  blocks: readonly TerritoryBlock[],
  receivers: readonly Receiver[],
  corridorShare: number,
): Int32Array {
  const loads = receivers.map((receiver) => receiver.load);
  const chosen = new Int32Array(blocks.length);
  const order = [...blocks.keys()].sort((a, b) => blocks[b]!.weight - blocks[a]!.weight || a - b);
  for (const at of order) {
    const block = blocks[at]!;
    let best = -1;
    let bestKm = Infinity;
    let least = 0;
    receivers.forEach((receiver, k) => {
      if (fill(receiver, loads[k]!) < fill(receivers[least]!, loads[least]!)) least = k;
      const hasRoom = loads[k]! + block.weight <= receiver.target * (1 + corridorShare) + 1e-9;
      const km = distanceKm(block, receiver);
      if (hasRoom && (best < 0 || km < bestKm)) [best, bestKm] = [k, km];
    });
    const to = best >= 0 ? best : least;
    chosen[at] = to;
    loads[to]! += block.weight;
  }
  return chosen;
}

function fill(receiver: Receiver, load: number): number {
  return receiver.target > 0 ? load / receiver.target : Infinity;
}

/** Without a place, all are alike far; a receiver without a place is farther than any. */
function distanceKm(block: TerritoryBlock, receiver: Receiver): number {
  if (Number.isNaN(block.lat)) return 0;
  if (Number.isNaN(receiver.lat)) return 40_000;
  return haversineKm(block.lat, block.lng, receiver.lat, receiver.lng);
}

/**
 * Shares blocks out so that receivers come out even by their capacities and travel is least: the balancing problem
 * in which what each receiver has already is one locked unit at its hub.
 * @returns a receiver by position, one a block
 */
export function shareByBalance(
  blocks: readonly TerritoryBlock[],
  receivers: readonly Receiver[],
  toleranceShare: number,
  seed: number,
): Int32Array {
  const fixed = receivers.map(({ lat, lng, load }) => ({ lat, lng, weight: load }));
  const problem = blockProblem([...blocks, ...fixed], toleranceShare, seed);
  const locks = new Int32Array(blocks.length + fixed.length).fill(-1);
  receivers.forEach((_, k) => (locks[blocks.length + k] = k));
  const placed = blocks.find((block) => !Number.isNaN(block.lat)) ?? { lat: 0, lng: 0 };
  const hubOf = (value: number, fallback: number) => (Number.isNaN(value) ? fallback : value);
  const { assignment } = runToEnd(
    solveBalance({
      ...problem,
      locks,
      territories: {
        lat: Float64Array.from(receivers, ({ lat }) => hubOf(lat, placed.lat)),
        lng: Float64Array.from(receivers, ({ lng }) => hubOf(lng, placed.lng)),
        capacity: Float64Array.from(receivers, ({ capacity }) => capacity),
      },
    }),
  );
  return assignment.slice(0, blocks.length);
}
