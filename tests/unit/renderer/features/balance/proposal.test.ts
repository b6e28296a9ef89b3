import { describe, expect, it } from 'vitest';
import { balanceTask, type BalanceAsk } from '../../../../../renderer/features/balance/balanceTask';
import { certificateOf } from '../../../../../renderer/features/balance/certificate';
import { KEEP_STOPS_KM, keepStop, keepWords } from '../../../../../renderer/features/balance/keepScale';
import {
  acceptCommand,
  claimsTaken,
  disruptionOf,
  flowsOf,
  proposalRows,
  type Proposal,
} from '../../../../../renderer/features/balance/proposal';
import { takenByTerritory } from '../../../../../renderer/features/balance/takeMoves';
import { createPlanFormat } from '../../../../../renderer/ui/planFormat';
import type { BalanceResult } from '../../../../../shared/balance/problem';
import { emptyAlignment, UNASSIGNED } from '../../../../../shared/model/alignment';
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings';
import { accountMoves } from '../../../../../shared/plan/accountMoves';
import { applyDiff } from '../../../../../shared/plan/applyDiff';
import { evaluatePlan } from '../../../../../shared/plan/evaluatePlan';
import { assignableTerritories } from '../../../../../shared/plan/lookup';
import { runCommand } from '../../../../../shared/plan/runCommand';
import { smallPlan } from '../../../shared/plan/planFixture';

const ask: BalanceAsk = {
  measures: [{ measureId: 'revenue', toleranceShare: 0.05 }],
  indexToleranceShare: null,
  bases: 'free',
  keepKm: 10,
  onlyTerritoryIds: null,
  seed: 1,
  territoryCount: null,
};

/** The small plan with its placed accounts in the north, for moves to be made. */
function assignedPlan() {
  const plan = smallPlan();
  const scenario = plan.scenarios[0]!;
  const claims = Int32Array.of(1, 1, 1, 1, 2, UNASSIGNED);
  return applyDiff(
    plan,
    runCommand(plan, { kind: 'applyAssignment', scenarioId: scenario.id, assignment: claims, cause: 'hand' }),
  );
}

function proposalOf(claims: Int32Array, result: BalanceResult | null = null): Proposal {
  const plan = assignedPlan();
  const scenario = plan.scenarios[0]!;
  const task = balanceTask(plan, scenario, ask, 'new', null);
  const before = evaluatePlan(plan, scenario.id);
  const uncommitted = runCommand(plan, acceptCommand(task, claims, 'balance'));
  const after = evaluatePlan(plan, scenario.id, { uncommitted, previous: before });
  return {
    task,
    revision: 1,
    claims,
    result,
    before,
    after,
    disruption: disruptionOf(task, before.territories.assignment, after.territories.assignment),
    moves: accountMoves(plan, task.scenario, before.territories, after.territories, [
      { measureId: null, toleranceShare: 0.05 },
    ]),
    toleranceShare: 0.05,
    team: null,
    change: null,
    seconds: 1,
  };
}

describe('balanceTask', () => {
  it('takes the scenario as it is where the number of territories stays', () => {
    const plan = assignedPlan();
    const task = balanceTask(plan, plan.scenarios[0]!, { ...ask, territoryCount: 2 }, 'new', null);
    expect(task.preparing).toEqual([]);
    expect(task.made.problem.keepKm).toBe(10);
  });

  it('adds territories to a scenario that has none, as one edit with their accounts', () => {
    const plan = smallPlan();
    const bare = { ...plan.scenarios[0]!, territories: [] };
    const document = { ...plan, scenarios: [bare] };
    const task = balanceTask(document, bare, { ...ask, territoryCount: 3 }, 'new', null);
    expect(task.isNew).toBe(true);
    expect(assignableTerritories(task.scenario)).toHaveLength(3);
    const command = acceptCommand(task, Int32Array.of(0, 0, 1, 1, 2, UNASSIGNED), '3 territories');
    const diff = runCommand(document, command);
    const after = applyDiff(document, diff);
    expect(diff.label).toBe('3 territories');
    expect([...after.scenarios[0]!.alignments[0]!.claims.slice(0, 5)]).toEqual([0, 0, 1, 1, 2]);
  });

  it('makes a scenario of its own for another number of territories', () => {
    const plan = assignedPlan();
    const task = balanceTask(plan, plan.scenarios[0]!, { ...ask, territoryCount: 3 }, 'new', null);
    expect(task.scenario).toMatchObject({ id: 'new', name: '3 territories' });
    expect(task.document.scenarios).toHaveLength(2);
    expect(task.document.scenarios[0]).toBe(plan.scenarios[0]);
  });
});

