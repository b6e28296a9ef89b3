import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Topology } from 'topojson-specification';
import type { BalanceReason, BalanceResult } from '../../../shared/balance/problem';
import { solveNamed } from '../../../shared/balance/solveNamed';
import { UNIT_LAYERS } from '../../../shared/geo/unitLayers';
import { readUnitMap, type UnitMap } from '../../../shared/geo/unitMap';
import type { UnitLevel } from '../../../shared/model/exception';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { PlanBalanceProblem } from '../../../shared/plan/balanceProblemOf';
import { ownedAccounts, unitBalanceProblemOf } from '../../../shared/plan/unitBalanceProblem';
import { accountResultOf } from '../../../shared/plan/unitSolution';
import { WorkError, type CommandLineWorld } from '../commandLine';

/** What a solve tells the command line, by account. */
export interface SolvedPlan {
  /** Territory of each account of the problem; −1 where it has none and gets none. */
  readonly assignment: Int32Array;
  readonly result: BalanceResult;
  /** Stable ids of the units that a reason names. */
  readonly idsOf: (reason: BalanceReason) => readonly string[];
  /** What the planner should know, in words. */
  readonly notes: readonly string[];
}

async function readLayer(world: CommandLineWorld, level: UnitLevel): Promise<UnitMap> {
  const { file, layer } = UNIT_LAYERS[level];
  const bytes = await readFile(new URL(`data/map/${file}`, world.assetsFolder));
  return readUnitMap(JSON.parse(gunzipSync(bytes).toString('utf8')) as Topology, layer);
}

/** Solves by geographic units whose territories hang together; travel and balance are told by account. */
export async function solveByUnits(
  document: PlanDocument,
  made: PlanBalanceProblem,
  level: UnitLevel,
  world: CommandLineWorld,
  territoryName: (column: number) => string,
): Promise<SolvedPlan> {
  const map = await readLayer(world, level);
  const units = unitBalanceProblemOf(document, made, level, map);
  const outside = units.unitOfAccount.filter((unit) => unit < 0).length;
  if (outside === units.unitOfAccount.length) {
    throw new WorkError(`No account lies in a ${level} that is known. Import places first.`);
  }
  const nameOf = (unit: number): string => {
    const at = units.mapUnits[unit]!;
    return map.names[at] ? `${map.names[at]} (${map.ids[at]!})` : map.ids[at]!;
  };
  const run = solveNamed(units.problem, ownedAccounts(made, units), { unitName: nameOf, territoryName });
  let step = run.next();
  while (!step.done) step = run.next();
  const result = accountResultOf(document, made, units, step.value);
  return {
    assignment: result.assignment,
    result,
    idsOf: (reason) => reason.unitIndices.map((unit) => map.ids[units.mapUnits[unit]!]!),
    notes:
      outside > 0 ? [`${outside} accounts lie in no ${level} that is known; they stay where they are.`] : [],
  };
}
