import type { ComponentInputs } from './components/componentKind';
import { subjectValue } from './conditions';
import type { PreparedPlan } from './preparePlan';

/** One component's measurement window so far. */
export interface ComponentState {
  inputs: ComponentInputs;
  /** Results of this window, deal by deal; null = not given. */
  deals: number[] | null;
  /** The team's results, where the component credits one. */
  team: { credited: number; quota: number }[] | null;
  splitAway: number;
  source: string | null;
  /** Credited since the year began / the year's whole quota; NaN = none. */
  yearAttainment: number;
}

/** What conditions and components are priced on at one moment. Mutable, and reused between reps. */
export interface PlanState {
  components: ComponentState[];
  /** Values of other measures, by name. */
  measures: Readonly<Record<string, number>>;
  /** Σ weight · attainment over components with a share of target; NaN = none. */
  weightedAttainment(): number;
}

function emptyInputs(): ComponentInputs {
  return {
    credited: 0,
    quota: 0,
    attainment: NaN,
    targetCents: 0,
    targetIncentiveCents: 0,
    baseSalaryCents: 0,
    columnValue: NaN,
    scores: null,
    rank: 0,
    tiedCount: 0,
    isAccelerated: true,
  };
}

/** A state with nothing credited yet. */
export function createPlanState(prepared: PreparedPlan): PlanState {
  const components = prepared.components.map((): ComponentState => ({
    inputs: emptyInputs(),
    deals: null,
    team: null,
    splitAway: 0,
    source: null,
    yearAttainment: NaN,
  }));
  return {
    components,
    measures: {},
    weightedAttainment() {
      let weighted = 0;
      let weights = 0;
      for (let i = 0; i < components.length; i++) {
        const weight = prepared.components[i]!.component.targetShareRatio;
        if (weight === 0) continue;
        weighted += weight * components[i]!.inputs.attainment;
        weights += weight;
      }
      return weights > 0 ? weighted / weights : NaN;
    },
  };
}

/** Derives attainment, and what hangs on other components' attainment, once credited and quota are set. */
export function settleAttainments(prepared: PreparedPlan, state: PlanState): void {
  for (let i = 0; i < state.components.length; i++) {
    const { inputs } = state.components[i]!;
    inputs.attainment = inputs.quota > 0 ? inputs.credited / inputs.quota : NaN;
  }
  settleColumns(prepared, state);
}

/** Looks up the second attainment of matrices. */
export function settleColumns(prepared: PreparedPlan, state: PlanState): void {
  for (let i = 0; i < state.components.length; i++) {
    const { column } = prepared.components[i]!;
    if (column !== null) state.components[i]!.inputs.columnValue = subjectValue(column, state);
  }
}
