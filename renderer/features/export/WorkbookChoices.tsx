import { Select } from '@mantine/core';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { MOST_RUNS, USUAL_SETUP, type SimulationSetup } from '../../../shared/model/simulationSetup';
import { planStore } from '../../state/planStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import classes from './ExportScreen.module.css';
import { exportRunsStore, useExportRuns } from './exportStore';

const HIGHEST_SEED = 2 ** 32 - 1;

/** Enter commits before the field has clamped what is typed. */
function clamped(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}

/** What the workbook's pay sheets rest on: the simulated year, and two comp plans to compare. */
export function WorkbookChoices({ plan }: { readonly plan: PlanDocument }) {
  const { simulation = USUAL_SETUP } = plan;
  const { trials, seed } = simulation;
  // Of the plan, as the compensation screen has them: workbook and screen tell of one year.
  const set = (fields: Partial<SimulationSetup>) =>
    planStore.dispatch({ kind: 'setSimulation', simulation: { ...simulation, ...fields } });
  return (
    <>
      <div className={classes.field}>
        <h2
          className={classes.label}
          title="As on the Comp screen; a change is kept with the plan and can be undone."
        >
          Simulation, kept with the plan
        </h2>
        <div className={classes.where}>
          <CommitNumberInput
            label="Simulated years"
            value={trials}
            min={100}
            max={MOST_RUNS}
            decimalScale={0}
            onCommit={(value) => set({ trials: clamped(value ?? USUAL_SETUP.trials, 100, MOST_RUNS) })}
          />
          <CommitNumberInput
            label="Seed"
            thousandSeparator=""
            value={seed}
            min={0}
            max={HIGHEST_SEED}
            decimalScale={0}
            onCommit={(value) => set({ seed: clamped(value ?? USUAL_SETUP.seed, 0, HIGHEST_SEED) })}
          />
        </div>
      </div>
      {plan.compPlans.length > 1 && <PlanPairChoice plan={plan} />}
    </>
  );
}

function PlanPairChoice({ plan: { compPlans } }: { readonly plan: PlanDocument }) {
  const oldPlanId = useExportRuns((state) => state.oldPlanId);
  const newPlanId = useExportRuns((state) => state.newPlanId);
  const data = compPlans.map(({ id, name, version }) => ({
    value: id,
    label: compPlans.some((other) => other.id !== id && other.name === name)
      ? `${name}, version ${version}`
      : name,
  }));
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>Comp plans</h2>
      <div className={classes.where}>
        <Select
          aria-label="Old comp plan"
          placeholder="The one before"
          clearable
          data={data.filter(({ value }) => value !== newPlanId)}
          value={oldPlanId}
          onChange={(id) => exportRunsStore.setState({ oldPlanId: id })}
        />
        <span>against</span>
        <Select
          aria-label="New comp plan"
          placeholder="Each in use"
          clearable
          data={data.filter(({ value }) => value !== oldPlanId)}
          value={newPlanId}
          onChange={(id) => exportRunsStore.setState({ newPlanId: id })}
        />
      </div>
    </div>
  );
}
