import { describe, expect, it } from 'vitest';
import { readingOfPlan } from '../../../../../shared/io/import/buildSettings';
import { findMeasure } from '../../../../../shared/model/accountTable';
import {
  DEFAULT_SETTINGS,
  planSettingsSchema,
  type PlanSettings,
} from '../../../../../shared/model/settings';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { emptyPlan } from '../../../../../shared/plan/emptyPlan';
import { importCommand } from '../../../../../shared/plan/importCommand';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { importBytes } from './importFixture';

describe('the rates of a plan', () => {
  const currencyRates = [
    { currency: 'EUR', into: 'USD', rate: 2, from: '2025-01-01' },
    { currency: 'EUR', into: 'USD', rate: 3, from: '2026-01-01' },
    { currency: 'EUR', into: 'USD', rate: 4, from: '2027-07-01' },
  ];
  const settings = { ...DEFAULT_SETTINGS, fiscalYear: 2027, fiscalYearStartMonth: 7, currencyRates };
  const revenue = (csv: string, plan: PlanSettings) => {
    const built = importBytes(new TextEncoder().encode(csv), 'eur.csv', readingOfPlan(plan));
    return [...findMeasure(built.table, 'Revenue')!.values];
  };

  it('hold on the day of the amount, else at the start of the fiscal year', () => {
    const dated = 'Id,Name,Close Date,Revenue\n1,A,2025-05-01,€10\n2,B,2026-05-01,€10\n3,C,,€10\n';
    expect(revenue(dated, settings)).toEqual([20, 30, 40]);
    const created = 'Id,Name,Create Date,Revenue\n1,A,2025-05-01,€10\n';
    expect(revenue(created, settings)).toEqual([40]);
  });

  it('are of the plan’s currency, whose own amounts stay as they are', () => {
    const csv = 'Id,Name,Close Date,Revenue\n1,A,03/04/2026,€500\n2,B,05/06/2026,"€1,500"\n';
    expect(revenue(csv, { ...settings, currency: 'EUR' })).toEqual([500, 1500]);
    const inCanada = importBytes(
      new TextEncoder().encode(csv),
      'eur.csv',
      readingOfPlan({ ...settings, currency: 'CAD' }),
    );
    expect(inCanada.currenciesWithoutRate).toEqual(['EUR']);
  });

  it('travel with the plan, and come with the import as one step', () => {
    expect(planSettingsSchema.parse(settings)).toEqual(settings);
    expect(planSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
    const plan = emptyPlan('p', 's', 'Plan', 2026);
    const { table } = importBytes(new TextEncoder().encode('Id,Name\n1,A\n'), 'a.csv');
    const choices = { fileName: 'a.csv', makesTerritories: false, palette: [], newId: () => 'x' };
    const command = importCommand(plan, table, { ...choices, currencyRates });
    const diff = runCommand(plan, command);
    expect(applyDiff(plan, diff).settings.currencyRates).toEqual(currencyRates);
  });
});
