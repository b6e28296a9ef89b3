import { countedValue } from '../../../../shared/model/accountTable';
import { estimatedDriveHours } from '../../../../shared/measures/travel';
import type { TerritoryShape } from '../../../../shared/plan/territoryShapes';
import { NOTHING, type PlanFormat } from '../../../ui/planFormat';
import type { TerritoriesData } from '../useTerritoriesData';

/** As many accounts as one page holds. */
const MOST_ACCOUNTS = 15;

/** The largest by the main measure; without one in the order of the table. */
export function largestRows(
  { evaluation, mainMeasure }: TerritoriesData,
  territory: number,
): readonly number[] {
  const rows = [...evaluation.territories.rows[territory]!];
  if (mainMeasure) {
    rows.sort((a, b) => countedValue(mainMeasure, b) - countedValue(mainMeasure, a) || a - b);
  }
  return rows.slice(0, MOST_ACCOUNTS);
}

/** Figures of a territory as label and text, in the order they are told. */
export function territoryFacts(
  { plan, scenario, evaluation }: TerritoriesData,
  territory: number,
  shape: TerritoryShape | null,
  format: PlanFormat,
): readonly (readonly [string, string])[] {
  const { index, accounts, travel } = evaluation.territories;
  const { detourFactor, driveSpeedKmh } = plan.settings;
  const activity = travel.activity[territory]!;
  const km = activity > 0 ? travel.activityKm[territory]! / activity : null;
  const own = index[territory]!;
  const hours = km === null ? NOTHING : format.hours(estimatedDriveHours(km, detourFactor, driveSpeedKmh));
  const round = shape?.source === 'hull' ? ', round its accounts' : '';
  const pieces = shape && shape.pieceCount > 0 ? format.number(shape.pieceCount) : NOTHING;
  const compact = shape?.compactness ?? null;
  return [
    ['Index', format.index(own, scenario.corridorShare)],
    ['Deviation', Number.isNaN(own) ? NOTHING : format.percentChange(own / 100 - 1)],
    ['Accounts', format.number(accounts.totals[territory]!)],
    ['Mean travel', km === null ? NOTHING : `${format.distance(km)}, est. ${hours}`],
    [`Polsby-Popper${round}`, compact ? format.number(compact.polsbyPopper, 2) : NOTHING],
    ['Reock', compact ? format.number(compact.reock, 2) : NOTHING],
    ['Pieces of land', pieces],
    drivingFact(shape, format),
  ];
}

/** All its driving in hours; where the activity is money, which nobody drives for, how far its accounts spread. */
function drivingFact(shape: TerritoryShape | null, format: PlanFormat): readonly [string, string] {
  if (shape?.driveHours === null) return ['Spread of accounts', format.distance(Math.sqrt(shape.spreadKm2))];
  return ['Driving, all activity, est.', shape ? `${format.number(shape.driveHours)} h` : NOTHING];
}

/** Names of the nodes above a territory, the highest first. */
export function namesAbove(
  { scenario }: Pick<TerritoriesData, 'scenario'>,
  territory: number,
): readonly string[] {
  const names: string[] = [];
  let { parentId } = scenario.territories[territory]!;
  while (parentId !== null && names.length < scenario.levels.length) {
    const parent = scenario.territories.find(({ id }) => id === parentId);
    if (!parent) break;
    names.unshift(parent.name);
    parentId = parent.parentId;
  }
  return names;
}

/** Its reps by name, or that it has none. */
export function repText(
  { plan, scenario }: Pick<TerritoriesData, 'plan' | 'scenario'>,
  territory: number,
): string {
  const { id } = scenario.territories[territory]!;
  const names = plan.reps.filter((rep) => rep.territoryId === id).map(({ name }) => name);
  return names.length === 0 ? 'No rep' : names.join(', ');
}
