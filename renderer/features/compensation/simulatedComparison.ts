import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { compareYears } from '../../../shared/comp/compareYears';
import type { PlanComparison } from '../../../shared/comp/comparePlans';
import type { SimulatedCase } from '../../../shared/comp/sensitivity';
import type { Spread } from '../../../shared/comp/simulationResult';
import type { SimulatedRep } from '../../../shared/comp/simulationRun';
import type { CompPlan } from '../../../shared/model/compPlan';
import type { SimulationSetup } from '../../../shared/model/simulationSetup';
import type { PlanEvaluation } from '../../../shared/plan/evaluatePlan';
import { logProblem } from '../../state/hostAccess';
import { startJob } from '../../state/jobStore';
import type { SimulatedRealignment } from '../../workers/simulationContract';
import { startSimulation } from '../../workers/startSimulation';
import { useCompView } from './compViewStore';
import { useSimulatedCase } from './simulatedCase';
import { useSimulationSetup } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

/** What the years are of; of anything else they are not shown. */
interface PairOf {
  readonly evaluation: PlanEvaluation;
  readonly setup: SimulationSetup;
  readonly plan: CompPlan;
  readonly other: CompPlan;
}

interface SimulatedPair {
  readonly of: PairOf;
  readonly reps: readonly SimulatedRep[];
  readonly years: SimulatedRealignment;
}

const pairStore = createStore<{ readonly pair: SimulatedPair | null }>(() => ({ pair: null }));

/** Two plans on the same simulated year: rep by rep at the mean, and the spread of the whole cost. */
export interface SimulatedComparison {
  readonly comparison: PlanComparison;
  readonly oldCost: Spread;
  readonly newCost: Spread;
}

/** What is asked for now; null where plans are not compared on the simulated year. */
function usePairAsked({ plan, plans, evaluation }: ShownCompPlan): PairOf | null {
  const setup = useSimulationSetup();
  const otherId = useCompView((view) => (view.comparedYear === 'simulated' ? view.comparedPlanId : null));
  const other = plans.find((each) => each.id === otherId && each.id !== plan.id) ?? null;
  return useMemo(
    () => (evaluation && other ? { evaluation, setup, plan, other } : null),
    [evaluation, setup, plan, other],
  );
}

/** Simulates both plans' years with the same luck whenever they are compared on it and something changed. */
export function useFreshComparison(shown: ShownCompPlan): void {
  const asked = useSimulatedCase(shown);
  const of = usePairAsked(shown);
  useEffect(() => (asked && of ? simulateBoth(asked, of) : undefined), [asked, of]);
}

/** @returns the function that stops it */
function simulateBoth({ reps, settings }: SimulatedCase, of: PairOf): () => void {
  const { other } = of;
  let isWanted = true;
  const end = (): void => {
    if (!isWanted) return;
    isWanted = false;
    simulation.stop();
    job.finish();
  };
  const job = startJob(`Simulating pay under ${other.name}`, end);
  const simulation = startSimulation(
    {
      before: reps.map((rep) => (rep.isUnpaid ? rep : { ...rep, plan: other })),
      after: reps,
      settings,
    },
    (doneShare) => job.report({ doneShare }),
  );
  simulation.end
    .then((years) => {
      if (isWanted && years) pairStore.setState({ pair: { of, reps, years } });
      end();
    })
    .catch((error: unknown) => {
      logProblem(`Simulation failed: ${String(error)}`);
      end();
    });
  return end;
}

/** The comparison on the simulated year; null while it is simulated, or where another is asked for. */
export function useSimulatedComparison(shown: ShownCompPlan): SimulatedComparison | null {
  const asked = usePairAsked(shown);
  const pair = useStore(pairStore, (state) => state.pair);
  return useMemo(() => {
    if (!asked || !pair || !isSamePair(asked, pair.of)) return null;
    const { before, after } = pair.years;
    const means = pair.reps.flatMap((rep) => {
      const [old, now] = [before.payCentsOf.get(rep.repId), after.payCentsOf.get(rep.repId)];
      return old && now && !rep.isUnpaid ? [{ ...rep, oldCents: old.mean, newCents: now.mean }] : [];
    });
    return {
      comparison: compareYears(asked.other, asked.plan, means),
      oldCost: before.costCents,
      newCost: after.costCents,
    };
  }, [pair, asked]);
}

function isSamePair(a: PairOf, b: PairOf): boolean {
  return a.evaluation === b.evaluation && a.setup === b.setup && a.plan === b.plan && a.other === b.other;
}
