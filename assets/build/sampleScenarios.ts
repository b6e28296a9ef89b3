import type { BalanceRequest } from '../../shared/plan/balanceProblemOf';
import { balanceProblemOf, claimsOfSolution } from '../../shared/plan/balanceProblemOf';
import { solveBalance } from '../../shared/balance/solve';
import { causeCode, emptyAlignment } from '../../shared/model/alignment';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { Scenario } from '../../shared/model/scenario';
import type { Territory } from '../../shared/model/territory';
import { SAMPLE_SEATS } from './sampleTeam';

/** A sample further off than this would not be worth showing. */
const WORST_DEVIATION = 0.0501;

const REQUEST: BalanceRequest = {
  measures: [],
  indexToleranceShare: 0.01,
  bases: 'fixed',
  keepKm: 0,
  onlyTerritoryIds: null,
  seed: 4127,
};

/** Today's territories: compact, round each rep's home, and as uneven as years of hiring have left them. */
export function makeTodayScenario(document: PlanDocument): Scenario {
  const uneven = { ...emptyScenario(document), territories: makeTerritories((seat) => seat.indexToday) };
  const claims = solve(document, uneven, REQUEST);
  return {
    ...emptyScenario(document),
    alignments: [
      {
        ...emptyAlignment('primary', document.accounts.rowCount),
        claims,
        causes: new Uint8Array(claims.length).fill(causeCode('import')),
      },
    ],
  };
}

/** The proposal: every index within ±5%, an account changes hands only where it saves 40 km or must. */
export function makeRebalanceScenario(document: PlanDocument, today: Scenario): Scenario {
  const claims = solve(document, today, { ...REQUEST, indexToleranceShare: 0.05, keepKm: 40 });
  const [alignment] = today.alignments;
  const causes = alignment!.causes.slice();
  claims.forEach((claim, row) => {
    if (claim !== alignment!.claims[row]) causes[row] = causeCode('solver');
  });
  return {
    ...today,
    id: 'scenario-b',
    name: 'B · Rebalance',
    alignments: [{ ...alignment!, claims, causes }],
  };
}

function emptyScenario(document: PlanDocument): Scenario {
  return {
    id: 'scenario-a',
    name: 'A · Today',
    levels: ['Region', 'District', 'Territory'],
    territories: makeTerritories(() => 100),
    measures: [
      { measureId: 'workload', weight: 0.6, toleranceShare: 0.1 },
      { measureId: 'potential', weight: 0.4, toleranceShare: 0.15 },
    ],
    corridorShare: 0.15,
    attainment: { kind: 'measure', measureId: 'revenue', growthShare: 0.02 },
    budgetCents: 265_000_000,
    alignments: [emptyAlignment('primary', document.accounts.rowCount)],
  };
}

function idOf(name: string): string {
  return `t-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
}

export function territoryIdOf(territoryName: string): string {
  return idOf(territoryName);
}

function makeTerritories(capacityOf: (seat: (typeof SAMPLE_SEATS)[number]) => number): Territory[] {
  const nodes = new Map<string, Territory>();
  const node = (name: string, level: number, parentId: string | null): Territory => ({
    id: idOf(`${['region', 'district'][level]!} ${name}`),
    name,
    level,
    parentId,
    colorIndex: null,
    capacity: 1,
    base: null,
    isRemoved: false,
  });
  const territories: Territory[] = [];
  for (const seat of SAMPLE_SEATS) {
    const region = node(seat.region, 0, null);
    const district = node(seat.district, 1, region.id);
    for (const parent of [region, district]) if (!nodes.has(parent.id)) nodes.set(parent.id, parent);
    territories.push({
      ...node(seat.territory, 2, district.id),
      id: idOf(seat.territory),
      colorIndex: seat.colorIndex,
      capacity: capacityOf(seat) / 100,
      base: { name: seat.city, lat: seat.lat, lng: seat.lng },
    });
  }
  return [...nodes.values(), ...territories];
}

function solve(document: PlanDocument, scenario: Scenario, request: BalanceRequest): Int32Array {
  const made = balanceProblemOf(document, scenario, request);
  const run = solveBalance(made.problem);
  for (;;) {
    const step = run.next();
    if (!step.done) continue;
    const { maxDeviationShare } = step.value;
    if (maxDeviationShare > WORST_DEVIATION) {
      throw new Error(`The sample can't be balanced: a territory is ${maxDeviationShare} off.`);
    }
    return claimsOfSolution(scenario, made, step.value.assignment);
  }
}