describe('a proposal', () => {
  const claims = Int32Array.of(1, 1, 2, 2, 2, UNASSIGNED);
  const proposal = proposalOf(claims);

  it('shows each territory before and after, the furthest off first', () => {
    const rows = proposalRows(proposal, proposal);
    expect(rows.map((row) => row.name)).toEqual(['North', 'South']);
    expect(rows[0]).toMatchObject({ gained: 0, lost: 2 });
    expect(rows[1]).toMatchObject({ gained: 2, lost: 0 });
    expect(rows[0]!.indexBefore).toBeGreaterThan(rows[0]!.indexAfter);
  });

  it('is taken over but for the moves that are left out, on top of the plan as it is now', () => {
    const today = Int32Array.of(1, 1, 1, 1, 2, UNASSIGNED);
    expect(proposal.moves.map((move) => move.row)).toEqual([2, 3]);
    expect([...claimsTaken(proposal, today, new Set())]).toEqual([...claims]);
    expect([...claimsTaken(proposal, today, new Set([2, 3]))]).toEqual([...today]);
    const later = Int32Array.of(2, 1, 1, 1, 2, UNASSIGNED);
    expect([...claimsTaken(proposal, later, new Set([3]))]).toEqual([2, 1, 2, 1, 2, UNASSIGNED]);
  });

  it('counts what is taken by territory', () => {
    expect(takenByTerritory(proposal, new Set([3])).get(1)).toEqual({ taken: 1, all: 2 });
    expect(takenByTerritory(proposal, new Set()).get(2)).toEqual({ taken: 2, all: 2 });
  });

  it('gathers its moves by pair of territories, where the accounts are', () => {
    const flows = flowsOf(Int32Array.of(1, 1, 1), Int32Array.of(2, 2, 1), {
      x: Float64Array.of(0.2, 0.4, 0.9),
      y: Float64Array.of(0.1, 0.1, 0.9),
    });
    expect(flows).toEqual([{ from: 1, to: 2, count: 2, x: expect.closeTo(0.3) as number, y: 0.1 }]);
  });
});

