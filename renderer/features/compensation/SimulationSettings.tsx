import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import {
  MOST_RUNS,
  USUAL_SETUP,
  type AttainmentRow,
  type SimulationSetup,
} from '../../../shared/model/simulationSetup';
import { LEAST_HISTORY, luckOf } from '../../../shared/plan/simulationSetup';
import { planStore } from '../../state/planStore';
import { InlineChoice } from '../../ui/InlineField';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './Simulation.module.css';
import { useHistory } from './simulatedCase';
import { SentenceField } from './SentenceField';
import { useSimulation, useSimulationSetup } from './simulationStore';
import type { ShownCompPlan } from './useCompPlan';

interface FigureProps {
  readonly name: string;
  readonly unit: 'ratio' | 'number';
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onSet: (value: number) => void;
}

/** A figure that the simulation rests on, typed over where it stands. */
function Figure({ name, unit, value, least, most, onSet }: FigureProps) {
  return (
    <SentenceField
      context={name}
      unit={unit}
      value={value}
      onSet={(next) => {
        if (typeof next !== 'number' || next < least || next > most) return `${name}: that is out of range.`;
        onSet(next);
        return null;
      }}
    />
  );
}

function set(fields: Partial<SimulationSetup>): void {
  const setup = planStore.store.getState().plan?.simulation ?? USUAL_SETUP;
  planStore.dispatch({ kind: 'setSimulation', simulation: { ...setup, ...fields } });
}

/** What the simulated year rests on, as sentences: runs and seed, the market, and how reps differ. */
export function SimulationSettings({ shown }: { readonly shown: ShownCompPlan }) {
  const format = usePlanFormat();
  const ask = useSimulationSetup();
  const isRunning = useSimulation((state) => state.doneShare !== null);
  const history = useHistory(shown);
  const luck = luckOf(ask, history);
  const hasHistory = history.length >= LEAST_HISTORY;
  const mean = history.reduce((sum, each) => sum + each, 0) / history.length;
  const choices: { value: SimulationSetup['luck']; label: string }[] = [
    { value: 'lognormal', label: 'lognormally around what is expected' },
    { value: 'normal', label: 'normally around what is expected' },
    ...(hasHistory ? [{ value: 'history' as const, label: `as in ${history.length} past attainments` }] : []),
    { value: 'table', label: 'as a table of attainments says' },
  ];
  return (
    <div className={classes.settings} role="group" aria-label="What the simulation rests on">
      <p>
        <Figure
          name="Runs"
          unit="number"
          value={ask.trials}
          least={100}
          most={MOST_RUNS}
          onSet={(trials) => set({ trials: Math.round(trials) })}
        />{' '}
        runs, seed{' '}
        <Figure
          name="Seed"
          unit="number"
          value={ask.seed}
          least={0}
          most={4_294_967_295}
          onSet={(seed) => set({ seed: Math.round(seed) })}
        />
        . The market moves all reps by{' '}
        <span className={classes.whole}>
          ±
          <Figure
            name="Market"
            unit="ratio"
            value={ask.marketSd}
            least={0}
            most={1}
            onSet={(marketSd) => set({ marketSd })}
          />
          .
        </span>{' '}
        Reps differ{' '}
        <InlineChoice
          label="How reps differ"
          value={luck}
          options={choices}
          onChange={(next) => set({ luck: next })}
        />
        {(luck === 'lognormal' || luck === 'normal') && (
          <span className={classes.whole}>
            {' '}
            by ±
            <Figure
              name="Rep"
              unit="ratio"
              value={ask.individualSd}
              least={0}
              most={2}
              onSet={(individualSd) => set({ individualSd })}
            />
          </span>
        )}
        {luck === 'history' && ` (mean ${format.percent(mean, 1)})`}.
        <span className={classes.progress}>{isRunning ? 'running…' : ''}</span>
      </p>
      {!hasHistory && (
        <p className={classes.note}>
          Past attainments can be drawn from once Actuals holds results of two reps on this plan, or of two
          years.
        </p>
      )}
      {luck === 'table' && <AttainmentTable rows={ask.table} />}
    </div>
  );
}

/** Attainments and how likely each is. */
function AttainmentTable({ rows }: { readonly rows: readonly AttainmentRow[] }) {
  const format = usePlanFormat();
  const put = (at: number, fields: Partial<AttainmentRow>) =>
    set({ table: rows.map((row, index) => (index === at ? { ...row, ...fields } : row)) });
  const sum = rows.reduce((total, { share }) => total + share, 0);
  const mean = sum > 0 ? rows.reduce((total, row) => total + row.attainmentRatio * row.share, 0) / sum : null;
  return (
    <table className={classes.rows} aria-label="Attainments and how likely they are">
      <thead>
        <tr>
          <th scope="col">Attainment</th>
          <th scope="col">Probability</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <td>
              <Figure
                name={`Attainment ${at + 1}`}
                unit="ratio"
                value={row.attainmentRatio}
                least={0}
                most={10}
                onSet={(attainmentRatio) => put(at, { attainmentRatio })}
              />
            </td>
            <td>
              <Figure
                name={`Probability ${at + 1}`}
                unit="ratio"
                value={row.share}
                least={0}
                most={1}
                onSet={(share) => put(at, { share })}
              />
            </td>
            <td>
              {rows.length > 1 && (
                <ActionIcon
                  size={20}
                  aria-label={`Remove attainment ${at + 1}`}
                  onClick={() => set({ table: rows.filter((_, index) => index !== at) })}
                >
                  <IconX size={13} stroke={1.6} />
                </ActionIcon>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>mean {mean === null ? 'none' : format.percent(mean, 1)}</td>
          <td>
            {format.percent(sum, 1)}
            {Math.abs(sum - 1) > 1e-9 && ', taken in proportion'}
          </td>
          <td>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} stroke={1.8} />}
              onClick={() => set({ table: [...rows, { attainmentRatio: 1, share: Math.max(0, 1 - sum) }] })}
            >
              Add row
            </Button>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
