import { neighboursByPoints } from '../../../shared/geo/adjacency';
import { colorDistances } from '../../../shared/geo/colorDistance';
import { colorGraph } from '../../../shared/geo/colorGraph';
import { projectColumns } from '../../../shared/geo/projection';
import { TERRITORY_COLORS } from '../../palette/territoryColors';
import type { BalanceTask } from './balanceTask';
import { withTerritories } from './teamTask';

const DISTANCES = colorDistances(TERRITORY_COLORS.map((color) => color.light.fill));
/** Areas round accounts grow this far to find their neighbours: about 300 km. */
const REACH = 1 / 130;

/** The same run with colours for its new territories, so that those that touch differ. */
export function colorNew(task: BalanceTask, claims: Int32Array): BalanceTask {
  const added = new Set(task.isNew ? task.made.territoryIndices : task.effect?.added);
  if (added.size === 0) return task;
  const { lat, lng } = task.document.accounts;
  const { territories } = task.scenario;
  const neighbours = neighboursByPoints(projectColumns(lat, lng), claims, territories.length, REACH);
  const present = territories.map(({ colorIndex }, at) => (added.has(at) ? null : colorIndex));
  const colors = colorGraph(neighbours, DISTANCES, present);
  return withTerritories(
    task,
    territories.map((territory, at) =>
      added.has(at) ? { ...territory, colorIndex: colors[at]! } : territory,
    ),
  );
}
