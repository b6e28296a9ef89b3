import type { UnitMap } from '../../../shared/geo/unitMap';
import { emptyAlignment } from '../../../shared/model/alignment';
import type { UnitLevel } from '../../../shared/model/exception';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import type { Territory } from '../../../shared/model/territory';
import { applyDiff } from '../../../shared/plan/applyDiff';
import {
  balanceProblemSteps,
  type BalanceRequest,
  type PlanBalanceProblem,
} from '../../../shared/plan/balanceProblemOf';
import type { PlanCommand } from '../../../shared/plan/command';
import { CommandError } from '../../../shared/plan/commandError';
import { commandOfRole } from '../../../shared/plan/commandOfRole';
import type { TerritoryFigures } from '../../../shared/plan/evaluateTerritories';
import { assignableTerritories } from '../../../shared/plan/lookup';
import { newTerritories } from '../../../shared/plan/newTerritories';
import { scenarioOfRole } from '../../../shared/plan/overlay';
import { runCommand } from '../../../shared/plan/runCommand';
import { runToEnd } from '../../../shared/plan/runToEnd';
import { unitBalanceSteps, type UnitBalanceProblem } from '../../../shared/plan/unitBalanceProblem';
import type { TeamEffect } from './teamTask';

/** No limit on changes of hands. */
export const NO_CAPS = { handedOff: null, takenOver: null, movedShare: null };

/** New territories have no owners yet, nor limits and wishes about them. */
const REQUEST_OF_NEW = {
  onlyTerritoryIds: null,
  freeTerritoryIds: [],
  keepKm: 0,
  caps: NO_CAPS,
  eligibility: null,
} as const;

/** What is asked for on the screen. */
export interface BalanceAsk extends BalanceRequest {
  /** How many territories; null = as many as the scenario has. */
  readonly territoryCount: number | null;
  /** New territories are drawn although there are as many already. */
  readonly isAnew?: boolean;
  /** Where another number has its bases: in cities, or in the middle of their accounts. */
  readonly newBases?: 'cities' | 'free';
  /** Of another, larger number, the territories that there are stay among them with their bases. */
  readonly keepsBases?: boolean;
}

/** A run made ready: the problem, and the edits that must come before its answer. */
export interface BalanceTask {
  /** Adds territories, or a scenario of its own; none where the scenario is used as it is. */
  readonly preparing: readonly PlanCommand[];
  /** The scenario that the answer is for, as it is after those edits. */
  readonly scenario: Scenario;
  /** The plan after those edits. */
  readonly document: PlanDocument;
  readonly made: PlanBalanceProblem;
  /** The same by geographic units, where territories must hang together; null = accounts go one by one. */
  readonly units: UnitBalanceProblem | null;
  /** The territories are new, so there is no "before". */
  readonly isNew: boolean;
  /** The overlay that is balanced; undefined = the primary alignment. The scenario is as its people see it. */
  readonly role: string | undefined;
  /** Who comes and who goes; null where the team stays. */
  readonly effect: TeamEffect | null;
}

/**
 * Makes a run ready. A scenario without territories gets them; another number than it has makes a scenario of its
 * own, so that nothing that is there is lost.
 * @param newScenarioId id of that scenario, should it be needed
 * @param ground the units that territories must hang together by; null = none
 * @param role an overlay, of which the scenario is the view (scenarioOfRole); undefined = the primary alignment
 * @throws CommandError when there is nothing to balance, or another number of territories is asked of an overlay
 */
export function balanceTask(
  document: PlanDocument,
  scenario: Scenario,
  ask: BalanceAsk,
  newScenarioId: string,
  ground: { readonly level: UnitLevel; readonly map: UnitMap } | null,
  role?: string,
): BalanceTask {
  return runToEnd(balanceTaskSteps(document, scenario, ask, newScenarioId, ground, role, null));
}

/**
 * The same with pauses on the way: of 100,000 accounts all of it together takes longer than a click may wait.
 * @param known figures of the scenario as it is; null = they are worked out
 */
export function* balanceTaskSteps(
  document: PlanDocument,
  scenario: Scenario,
  ask: BalanceAsk,
  newScenarioId: string,
  ground: { readonly level: UnitLevel; readonly map: UnitMap } | null,
  role: string | undefined,
  known: TerritoryFigures | null,
): Generator<void, BalanceTask> {
  const present = assignableTerritories(scenario).length;
  const count = ask.territoryCount;
  const isNew = count !== null && (count !== present || ask.isAnew === true);
  if (isNew && role !== undefined && present > 0) {
    throw new CommandError(
      `An overlay is balanced over the ${present} territories that it has. Add or remove some on Territories first.`,
    );
  }
  const kept = isNew && ask.keepsBases && count > present ? assignableTerritories(scenario) : [];
  const preparing = isNew
    ? commandsForCount(document, scenario, count, kept, newScenarioId).map((command) =>
        commandOfRole(command, role),
      )
    : [];
  const prepared = preparing.reduce((plan, command) => applyDiff(plan, runCommand(plan, command)), document);
  const wanted = isNew && present > 0 ? newScenarioId : scenario.id;
  const ready = scenarioOfRole(
    prepared.scenarios.find(({ id }) => id === wanted)!,
    role,
  );
  const request: BalanceRequest = isNew
    ? { ...ask, ...REQUEST_OF_NEW, bases: kept.length > 0 ? 'fixed' : 'free' }
    : ask;
  yield;
  const made = yield* balanceProblemSteps(prepared, ready, request, isNew ? null : known);
  yield;
  return {
    preparing,
    scenario: ready,
    document: prepared,
    made,
    units: ground && (yield* unitBalanceSteps(prepared, made, ground.level, ground.map)),
    isNew,
    role,
    effect: null,
  };
}

function commandsForCount(
  document: PlanDocument,
  scenario: Scenario,
  count: number,
  kept: readonly number[],
  newScenarioId: string,
): PlanCommand[] {
  // Ids that stay let scenarios be compared territory by territory.
  const stay = kept.map((index): Territory => {
    const { boundary: _drawnForToday, ...territory } = scenario.territories[index]!;
    return { ...territory, level: 0, parentId: null };
  });
  const fields = Array.from({ length: count - stay.length }, () => ({}));
  if (assignableTerritories(scenario).length === 0) {
    return [
      { kind: 'addTerritories', scenarioId: scenario.id, territories: newTerritories(scenario, fields) },
    ];
  }
  const bare: Scenario = {
    ...scenario,
    id: newScenarioId,
    name: nameFor(document, count),
    levels: [scenario.levels.at(-1)!],
    territories: [],
    alignments: [emptyAlignment('primary', document.accounts.rowCount)],
  };
  const known = { ...bare, territories: stay };
  const territories = [...stay, ...newTerritories(known, fields)];
  return [{ kind: 'addScenario', scenario: { ...bare, territories } }];
}

function nameFor(document: PlanDocument, count: number): string {
  const taken = new Set(document.scenarios.map((scenario) => scenario.name));
  const base = count === 1 ? '1 territory' : `${count} territories`;
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base} (${number})`;
  return name;
}
