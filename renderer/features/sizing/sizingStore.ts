import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What the planner says of a year, a rep and a sale. Money in whole currency. */
export interface SizingInputs {
  readonly daysPerWeek: number;
  readonly daysOff: number;
  readonly hoursPerDay: number;
  readonly sellingShareRatio: number;
  /** Month of the plan year in which hires start, 1 = the first, and months until they are fully productive. */
  readonly hireMonth: number;
  readonly rampMonths: number;
  /** Where no measure gives hours. */
  readonly visitsPerYear: number;
  readonly hoursPerVisit: number;
  /** Null = the total of the plan's sales measure. */
  readonly salesTarget: number | null;
  readonly productivity: number;
  readonly turnoverShare: number;
  readonly costPerRep: number;
  readonly marginShare: number;
  /** Where sales can't be told from the hours of accounts. */
  readonly elasticity: number;
}

const START: SizingInputs = {
  daysPerWeek: 5,
  daysOff: 35,
  hoursPerDay: 8,
  sellingShareRatio: 0.5,
  hireMonth: 1,
  rampMonths: 6,
  visitsPerYear: 12,
  hoursPerVisit: 1.5,
  salesTarget: null,
  productivity: 1_000_000,
  turnoverShare: 0,
  costPerRep: 250_000,
  marginShare: 0.3,
  elasticity: 0.4,
};

export const sizingStore = createStore<SizingInputs>(() => START);

export function useSizing(): SizingInputs {
  return useStore(sizingStore);
}

export function setSizing(fields: Partial<SizingInputs>): void {
  sizingStore.setState(fields);
}
