import { neighboursByPoints } from '../../../shared/geo/adjacency';
import { colorDistances } from '../../../shared/geo/colorDistance';
import { colorGraph } from '../../../shared/geo/colorGraph';
import { projectColumns } from '../../../shared/geo/projection';
import type { PlanCommand } from '../../../shared/plan/command';
import { TERRITORY_COLORS } from '../../palette/territoryColors';
import type { BalanceTask } from './balanceTask';

const DISTANCES = colorDistances(TERRITORY_COLORS.map((color) => color.light.fill));
/** Areas round accounts grow this far to find their neighbours: about 300 km. */
const REACH = 1 / 130;

/** The same run with colours for its new territories, so that those that touch differ. */
export function colorNew(task: BalanceTask, claims: Int32Array): BalanceTask {
  if (!task.isNew) return task;
  const { lat, lng } = task.document.accounts;
  const count = task.scenario.territories.length;
  const neighbours = neighboursByPoints(projectColumns(lat, lng), claims, count, REACH);
  const colors = colorGraph(
    neighbours,
    DISTANCES,
    Array.from({ length: count }, () => null),
  );
  const isNew = new Set(task.made.territoryIndices);
  const territories = task.scenario.territories.map((territory, at) =>
    isNew.has(at) ? { ...territory, colorIndex: colors[at]! } : territory,
  );
  const added = territories.filter((_, at) => isNew.has(at));
  const preparing = task.preparing.map((command): PlanCommand => {
    if (command.kind === 'addTerritories') return { ...command, territories: added };
    if (command.kind === 'addScenario') return { ...command, scenario: { ...command.scenario, territories } };
    return command;
  });
  return { ...task, preparing, scenario: { ...task.scenario, territories } };
}
