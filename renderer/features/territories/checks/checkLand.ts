import { assignUnitsLabel } from '../../../../shared/plan/commands/unitCommands';
import { unitNeighbours, DEFAULT_BRIDGES, withBridges } from '../../../../shared/geo/unitBridges';
import type { NeighbourRows } from '../../../../shared/geo/contiguity';
import type { ProjectedPoints } from '../../../../shared/geo/projection';
import { unitMiddles } from '../../../../shared/geo/unitSelect';
import type { PlanDocument } from '../../../../shared/model/planDocument';
import { applyDiff } from '../../../../shared/plan/applyDiff';
import type { CheckItem, CheckLand } from '../../../../shared/plan/checks/checkItem';
import { territoryChecks } from '../../../../shared/plan/checks/territoryChecks';
import type { PlanCommand } from '../../../../shared/plan/command';
import { primaryAlignment } from '../../../../shared/plan/lookup';
import { runCommand } from '../../../../shared/plan/runCommand';
import { unitColumn } from '../../../../shared/plan/unitKeys';
import type { Basemap } from '../../../map/basemapFiles';
import type { TerritoriesData } from '../useTerritoriesData';

type CheckedData = Pick<
  TerritoriesData,
  'plan' | 'scenario' | 'evaluation' | 'basemap' | 'owners' | 'unitOfRow'
>;

const groundOf = new WeakMap<Basemap, { neighbours: NeighbourRows; middles: ProjectedPoints }>();

/** The counties as land to be checked; null before the map is read, or where no account lies in a county. */
export function checkLand({ plan, scenario, basemap, owners, unitOfRow }: CheckedData): CheckLand | null {
  if (!basemap || !owners || !unitOfRow?.some((unit) => unit >= 0)) return null;
  const { ids, names } = basemap.counties;
  const { neighbours, middles } = groundOf.get(basemap) ?? {
    neighbours: unitNeighbours(basemap.counties),
    middles: unitMiddles(basemap.counties),
  };
  groundOf.set(basemap, { neighbours, middles });
  return {
    level: 'county',
    ids,
    names,
    neighbours: withBridges(neighbours, ids, plan.unitBridges ?? DEFAULT_BRIDGES),
    middles,
    owners: primaryAlignment(scenario).layers.length > 0 ? null : owners,
  };
}

const keyed = new WeakMap<PlanDocument['accounts'], KeyedPlan>();

interface KeyedPlan {
  readonly accounts: PlanDocument['accounts'];
  readonly command: PlanCommand | null;
}

/** The accounts with the counties that they lie in, and the command that would keep these; null = they have them. */
function withCounties({ plan, basemap, unitOfRow }: CheckedData): KeyedPlan {
  const known = keyed.get(plan.accounts);
  if (known) return known;
  let result: KeyedPlan = { accounts: plan.accounts, command: null };
  if (basemap && unitOfRow) {
    const { ids } = basemap.counties;
    const column = unitColumn(plan.accounts, 'county');
    const isMissing = unitOfRow.some(
      (unit, row) => unit >= 0 && !plan.accounts.removed[row] && !(column && column.codes[row] !== 0),
    );
    if (isMissing) {
      const keys = Array.from(unitOfRow, (unit) => (unit >= 0 ? ids[unit]! : ''));
      const command: PlanCommand = { kind: 'setUnitKeys', level: 'county', keys };
      result = { accounts: applyDiff(plan, runCommand(plan, command)).accounts, command };
    }
    keyed.set(plan.accounts, result);
  }
  return result;
}

/** All findings of the scenario on screen. A fix that needs the counties of accounts finds them first, in one step. */
export function findAll(data: CheckedData): CheckItem[] {
  const { accounts, command } = withCounties(data);
  const document = { ...data.plan, accounts };
  const land = checkLand(data);
  const items = territoryChecks({
    document,
    scenario: data.scenario,
    figures: data.evaluation.territories,
    land,
  }).filter((item) => item.kind !== 'accountsOutside' || isAtHome(document, item));
  if (!command) return items;
  return items.map((item) => ({
    ...item,
    fixes: item.fixes.map((fix) =>
      fix.command.kind === 'assignUnits'
        ? {
            ...fix,
            command: {
              kind: 'batch',
              label: assignUnitsLabel(data.scenario, fix.command),
              commands: [command, fix.command],
            },
          }
        : fix,
    ),
  }));
}

/** Counties are of the United States: an account abroad lies in none, and rightly so. */
function isAtHome({ accounts }: PlanDocument, { rows }: CheckItem): boolean {
  const countries = unitColumn(accounts, 'country');
  const country = countries ? countries.dictionary[countries.codes[rows[0]!]!]! : '';
  return country === '' || country === 'US';
}
