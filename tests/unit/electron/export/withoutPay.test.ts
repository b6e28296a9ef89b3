import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { planExport, type PlanExportKind } from '../../../../electron/export/planExports';
import { exportKinds } from '../../../../shared/bridge/contract';
import { orgFromTexts } from '../../../../shared/io/export/crm/salesforceOrg';
import { exportContext } from '../../../../shared/io/export/exportContext';
import {
  accountsTable,
  assignmentsTable,
  rosterTable,
  territoriesTable,
} from '../../../../shared/io/export/files/planTables';
import { readPlanFile, writePlanFile } from '../../../../shared/io/project/planFile';
import { planWithoutPay } from '../../../../shared/io/project/planWithoutPay';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { evaluatePlan } from '../../../../shared/plan/evaluatePlan';
import { payingPlan } from '../../shared/plan/planFixture';

/** Figures and words of pay that stand nowhere else: each as whole currency, as files write it. */
const SECRETS = ['912345', '45678', '76543', '665544', '887766', '554433', 'Confidential', 'Secret reason'];

function secretPlan(): PlanDocument {
  const plan = payingPlan();
  return {
    ...plan,
    scenarios: plan.scenarios.map((scenario) => ({ ...scenario, budgetCents: 88_776_655 })),
    compPlans: plan.compPlans.map((each) => ({ ...each, name: `Confidential ${each.name}` })),
    reps: plan.reps.map((rep) => ({
      ...rep,
      baseSalaryCents: 91_234_567,
      targetIncentiveCents: 4_567_891,
      quotaPinCents: 7_654_321,
      historyCents: 66_554_433,
    })),
    payResults: [
      {
        repId: plan.reps[0]!.id,
        component: 'bookings',
        period: `${plan.settings.fiscalYear}-01`,
        credited: 55_443_322,
      },
    ],
    payAdjustments: [
      {
        kind: 'correction',
        id: 'c1',
        repId: plan.reps[0]!.id,
        period: `${plan.settings.fiscalYear}-01`,
        componentId: null,
        amountCents: 100,
        author: 'Dana Ortiz',
        reason: 'Secret reason',
        at: '2026-11-20T10:00:00.000Z',
      },
    ],
  };
}

const decode = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
/** All texts of a file, those inside a zip too; thousands without their commas. */
function textOf(name: string, bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip
    ? Object.entries(unzipSync(bytes))
        .map(([, part]) => decode(part))
        .join('\n')
    : decode(bytes);
  return `${name}\n${text}`.replaceAll(/(?<=\d),(?=\d{3}\b)/g, '');
}

const found = (text: string) => SECRETS.filter((secret) => text.includes(secret));
const world = {
  assetsFolder: new URL('../../../../assets/', import.meta.url),
  org: orgFromTexts({ territories: null, associations: null }),
};
const kinds = exportKinds.filter((kind): kind is PlanExportKind => kind !== 'xlsx');

async function exported(kind: PlanExportKind, withoutPay: boolean): Promise<string> {
  const files = await planExport(kind, exportContext(secretPlan(), 's1', '2026-11-29', withoutPay), world);
  expect(files.length).toBeGreaterThan(0);
  return files.map(({ name, bytes }) => textOf(name, bytes)).join('\n');
}

describe('a copy without pay', () => {
  it.each(kinds)('tells nothing of it: %s', async (kind) => {
    expect(found(await exported(kind, true))).toEqual([]);
  });

  it('is one of files that hold pay else', async () => {
    expect(found(await exported('csv', false))).toEqual(
      expect.arrayContaining(['912345', '45678', '76543', 'Confidential']),
    );
    // A deck rounds its figures: its slide on pay is known by its words.
    expect(await exported('pptx', false)).toMatch(/incentive/i);
    expect(await exported('pptx', true)).not.toMatch(/incentive|quota|payout/i);
  });

  it('has no number of it in the columns of Parquet, which no search of bytes finds', () => {
    const numbersOf = (withoutPay: boolean) => {
      const context = exportContext(secretPlan(), 's1', '2026-11-29', withoutPay);
      return [accountsTable, territoriesTable, assignmentsTable, rosterTable]
        .flatMap((tableOf) => tableOf(context).columns.flatMap(({ cells }) => [...cells]))
        .filter((cell) => cell !== null)
        .map(String)
        .join('\n');
    };
    expect(found(numbersOf(true))).toEqual([]);
    expect(found(numbersOf(false))).not.toEqual([]);
  });

  it('as a plan file opens with the same territories, and holds nothing of pay', () => {
    const plan = secretPlan();
    const bytes = writePlanFile(planWithoutPay(plan));
    expect(found(textOf('plan', bytes))).toEqual([]);
    expect(
      found(textOf('plan', writePlanFile(plan)).replaceAll(/"(\w+Cents)": (\d+)\d\d/g, '$2')),
    ).not.toEqual([]);
    const opened = readPlanFile(bytes);
    expect(opened.id).not.toBe(plan.id);
    expect(opened.reps.map(({ name, territoryId }) => [name, territoryId])).toEqual(
      plan.reps.map(({ name, territoryId }) => [name, territoryId]),
    );
    const { territories, pay } = evaluatePlan(opened, 's1');
    expect([...territories.assignment]).toEqual([...evaluatePlan(plan, 's1').territories.assignment]);
    expect(pay.reps.every(({ payoutCents, quotaCents }) => payoutCents === 0 && quotaCents === 0)).toBe(true);
  });
});
