import { describe, expect, it } from 'vitest';
import { tornado } from '../../../../../shared/comp/sensitivity';
import { simulate } from '../../../../../shared/comp/simulate';
import { histogramOf, type Simulation } from '../../../../../shared/comp/simulationResult';
import { USUAL_SIMULATION } from '../../../../../shared/comp/usualSimulation';
import { buildWorkbook, type WorkbookOptions } from '../../../../../shared/io/export/buildWorkbook';
import type { PlanDocument } from '../../../../../shared/model/planDocument';
import { USUAL_SETUP } from '../../../../../shared/model/simulationSetup';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { simulatedTeam } from '../../../../../shared/plan/simulatedRep';
import { payingPlan } from '../../plan/planFixture';

const settings = { ...USUAL_SIMULATION, trials: 200, seed: 99 };
const options: WorkbookOptions = {
  scenarioId: 's1',
  madeOn: '2026-11-28',
  withoutPay: false,
};
/** What the compensation screen keeps with the plan. */
const setup = { ...USUAL_SETUP, trials: 200, seed: 99 };
const plan = { ...payingPlan(), simulation: setup };

type Row = (string | number | null)[];

function valuesOf(sheetName: string, of: PlanDocument = plan): Row[] {
  const sheet = buildWorkbook(of, options).sheets.find(({ name }) => name === sheetName)!;
  return [...sheet.rows()].map((row) => row.map(({ value }) => value));
}

function lineOf(rows: Row[], label: string): Row {
  const found = rows.find(([first]) => first === label);
  if (!found) throw new Error(`No line ${label} among ${rows.map(([first]) => first).join(', ')}`);
  return found.slice(1);
}

const team = simulatedTeam(evaluatePlan(payingPlan(), 's1').pay.reps);

function finished<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const simulation: Simulation = finished(simulate(team, settings));
const cents = (value: number) => Math.round(value) / 100;

describe('the simulated year in the workbook', () => {
  it('is the engine’s own, with its seed, trials and model beside it', () => {
    const rows = valuesOf('Distribution');
    expect(lineOf(rows, 'Seed')).toEqual([99]);
    expect(lineOf(rows, 'Simulated years')).toEqual([200]);
    expect(lineOf(rows, 'Market, shared by all')[0]).toBe('lognormal, mean 1, standard deviation 8%');
    expect(lineOf(rows, 'Each rep')[0]).toBe('lognormal, mean 1, standard deviation 25%');
    expect(lineOf(rows, 'These are')[0]).toMatch(/^values/);
    const { p10, p50, p90, mean } = simulation.cost;
    expect(lineOf(rows, 'Payout (incentives)')).toEqual([p10, p50, p90, mean].map(cents));
    const base = payingPlan().reps.reduce((sum, rep) => sum + rep.baseSalaryCents, 0);
    expect(lineOf(rows, 'Cost (base and incentives)')).toEqual(
      [p10, p50, p90, mean].map((cost) => cents(cost + base)),
    );
    expect(lineOf(rows, 'Reps at quota, of those with one')[1]).toBe(simulation.atQuota!.p50);
    expect(lineOf(rows, 'Compensation cost of sales (cost / bookings)')[2]).toBe(simulation.ccos!.p90);
  });

  it('counts every rep-year and every year once in its histograms', () => {
    const rows = valuesOf('Distribution');
    const barsBelow = (label: string) => {
      const first = rows.findIndex(([text]) => text === label) + 1;
      const end = rows.findIndex((row, at) => at > first && row.length === 0);
      return rows.slice(first, end);
    };
    const years = barsBelow('Years by payout');
    expect(years.map((row) => row[3])).toEqual(
      histogramOf(simulation.sortedCostCents, 12).map(({ count }) => count),
    );
    const repYears = barsBelow('Rep-years by attainment');
    expect(repYears.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(simulation.attainment.total);
    expect(repYears.reduce((sum, row) => sum + Number(row[4]), 0)).toBeCloseTo(1, 12);
  });

  it('names each rep with the percentiles of their pay', () => {
    const rows = valuesOf('Distribution');
    const ann = simulation.reps.find(({ repId }) => repId === payingPlan().reps[0]!.id)!;
    expect(lineOf(rows, 'Ann Reyes')[1]).toBe(cents(ann.payCents.p50));
  });

  it('has the tornado of the same luck, the widest swing first', () => {
    const rows = valuesOf('Sensitivity');
    const { baseCents, bars } = finished(tornado({ reps: team, settings }));
    const shown = rows.slice(-bars.length);
    expect(shown.map(([name]) => name)).toEqual(bars.map(({ name }) => name));
    shown.forEach((row, at) => {
      const { lowCents, highCents } = bars[at]!;
      expect(row.slice(3, 6)).toEqual([lowCents, baseCents, highCents].map(cents));
    });
    expect(lineOf(rows, 'Seed')).toEqual([99]);
  });

  it('comes out the same by the same seed, and differs by another', () => {
    const sheets = ['Distribution', 'Sensitivity'] as const;
    for (const sheet of sheets) {
      expect(valuesOf(sheet)).toEqual(valuesOf(sheet));
      const other = valuesOf(sheet, { ...plan, simulation: { ...setup, seed: 100 } });
      expect(other).not.toEqual(valuesOf(sheet));
    }
  });

  it('rests on what the plan’s own simulated year rests on', () => {
    const table = [
      { attainmentRatio: 0.5, share: 0.5 },
      { attainmentRatio: 1.5, share: 0.5 },
    ];
    const drawn = valuesOf('Distribution', { ...plan, simulation: { ...setup, luck: 'table', table } });
    expect(lineOf(drawn, 'Each rep')).toEqual(['drawn from a table of 2 attainments']);
    const wide = valuesOf('Distribution', { ...plan, simulation: { ...setup, marketSd: 0.3 } });
    expect(lineOf(wide, 'Market, shared by all')[0]).toContain('30%');
  });

  it('says how far it is, and is not made where no sheet shows it', () => {
    const heard: number[] = [];
    const onSimulated = (share: number) => void heard.push(share);
    buildWorkbook(plan, { ...options, onSimulated });
    expect(heard.length).toBeGreaterThan(5);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(1);
    const count = heard.length;
    buildWorkbook(plan, { ...options, onSimulated, sheets: ['Summary'] });
    buildWorkbook(plan, { ...options, onSimulated, withoutPay: true });
    expect(heard).toHaveLength(count);
  });

  it('is told as missing where nobody has a comp plan', () => {
    const plan = payingPlan();
    const reps = plan.reps.map((rep) => ({ ...rep, compPlanId: null }));
    const { sheets } = buildWorkbook({ ...plan, reps }, options);
    const text = (name: string) =>
      [...sheets.find((sheet) => sheet.name === name)!.rows()].flat().map(({ value }) => value);
    expect(text('Sensitivity')).toContain('Nobody has a comp plan: there is no pay to move.');
    expect(text('Distribution')).not.toContain('Seed');
  });
});
