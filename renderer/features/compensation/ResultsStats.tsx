import { overBudgetShare } from '../../../shared/comp/simulationResult';
import { useActiveScenario } from '../../state/activeScenario';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { Stat, StatRow } from '../../ui/Stat';
import { useSimulation } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

/** Header figures of the simulated year. */
export function ResultsStats({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const budgetCents = useActiveScenario()?.budgetCents ?? null;
  const simulation = useSimulation((state) => state);
  const { result, seconds } = simulation;
  if (!result || simulation.compPlanId !== shown.plan.id) return null;
  const { cost, atQuota, ccos } = result;
  const left = budgetCents === null ? null : budgetCents - cost.p50;
  return (
    <StatRow>
      <Stat
        label="Incentives at P50"
        value={{ ...format.centsCompact(cost.p50), exact: format.cents(cost.p50) }}
        note={`P10 ${format.centsCompact(cost.p10).text}, P90 ${format.centsCompact(cost.p90).text}`}
      />
      <Stat
        label="Budget"
        value={budgetCents === null ? 'none' : format.centsCompact(budgetCents)}
        note={
          left === null
            ? 'not set'
            : `${format.centsCompact(Math.abs(left)).text} ${left >= 0 ? 'above' : 'below'} P50`
        }
      />
      <Stat
        label="Over budget"
        value={
          budgetCents === null ? 'none' : `${format.percent(overBudgetShare(result, budgetCents))} of runs`
        }
        note="of the simulated years"
      />
      <Stat
        label="Reps at quota"
        value={atQuota ? format.percent(atQuota.mean) : 'none'}
        note="mean of runs"
      />
      <Stat
        label="CCOS"
        value={ccos ? format.percent(ccos.p50, 1) : 'none'}
        note="base and incentives / bookings"
      />
      <Stat
        label="Runs"
        value={format.number(result.trials)}
        note={`seed ${result.seed}, ${format.number(seconds, 1)} s`}
      />
    </StatRow>
  );
}
