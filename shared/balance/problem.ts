/** One numeric column that must come out even, and how far a territory may be from its target. */
export interface BalanceMeasure {
  readonly id: string;
  /** How reasons call it; left out = by its id. */
  readonly name?: string;
  /** One value a unit, ≥ 0; what is not a finite number counts as 0. */
  readonly values: Float64Array;
  /** Largest allowed |load − target| / target, e.g. 0.05 for ±5%. */
  readonly toleranceRatio: number;
}

/** How reasons call a measure. */
export function measureName({ id, name }: Pick<BalanceMeasure, 'id' | 'name'>): string {
  return name ?? id;
}

export interface BalanceTerritories {
  /** Degrees; NaN = the centre is free and moves to its accounts. */
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  /** Relative size of the target; 0 = must get nothing. */
  readonly capacity: Float64Array;
}

/** Which classes of units a territory may serve: `allowed[class * territoryCount + territory]` is 1 or 0. */
export interface BalanceEligibility {
  readonly classOfUnit: Int32Array;
  readonly allowed: Uint8Array;
}

/** Neighbours of each unit in compressed rows: those of unit i are `neighbours[offsets[i] … offsets[i + 1])`. */
export interface UnitAdjacency {
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** Caps on changes of hands, counted in units with an earlier owner; null = no cap. */
export interface DisruptionCaps {
  /** By territory: how many of its present units it may lose. */
  readonly maxHandedOff: Int32Array | null;
  /** By territory: how many units it may take over from others. */
  readonly maxTakenOver: Int32Array | null;
  /** Of all units with an owner, the share that may change hands. */
  readonly maxMovedShare: number | null;
}

/**
 * Assign every unit to one territory so that each measure stays within its tolerance of target
 * (W · cₖ / Σc) and Σ activity · great-circle km is least. Only units to be assigned are passed:
 * house accounts and holdouts stay out.
 */
export interface BalanceProblem {
  /** Degrees, one a unit. */
  readonly unitLat: Float64Array;
  readonly unitLng: Float64Array;
  /** One to three measures; none = nearest centre alone. */
  readonly measures: readonly BalanceMeasure[];
  /** Activity that multiplies the kilometres, one a unit. */
  readonly travelActivity: Float64Array;
  readonly territories: BalanceTerritories;
  /** Present territory of each unit, −1 none; null where nothing is assigned yet. */
  readonly current: Int32Array | null;
  /** Territory each unit is locked to, or −1; null = no locks. */
  readonly locks: Int32Array | null;
  /** Family of each unit (any ids), −1 none; a family moves as one block. */
  readonly families: Int32Array | null;
  readonly eligibility: BalanceEligibility | null;
  /** Price of a change of hands, in km on every activity of the unit; 0 = owners do not matter. */
  readonly keepKm: number;
  readonly caps: DisruptionCaps | null;
  /** By territory 1 or 0: only those of 1 give and take; null = all. */
  readonly movableTerritories: Uint8Array | null;
  /** For geographic units: territories must be connected. Bridges to islands are edges like any other. */
  readonly adjacency: UnitAdjacency | null;
  /** Same seed, same plan. */
  readonly seed: number;
}

/** How reasons call what they speak of. */
export interface ReasonNames {
  /** A unit; "account 17" (1-based) by default. */
  readonly unitName: (unit: number) => string;
  /** A territory; "territory 3" (1-based) by default. */
  readonly territoryName: (territory: number) => string;
}

export interface BalanceOptions extends ReasonNames {
  /**
   * `full` seeks the least travel; `corridor` changes nothing but what brings territories within
   * tolerance, with the fewest changes of hands.
   */
  readonly aim: 'full' | 'corridor';
  /** Multiplies every iteration budget; 1 by default, 0.2 for quick previews. */
  readonly effort: number;
}

export type BalancePhase =
  | 'checking'
  | 'distances'
  | 'prices'
  | 'rounding'
  | 'annealing'
  | 'centres'
  | 'contiguity'
  | 'polishing'
  | 'done';

export interface BalanceProgress {
  readonly phase: BalancePhase;
  /** 0 to 1 over the whole run; an estimate from the iterations done. */
  readonly shareDone: number;
  /** The best plan so far, only when it got better since the last report. */
  readonly best: Int32Array | null;
  /** Of the best plan so far, in activity-km; NaN before the first plan. */
  readonly travel: number;
  /** Largest |load − target| / target of the best plan so far. */
  readonly maxDeviation: number;
  /** Proven least travel of any plan within tolerance; null while unknown. */
  readonly lowerBound: number | null;
}

export type BalanceReasonCode =
  | 'no-territories'
  | 'zero-activity'
  | 'more-territories-than-units'
  | 'unit-over-target'
  | 'family-over-target'
  | 'large-units-crowded'
  | 'family-locks-clash'
  | 'family-over-units'
  | 'locked-load-over-target'
  | 'eligible-load-short'
  | 'nobody-eligible'
  | 'pendant-over-target'
  | 'locks-enclosed'
  | 'region-off-target'
  | 'locks-break-territory'
  | 'subset-off-target'
  | 'caps-too-tight'
  | 'bad-coordinates'
  | 'tolerance-not-met';

/** Why no plan can meet (or none was found that meets) every constraint. */
export interface BalanceReason {
  readonly code: BalanceReasonCode;
  /** One or two sentences; units and territories are called what the options call them. */
  readonly text: string;
  readonly unitIndices: readonly number[];
  readonly territoryIndices: readonly number[];
}

export interface BalanceResult {
  /** Territory of each unit; never −1 as long as there is a territory. */
  readonly assignment: Int32Array;
  /** The plan meets every constraint: tolerance, locks, families, eligibility, caps, contiguity. */
  readonly feasible: boolean;
  readonly reasons: readonly BalanceReason[];
  /** Σ activity · haversine km to the base, or to the weighted centre where there is no base. */
  readonly travelKm: number;
  /** Proven least travel of any plan within tolerance; null for free centres and contiguous units. */
  readonly lowerBound: number | null;
  /** travelKm (with changes of hands priced) over its own proven bound, minus 1. */
  readonly gapShare: number | null;
  /** Largest |load − target| / target over territories and measures. */
  readonly maxDeviationShare: number;
  /** Units with an earlier owner that change hands. */
  readonly movedCount: number;
  /** Proven: no plan within tolerance moves fewer. Only of a corridor fix by accounts; null otherwise. */
  readonly leastMoves: number | null;
  readonly iterations: number;
  /** Centres the travel is measured to, degrees. */
  readonly centreLat: Float64Array;
  readonly centreLng: Float64Array;
}