describe('certificateOf', () => {
  const format = createPlanFormat(DEFAULT_SETTINGS, 'en-US');
  const result: BalanceResult = {
    assignment: emptyAlignment('primary', 0).claims,
    feasible: true,
    reasons: [],
    travelKm: 22_790_000,
    lowerBound: 22_750_000,
    gapShare: 0.0018,
    maxDeviationShare: 0.049,
    movedCount: 2,
    leastMoves: null,
    iterations: 1,
    centreLat: new Float64Array(0),
    centreLng: new Float64Array(0),
  };
  const said = (fields: Partial<BalanceResult> | null) =>
    certificateOf(
      { ...proposalOf(Int32Array.of(1, 1, 2, 2, 2, UNASSIGNED)), result: fields && { ...result, ...fields } },
      'h·km',
      format,
    );

  it('claims a share of the best possible only with a bound', () => {
    expect(said({})).toMatchObject({
      tone: 'proven',
      title: 'Travel within 0.2% of the best possible at ±5%',
    });
    expect(said({ travelKm: 22_750_001 }).title).toContain('less than 0.1%');
    expect(said({}).text).toContain('With owners kept as asked, it is within 0.2%');
    const unproven = said({ lowerBound: null, gapShare: null });
    expect(unproven.tone).toBe('reached');
    expect(unproven.title).not.toContain('best possible');
  });

  it('sets a fix of what is out against the fewest moves that there can be', () => {
    expect(said({ movedCount: 1_158, leastMoves: 1_130 })).toMatchObject({
      tone: 'proven',
      proof: 'moves',
      title: 'Within ±5% when 1,158 accounts move',
    });
    expect(said({ movedCount: 1_158, leastMoves: 1_130 }).text).toContain('fewer than 1,130');
    expect(said({ movedCount: 2, leastMoves: 2 }).title).toContain('no plan moves fewer');
    expect(said({ movedCount: 0, leastMoves: 0 })).toMatchObject({ tone: 'reached', proof: null });
  });

  it('names the cause where no plan can', () => {
    const reason = {
      code: 'unit-over-target' as const,
      text: 'Ada Foods alone is larger than a territory.',
      unitIndices: [0],
      territoryIndices: [],
    };
    const missed = said({ feasible: false, reasons: [reason], maxDeviationShare: 0.4 });
    expect(missed).toMatchObject({ tone: 'missed', title: 'No plan reaches ±5%' });
    expect(missed.text).toContain('Ada Foods alone');
    expect(missed.text).toContain('40%');
  });

  it('does not say that the index missed its tolerance where a measure missed its own', () => {
    const proposal = proposalOf(Int32Array.of(1, 1, 2, 2, 2, UNASSIGNED));
    const { task } = proposal;
    const measure = { id: 'work', values: new Float64Array(6), toleranceRatio: 0.001 };
    const made = { ...task.made, problem: { ...task.made.problem, measures: [measure] } };
    const missed = { ...result, feasible: false, reasons: [] };
    const { title } = certificateOf({ ...proposal, task: { ...task, made }, result: missed }, 'h·km', format);
    expect(title).toBe('No plan within the tolerances asked for was found');
  });

  it('says that travel is counted from free bases also where territories hang together', () => {
    const proposal = proposalOf(Int32Array.of(1, 1, 2, 2, 2, UNASSIGNED));
    const { made } = proposal.task;
    const units = {
      problem: made.problem,
      mapUnits: new Int32Array(0),
      unitOfAccount: new Int32Array(0),
      reasons: [],
    };
    const free = new Float64Array(2).fill(Number.NaN);
    const toldFrom = (lat: Float64Array) => {
      const problem = { ...made.problem, territories: { ...made.problem.territories, lat } };
      const task = { ...proposal.task, units, made: { ...made, problem } };
      const unbounded = { ...result, lowerBound: null, gapShare: null };
      return certificateOf({ ...proposal, task, result: unbounded }, 'h·km', format).text;
    };
    expect(toldFrom(free)).toContain('counted from where the free bases would be. No bound is known');
    expect(toldFrom(Float64Array.of(40, 41))).not.toContain('free bases');
  });

  it('tells the bound of a changed team, and a gap that is next to none as one', () => {
    const proposal = proposalOf(Int32Array.of(1, 1, 2, 2, 2, UNASSIGNED));
    const changed = {
      ...proposal,
      task: { ...proposal.task, effect: { added: [2], removed: [] } },
      team: { removed: [], bases: [], inheritedCount: 0, movedCount: 1, trials: [] },
    };
    const of = (fields: Partial<BalanceResult>) =>
      certificateOf({ ...changed, result: { ...result, ...fields } }, 'h·km', format);
    expect(of({})).toMatchObject({ tone: 'proven', proof: 'travel' });
    expect(of({}).text).toContain('Travel within 0.2% of the best possible from these bases.');
    expect(of({ travelKm: 22_750_001 }).text).toContain('within less than 0.1% of the best possible');
    expect(of({ lowerBound: null })).toMatchObject({ tone: 'reached', proof: null });
  });

  it('says that a stopped run was stopped, and how far it got', () => {
    const stopped = { ...proposalOf(Int32Array.of(1, 1, 2, 2, 2, UNASSIGNED)), result: null };
    const title = 'Stopped: the best plan so far';
    const early = certificateOf(stopped, 'h·km', format);
    expect(early).toMatchObject({ tone: 'missed', title });
    expect(early.text).toContain('0 of 2 territories are within ±5%');
    expect(certificateOf({ ...stopped, toleranceShare: 2 }, 'h·km', format)).toMatchObject({
      tone: 'reached',
      title,
    });
  });
});

describe('the slider of owners', () => {
  it('speaks in words, and in a unit between its ends', () => {
    expect(keepStop(38)).toBe(KEEP_STOPS_KM.indexOf(40));
    expect(keepWords(0).hasFigure).toBe(false);
    expect(keepWords(keepStop(40)).hasFigure).toBe(true);
    expect(keepWords(KEEP_STOPS_KM.length - 1).before).toContain('only where the tolerance needs it');
  });
});
