import { baseOfYearCents } from '../../../shared/comp/repYear';
import type { Simulation, Spread } from '../../../shared/comp/simulationResult';
import type { RepPay } from '../../../shared/plan/evaluatePay';
import { ChartPanel } from '../../charts/ChartPanel';
import { LineChart } from '../../charts/LineChart';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './Simulation.module.css';

interface SimulatedProps {
  readonly result: Simulation;
}

/** P10, P50, P90 and mean of payout, cost, cost of sales and reps at quota. */
export function SimulatedFigures({ result, reps }: SimulatedProps & { readonly reps: readonly RepPay[] }) {
  const format = usePlanFormat();
  const baseCents = reps.reduce((sum, { rep, time }) => sum + baseOfYearCents(rep.baseSalaryCents, time), 0);
  const { cost, ccos, atQuota } = result;
  const total: Spread = {
    p10: cost.p10 + baseCents,
    p50: cost.p50 + baseCents,
    p90: cost.p90 + baseCents,
    mean: cost.mean + baseCents,
  };
  const percent = (ratio: number) => format.percent(ratio, 1);
  const rows: { name: string; spread: Spread | null; text: (value: number) => string }[] = [
    { name: 'Payout (incentives)', spread: cost, text: (cents) => format.cents(cents) },
    { name: 'Cost (base and incentives)', spread: total, text: (cents) => format.cents(cents) },
    { name: 'CCOS (cost / bookings)', spread: ccos, text: percent },
    { name: 'Reps at quota', spread: atQuota, text: percent },
  ];
  return (
    <table className={classes.figures} aria-label="The simulated year in figures">
      <thead>
        <tr>
          <th />
          {['P10', 'P50', 'P90', 'Mean'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, spread, text }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {(['p10', 'p50', 'p90', 'mean'] as const).map((part) => (
              <td key={part}>{spread ? text(spread[part]) : 'none'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** P50, P90 and the mean of cost as the runs go on: whether more of them would still change the answer. */
export function ConvergenceChart({ result }: SimulatedProps) {
  const format = usePlanFormat();
  const { convergence } = result;
  const last = convergence.at(-1);
  if (!last) return null;
  const short = (cents: number) => format.centsCompact(cents).text;
  const line = (pick: (point: (typeof convergence)[number]) => number) =>
    convergence.map((point) => ({ x: point.trials, y: pick(point) }));
  return (
    <ChartPanel
      title="Convergence"
      hint={`mean ± ${short(last.standardErrorCents)} standard error after ${format.number(last.trials)} runs`}
      table={{
        columns: ['Runs', 'P10', 'P50', 'P90', 'Mean', 'Standard error of the mean'],
        rows: convergence.map((point) => [
          format.number(point.trials),
          format.cents(point.p10Cents),
          format.cents(point.p50Cents),
          format.cents(point.p90Cents),
          format.cents(point.meanCents),
          format.cents(point.standardErrorCents),
        ]),
      }}
    >
      <LineChart
        label="P50 and P90 of incentives over the runs so far, with the standard error of the mean"
        lines={[
          { name: 'P90', tone: 'plain', points: line((point) => point.p90Cents) },
          { name: 'P50', tone: 'accent', points: line((point) => point.p50Cents) },
        ]}
        band={convergence.map(({ trials, meanCents, standardErrorCents }) => ({
          x: trials,
          low: meanCents - standardErrorCents,
          high: meanCents + standardErrorCents,
        }))}
        xText={(runs) => format.number(runs)}
        yText={short}
        isFromZero={false}
      />
    </ChartPanel>
  );
}
