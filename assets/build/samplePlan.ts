import { mkdirSync, writeFileSync } from 'node:fs';
import { compPlanSchema } from '../../shared/model/compPlan';
import type { CompPlan } from '../../shared/model/compPlan';
import type { PlanDocument } from '../../shared/model/planDocument';
import { quotaSettingsSchema } from '../../shared/model/quotaSettings';
import type { Rep } from '../../shared/model/rep';
import { repSchema } from '../../shared/model/rep';
import type { Scenario } from '../../shared/model/scenario';
import { DEFAULT_SETTINGS } from '../../shared/model/settings';
import { writePlanFile } from '../../shared/io/project/planFile';
import { evaluateTerritories } from '../../shared/plan/evaluateTerritories';
import { makeAccounts } from './sampleAccounts';
import { makeRebalanceScenario, makeTodayScenario, territoryIdOf } from './sampleScenarios';
import { SAMPLE_SEATS } from './sampleTeam';
import { SeededRandom } from './seededRandom';

/** Writes assets/plans/sample.evenland: the same bytes on every machine (`npm run assets:sample`). */
const ACCOUNT_COUNT = 2500;
const SEED = 4127;
const OUT = new URL('../plans/sample.evenland', import.meta.url);

const NEW_PLAN: CompPlan = compPlanSchema.parse({
  id: 'ae-fy27',
  name: 'Account executive, FY27',
  effectiveFrom: '2027-01-01',
  effectiveTo: '2027-12-31',
  components: [
    {
      kind: 'curve',
      id: 'bookings',
      name: 'Bookings',
      targetShareRatio: 0.8,
      points: [
        { x: 0.5, payRatio: 0.25 },
        { x: 1, payRatio: 1 },
        { x: 1.5, payRatio: 2.5 },
        { x: 2, payRatio: 3.5 },
      ],
    },
    {
      kind: 'curve',
      id: 'margin',
      name: 'Gross margin',
      targetShareRatio: 0.2,
      measure: 'gross margin',
      measureUnit: 'ratio',
      goal: { kind: 'value', value: 1 },
      points: [
        { x: 0.92, payRatio: 0.5 },
        { x: 1, payRatio: 1 },
        { x: 1.06, payRatio: 1.5 },
      ],
    },
  ],
  caps: { totalOfTargetRatio: 3 },
});

const OLD_PLAN: CompPlan = compPlanSchema.parse({
  id: 'ae-fy26',
  name: 'Account executive, FY26',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2026-12-31',
  components: [
    {
      kind: 'tiers',
      id: 'bookings',
      name: 'Bookings',
      targetShareRatio: 1,
      how: 'marginal',
      basis: 'attainment',
      rateOf: 'base',
      tiers: [
        { from: 0, to: 1, rate: 1 },
        { from: 1, to: 1.25, rate: 1.5 },
        { from: 1.25, to: null, rate: 2 },
      ],
      cap: { kind: 'ofTarget', ratio: 2.5 },
    },
  ],
});

/** Last year's results lie round this share of today's revenue in the territory. */
const HISTORY_SHARE = 0.97;

function makeReps(document: PlanDocument, today: Scenario, random: SeededRandom): Rep[] {
  const figures = evaluateTerritories(document, today, null);
  const revenue = figures.measures.find((measure) => measure.measureId === 'revenue')!;
  return SAMPLE_SEATS.map((seat, position) => {
    const territoryId = territoryIdOf(seat.territory);
    const index = today.territories.findIndex((territory) => territory.id === territoryId);
    const historyDollars =
      Math.round((revenue.totals[index]! * HISTORY_SHARE * random.lognormal(1, 0.06)) / 100) * 100;
    return repSchema.parse({
      id: `rep-${String(position + 1).padStart(2, '0')}`,
      name: seat.rep,
      role: 'AE',
      compPlanId: NEW_PLAN.id,
      territoryId,
      baseSalaryCents: seat.targetIncentive * 100,
      targetIncentiveCents: seat.targetIncentive * 100,
      base: { name: seat.city, lat: seat.lat, lng: seat.lng },
      historyCents: historyDollars * 100,
    });
  });
}

function makeSamplePlan(): PlanDocument {
  const random = new SeededRandom(SEED);
  const bare: PlanDocument = {
    id: 'sample',
    name: 'FY27 Field Plan',
    settings: DEFAULT_SETTINGS,
    accounts: makeAccounts(ACCOUNT_COUNT, random),
    scenarios: [],
    reps: [],
    compPlans: [NEW_PLAN, OLD_PLAN],
    quotaSettings: quotaSettingsSchema.parse({}),
  };
  const today = makeTodayScenario(bare);
  const reps = makeReps(bare, today, random);
  const historyCents = reps.reduce((sum, rep) => sum + (rep.historyCents ?? 0), 0);
  return {
    ...bare,
    scenarios: [today, makeRebalanceScenario(bare, today)],
    reps,
    quotaSettings: quotaSettingsSchema.parse({
      targetCents: Math.round((historyCents * 1.02) / 10_000_000) * 10_000_000,
      method: 'fair',
      weights: { potential: 0.6, history: 0.4, pipeline: 0, even: 0 },
      potentialMeasure: 'potential',
      overAssignment: [{ level: 'Company', ratio: 0.05 }],
      roundingStepCents: 500_000,
    }),
  };
}

mkdirSync(new URL('.', OUT), { recursive: true });
const bytes = writePlanFile(makeSamplePlan());
writeFileSync(OUT, bytes);
console.log(`assets/plans/sample.evenland: ${bytes.length} bytes`);
