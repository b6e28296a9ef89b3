import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { LEAST_POPULATION } from '../../../shared/balance/chooseCities';
import type { BalancePhase } from '../../../shared/balance/problem';
import type { UnitLevel } from '../../../shared/model/exception';
import type { HandoverCaps } from '../../../shared/plan/balanceProblemOf';
import type { EligibilityRequest } from '../../../shared/plan/eligibility';
import type { Scenario } from '../../../shared/model/scenario';
import type { Proposal } from './proposal';

/** What is asked for, apart from the measures and their weights, which are the scenario's. */
export interface BalanceSettings {
  /** Half-width that the combined index must keep. */
  readonly indexToleranceShare: number;
  readonly keepKm: number;
  readonly bases: 'fixed' | 'free';
  /** Null = as many as the scenario has. */
  readonly territoryCount: number | null;
  /** New territories are to be drawn although there are as many already. */
  readonly isAnew: boolean;
  /** Of another number: where the new bases are, the people that a city has at least, and whether present bases stay. */
  readonly newBases: 'cities' | 'free';
  readonly leastPopulation: number;
  readonly keepsBases: boolean;
  /** Ids of the nodes whose territories give and take; null = all. */
  readonly onlyNodeIds: readonly string[] | null;
  readonly caps: HandoverCaps;
  /** Territories whose base is free although the others' are fixed, by id. */
  readonly freeTerritoryIds: readonly string[];
  /** Units whose territories must hang together; null = accounts go one by one. */
  readonly contiguous: ContiguousLevel | null;
  /** Who may serve which accounts; null = everybody all. */
  readonly eligibility: EligibilityRequest | null;
  readonly seed: number;
}

/** Geographic units that a territory can be kept in one piece by. */
export const CONTIGUOUS_LEVELS = ['county', 'zip3', 'region'] as const satisfies readonly UnitLevel[];
export type ContiguousLevel = (typeof CONTIGUOUS_LEVELS)[number];

/** What a run is for: elsewhere it ends. */
export interface RunSubject {
  readonly planId: string;
  /** Null = it makes a scenario of its own. */
  readonly scenarioId: string | null;
  readonly role: string | undefined;
}

/** A run under way. */
export interface BalanceRunning {
  readonly subject: RunSubject;
  readonly phase: BalancePhase;
  readonly shareDone: number;
  /** Largest deviation of the best plan so far; NaN before the first. */
  readonly maxDeviation: number;
  /** The best plan so far as claims, one a row; null before the first. */
  readonly best: Int32Array | null;
  /** The scenario that those claims are for: a run may make territories of its own. */
  readonly scenario: Scenario;
  readonly stop: () => void;
  /** It was stopped, or is done: its plan stands, and is being priced. */
  readonly isOver: 'stopped' | 'done' | null;
}

export interface BalanceState {
  readonly settings: BalanceSettings;
  readonly running: BalanceRunning | null;
  readonly proposal: Proposal | null;
  /** Why the last run could not begin or failed; null = it did not. */
  readonly problem: string | null;
  /** Rows of the proposal's moves that would not be taken over. */
  readonly leftOut: ReadonlySet<number>;
  /** The proposal's figures with what would be taken over; null where that is all of it. */
  readonly partial: Pick<Proposal, 'after' | 'disruption'> | null;
  /** The row of the move that is looked at. */
  readonly shownMove: number | null;
}

/** A proposal taken whole. */
export const NOTHING_LEFT_OUT = { leftOut: new Set<number>(), partial: null, shownMove: null };

export const balanceStore = createStore<BalanceState>(() => ({
  settings: {
    indexToleranceShare: 0.05,
    keepKm: 40,
    bases: 'fixed',
    territoryCount: null,
    isAnew: false,
    newBases: 'cities',
    leastPopulation: LEAST_POPULATION,
    keepsBases: false,
    onlyNodeIds: null,
    caps: { handedOff: null, takenOver: null, movedShare: null },
    freeTerritoryIds: [],
    contiguous: null,
    eligibility: null,
    seed: 4127,
  },
  running: null,
  proposal: null,
  problem: null,
  ...NOTHING_LEFT_OUT,
}));

export function useBalance<T>(select: (state: BalanceState) => T): T {
  return useStore(balanceStore, select);
}

export function setBalance(fields: Partial<BalanceSettings>): void {
  balanceStore.setState(({ settings }) => ({ settings: { ...settings, ...fields } }));
}

export function dropProposal(): void {
  balanceStore.setState({ proposal: null, problem: null, ...NOTHING_LEFT_OUT });
}
