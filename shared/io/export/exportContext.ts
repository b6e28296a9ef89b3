import { HOLDOUT, HOUSE } from '../../model/alignment';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import type { RepPay } from '../../plan/evaluatePay';
import type { PlanEvaluation } from '../../plan/evaluatePlan';
import { evaluatePlan } from '../../plan/evaluatePlan';
import { requireScenario } from '../../plan/lookup';
import { lookUpText, uniqueTexts } from './cellAddress';

export const UNASSIGNED_NAME = '(unassigned)';
export const HOUSE_NAME = '(house)';
export const HOLDOUT_NAME = '(holdout)';

/** What every sheet is made from. */
export interface ExportContext {
  readonly document: PlanDocument;
  readonly scenario: Scenario;
  readonly evaluation: PlanEvaluation;
  /** ISO date on the cover. */
  readonly madeOn: string;
  /** Leaves out reps' pay, for those who may not see it. */
  readonly withoutPay: boolean;
  /** What each territory is called in the workbook, by territory index; distinct, since sheets look it up. */
  readonly territoryNames: readonly string[];
  /** What each rep is called in the workbook, in the plan's order. */
  readonly repNames: readonly string[];
  /** What each comp plan is called in the workbook, by id; distinct, with its version where names are the same. */
  readonly planNames: ReadonlyMap<string, string>;
}

/** @throws CommandError when the plan has no such scenario */
export function exportContext(
  plan: PlanDocument,
  scenarioId: string,
  madeOn: string,
  withoutPay: boolean,
): ExportContext {
  const document = withOwnComponents(plan);
  const scenario = requireScenario(document, scenarioId);
  return {
    document,
    scenario,
    evaluation: evaluatePlan(document, scenarioId),
    madeOn,
    withoutPay,
    territoryNames: territoryNamesOf(scenario),
    repNames: uniqueTexts(document.reps.map((rep) => rep.name)),
    planNames: planNamesOf(document),
  };
}

/** The same with names that formulas can look up, for the sheets of a workbook. */
export function forSheets(context: ExportContext): ExportContext {
  const safe = (names: readonly string[]) => uniqueTexts(names.map(lookUpText));
  const plans = [...context.planNames];
  const planNames = safe(plans.map(([, name]) => name));
  return {
    ...context,
    territoryNames: safe(context.territoryNames),
    repNames: safe(context.repNames),
    planNames: new Map(plans.map(([id], at) => [id, planNames[at]!])),
  };
}

/** Versions of a comp plan may share components and conditions, which sheets keep their cells by: each has its own. */
function withOwnComponents(document: PlanDocument): PlanDocument {
  const parts = document.compPlans.flatMap(({ components, conditions }) => [...components, ...conditions]);
  if (new Set<object>(parts).size === parts.length) return document;
  return { ...document, compPlans: document.compPlans.map((plan) => structuredClone(plan)) };
}

/** A territory above others that is called like another one is told apart by its level; the one below keeps its name. */
function territoryNamesOf({ territories, levels }: Scenario): string[] {
  const counts = new Map<string, number>();
  for (const { name } of territories) counts.set(name, (counts.get(name) ?? 0) + 1);
  return uniqueTexts(
    territories.map(({ name, level }) =>
      level < levels.length - 1 && counts.get(name)! > 1 ? `${name}, ${levels[level]!}` : name,
    ),
  );
}

function planNamesOf({ compPlans }: PlanDocument): Map<string, string> {
  const names = compPlans.map(({ name, version }) => {
    const isAlone = compPlans.filter((each) => each.name === name).length === 1;
    return isAlone ? name : `${name}, version ${version}`;
  });
  const distinct = uniqueTexts(names);
  return new Map(compPlans.map(({ id }, at) => [id, distinct[at]!]));
}

/** What stands in the Territory column of an account. */
export function assigneeName(context: ExportContext, code: number): string {
  if (code >= 0) return context.territoryNames[code]!;
  if (code === HOUSE) return HOUSE_NAME;
  return code === HOLDOUT ? HOLDOUT_NAME : UNASSIGNED_NAME;
}

/** The part of a territory that is the rep's where several share it, by capacity. */
export function seatShare({ evaluation }: ExportContext, pay: RepPay): number {
  const seated = evaluation.pay.reps.filter((other) => other.territoryIndex === pay.territoryIndex);
  const capacity = seated.reduce((sum, other) => sum + other.rep.capacityRatio, 0);
  return pay.territoryIndex === null || capacity === 0 ? 0 : pay.rep.capacityRatio / capacity;
}

/** The top of the hierarchy above a rep's territory, as Roster and Summary call it. */
export function regionName(context: ExportContext, territoryIndex: number | null): string {
  return territoryIndex === null ? '(none)' : topLevelName(context, territoryIndex);
}

/** What stands above a territory at the top of the hierarchy; itself where nothing does. */
function topLevelName({ scenario }: ExportContext, index: number): string {
  let territory = scenario.territories[index]!;
  for (let level = 0; level < scenario.levels.length; level++) {
    const { parentId } = territory;
    const parent = scenario.territories.find(({ id }) => id === parentId);
    if (!parent) break;
    territory = parent;
  }
  return lookUpText(territory.name);
}
