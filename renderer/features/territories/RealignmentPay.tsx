import { ActionIcon, Progress, Select } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { usePlanStore } from '../../state/planStore';
import { Panel, PanelBody, PanelHeader, PanelSection } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { baselineChoices, keyOfBaseline } from './baselineChoices';
import classes from './RealignmentPay.module.css';
import { RealignmentReps } from './RealignmentReps';
import { chooseBaseline, closeRealignmentPay, useRealignmentStore, type Baseline } from './realignmentStore';
import { useRealignment, type Realignment } from './useRealignment';
import { SIMULATED_LUCK, useSimulatedRealignment } from './useSimulatedRealignment';
import type { TerritoriesData } from './useTerritoriesData';

interface RealignmentPayProps {
  readonly data: TerritoriesData;
  readonly baseline: Baseline;
}

/** What does this realignment cost in pay? Quotas, payouts and budget before and after, for the reps it touches. */
export function RealignmentPay({ data, baseline }: RealignmentPayProps) {
  const realignment = useRealignment(data, baseline);
  useSimulatedRealignment(realignment);
  const history = usePlanStore((state) => state.history);
  const choices = baselineChoices(history, data.plan.scenarios, data.scenario.id, baseline);
  return (
    <Panel label="Pay of this realignment">
      <PanelHeader title="Pay of this realignment">
        <ActionIcon aria-label="Close" onClick={closeRealignmentPay}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </PanelHeader>
      <PanelBody>
        <div className={classes.choice}>
          <Select
            label="Compared with"
            allowDeselect={false}
            data={choices.groups}
            value={keyOfBaseline(baseline)}
            onChange={(key) => {
              const chosen = choices.baselineOf.get(key ?? '');
              if (chosen) chooseBaseline(chosen);
            }}
          />
        </div>
        {realignment ? (
          <Effect data={data} realignment={realignment} />
        ) : (
          <p className={classes.quiet}>This scenario was not in the plan then. Choose another comparison.</p>
        )}
      </PanelBody>
    </Panel>
  );
}

function Effect({
  data,
  realignment,
}: {
  readonly data: TerritoriesData;
  readonly realignment: Realignment;
}) {
  const { pay } = realignment;
  const format = usePlanFormat();
  if (pay.reps.length === 0) {
    return (
      <p className={classes.quiet}>
        No rep’s potential, quota or pay differs. Move accounts on the map, or compare with an earlier step or
        another scenario.
      </p>
    );
  }
  const changeCents = pay.payoutCents.after - pay.payoutCents.before;
  return (
    <>
      <PanelSection>
        <p className={classes.key}>
          <span className={classes.big}>
            {changeCents === 0 ? 'No change' : format.centsChange(changeCents)}
          </span>
          <span className={classes.small}>
            {changeCents === 0 ? 'in' : 'on'} the year’s incentives of {format.cents(pay.payoutCents.before)}
          </span>
        </p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">All reps</th>
              <th scope="col">Before</th>
              <th aria-hidden />
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            <Line
              name="Quotas"
              before={format.cents(pay.quotaCents.before)}
              after={format.cents(pay.quotaCents.after)}
            />
            <Line
              name="Bookings"
              before={format.cents(pay.bookingsCents.before)}
              after={format.cents(pay.bookingsCents.after)}
            />
            <Line
              name="Incentives"
              before={format.cents(pay.payoutCents.before)}
              after={format.cents(pay.payoutCents.after)}
            />
            <Line
              name="CCOS"
              before={format.percent(pay.ccosShare.before, 2)}
              after={format.percent(pay.ccosShare.after, 2)}
            />
            {pay.budgetCents !== null && (
              <Line
                name="Left of budget"
                before={format.cents(pay.budgetCents - pay.payoutCents.before)}
                after={format.cents(pay.budgetCents - pay.payoutCents.after)}
              />
            )}
          </tbody>
        </table>
      </PanelSection>
      <SimulatedCost />
      <RealignmentReps data={data} reps={pay.reps} />
    </>
  );
}

/** Incentives of the simulated year, which follow the figures above as a job. */
function SimulatedCost() {
  const { simulated, isCurrent, doneShare } = useRealignmentStore((state) => state);
  const format = usePlanFormat();
  const { trials, marketSd, individualSd } = SIMULATED_LUCK;
  const rows = [
    ['P10', 'p10'],
    ['P50', 'p50'],
    ['P90', 'p90'],
  ] as const;
  return (
    <PanelSection title="Simulated incentives">
      {simulated && (
        <table className={classes.table} data-old={!isCurrent || undefined}>
          <tbody>
            {rows.map(([name, field]) => (
              <Line
                key={name}
                name={name}
                before={format.cents(Math.round(simulated.before.costCents[field]))}
                after={format.cents(Math.round(simulated.after.costCents[field]))}
              />
            ))}
          </tbody>
        </table>
      )}
      {doneShare !== null && (
        <Progress
          value={doneShare * 100}
          size={4}
          radius={2}
          aria-label="Simulating"
          transitionDuration={0}
        />
      )}
      <p className={classes.small}>
        {format.number(trials)} years either way with the same luck: market ±{format.percent(marketSd)}, each
        rep ±{format.percent(individualSd)}.
      </p>
    </PanelSection>
  );
}

interface LineProps {
  readonly name: ReactNode;
  readonly before: string;
  readonly after: string;
}

function Line({ name, before, after }: LineProps) {
  return (
    <tr data-same={before === after || undefined}>
      <th scope="row">{name}</th>
      <td className={classes.before}>{before}</td>
      <td className={classes.arrow}>
        <IconArrowRight size={12} stroke={1.6} aria-hidden />
      </td>
      <td>{after}</td>
    </tr>
  );
}
