import { useEffect, useMemo, useState } from 'react';
import { costFan, type FanMonth } from '../../../shared/comp/costFan';
import { ChartPanel } from '../../charts/ChartPanel';
import { LineChart } from '../../charts/LineChart';
import { useActiveScenario } from '../../state/activeScenario';
import { usePlanStore } from '../../state/planStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { useSimulatedCase } from './simulatedCase';
import type { ShownCompPlan } from './useCompPlan';
import { runBetweenFrames } from './runBetweenFrames';

const EVEN: readonly number[] = [];

/** The budget fan: how far the incentives earned by the end of each month may lie apart; runs between frames. */
export function CostFanChart({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const fan = useCostFan(shown);
  const budgetCents = useActiveScenario()?.budgetCents ?? null;
  const firstMonth = usePlanStore((state) => state.plan?.settings.fiscalYearStartMonth) ?? 1;
  const monthName = useMemo(() => {
    const named = new Intl.DateTimeFormat(format.locale, { month: 'short', timeZone: 'UTC' });
    return (month: number) => named.format(Date.UTC(2027, firstMonth - 2 + month, 1));
  }, [format.locale, firstMonth]);
  if (!fan) return null;
  const short = (cents: number) => format.centsCompact(cents).text;
  const line = (name: string, cents: (month: FanMonth) => number) => ({
    name,
    points: fan.map((each) => ({ x: each.month, y: cents(each) })),
  });
  return (
    <ChartPanel
      title="Cost through the year"
      hint="incentives earned to date, P25 to P75 within P10 to P90"
      table={{
        columns: ['By the end of', 'P10', 'P25', 'P50', 'P75', 'P90'],
        rows: fan.map((each) => [
          monthName(each.month),
          ...[each.p10Cents, each.p25Cents, each.p50Cents, each.p75Cents, each.p90Cents].map((cents) =>
            format.cents(cents),
          ),
        ]),
      }}
    >
      <LineChart
        label="Incentives earned to date by month: P50, P25 to P75 and P10 to P90 of the runs"
        lines={[{ ...line('P50', (each) => each.p50Cents), tone: 'accent' }]}
        band={fan.map((each) => ({ x: each.month, low: each.p10Cents, high: each.p90Cents }))}
        innerBand={fan.map((each) => ({ x: each.month, low: each.p25Cents, high: each.p75Cents }))}
        xTicks={fan.map((each) => each.month)}
        xText={monthName}
        yText={short}
        levels={budgetCents === null ? [] : [{ y: budgetCents, label: `Budget ${short(budgetCents)}` }]}
      />
    </ChartPanel>
  );
}

/** Null until it is reckoned; an older one stands until then. */
function useCostFan(shown: ShownCompPlan): FanMonth[] | null {
  const asked = useSimulatedCase(shown);
  const seasonality = usePlanStore((state) => state.plan?.quotaSettings.seasonalityRatios) ?? EVEN;
  const [fan, setFan] = useState<FanMonth[] | null>(null);
  useEffect(() => {
    if (!asked) return;
    return runBetweenFrames(costFan(asked.reps, asked.settings, seasonality), setFan);
  }, [asked, seasonality]);
  return fan;
}
