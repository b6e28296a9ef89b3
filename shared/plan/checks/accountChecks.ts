import { haversineKm, kmFromSquaredChord } from '../../geo/greatCircle';
import type { AccountTable, AttributeColumn } from '../../model/accountTable';
import { CAUSES, FOLLOW, UNASSIGNED } from '../../model/alignment';
import { placeVectors } from '../accountColumns';
import { countOfAccounts } from '../claimChange';
import { unitClaims } from '../effectiveAssignment';
import { familyColumn } from '../heldTogether';
import { primaryAlignment } from '../lookup';
import { unitColumn } from '../unitKeys';
import type { CheckInput, CheckItem, CheckLand } from './checkItem';

/** Accounts that nobody has, together by the territory whose hub is nearest. */
export function checkUnassignedAccounts(input: CheckInput): CheckItem[] {
  const { document, scenario, figures } = input;
  const byNearest = new Map<number, number[]>();
  figures.assignment.forEach((code, row) => {
    if (code !== UNASSIGNED || document.accounts.removed[row]) return;
    const nearest = nearestTerritory(input, row);
    const list = byNearest.get(nearest);
    if (list) list.push(row);
    else byNearest.set(nearest, [row]);
  });
  return [...byNearest]
    .sort(([a], [b]) => a - b)
    .map(([index, rows]): CheckItem => {
      const territory = scenario.territories[index];
      const are = rows.length === 1 ? 'is' : 'are';
      const where = territory ? `, nearest to ${territory.name}` : ' and can’t be placed near a territory';
      return {
        id: `unassignedAccounts ${territory?.id ?? ''}`,
        kind: 'unassignedAccounts',
        text: `${countOfAccounts(rows.length)} ${are} nobody's${where}.`,
        rows,
        unitIds: [],
        territoryIds: territory ? [territory.id] : [],
        fixes: territory
          ? [
              {
                label: `Assign to ${territory.name}, the nearest`,
                command: {
                  kind: 'assignAccounts',
                  scenarioId: scenario.id,
                  rows: Int32Array.from(rows),
                  target: { territoryId: territory.id },
                },
              },
            ]
          : [],
      };
    });
}

/** Index of the territory whose hub is nearest to an account; −1 where neither has a place. */
function nearestTerritory({ document, figures }: CheckInput, row: number): number {
  const { lat, lng } = document.accounts;
  let [best, bestKm] = [-1, Infinity];
  for (const index of figures.assignable) {
    const [hubLat, hubLng] = [figures.travel.hubLat[index]!, figures.travel.hubLng[index]!];
    const km = haversineKm(lat[row]!, lng[row]!, hubLat, hubLng);
    if (km < bestKm) [best, bestKm] = [index, km];
  }
  return best;
}

/** Accounts that a list, a rule or a solver gave to one territory while their unit is another's. */
export function checkOverlaps({ document, scenario, figures }: CheckInput): CheckItem[] {
  const alignment = primaryAlignment(scenario);
  if (alignment.layers.length === 0) return [];
  const claimed = unitClaims(document.accounts, scenario, alignment);
  const pairs = new Map<string, { rows: number[]; land: number; own: number }>();
  for (let row = 0; row < claimed.length; row++) {
    const own = figures.assignment[row]!;
    const land = claimed[row]!;
    const cause = CAUSES[alignment.causes[row]!]!;
    const isMeant = alignment.claims[row] === FOLLOW || cause === 'named' || cause === 'hand';
    if (isMeant || own < 0 || land < 0 || own === land || document.accounts.removed[row]) continue;
    const key = `${scenario.territories[own]!.id} ${scenario.territories[land]!.id}`;
    const pair = pairs.get(key) ?? { rows: [], land, own };
    pairs.set(key, pair);
    pair.rows.push(row);
  }
  return [...pairs].map(([key, { rows, land, own }]): CheckItem => {
    const [ownTerritory, landTerritory] = [scenario.territories[own]!, scenario.territories[land]!];
    const alike = Int32Array.from(rows);
    return {
      id: `overlaps ${key}`,
      kind: 'overlaps',
      text: `${countOfAccounts(rows.length)} of ${ownTerritory.name} in units of ${landTerritory.name}: both claim them.`,
      rows,
      unitIds: [],
      territoryIds: [ownTerritory.id, landTerritory.id],
      fixes: [
        {
          label: `Let them follow their units, to ${landTerritory.name}`,
          command: { kind: 'followUnits', scenarioId: scenario.id, rows: alike },
        },
        {
          label: `Keep them in ${ownTerritory.name} by name`,
          command: {
            kind: 'putException',
            scenarioId: scenario.id,
            territoryId: ownTerritory.id,
            exception: {
              id: `overlap ${key}`,
              kind: 'named',
              target: { rows },
              owner: '',
              reason: `Kept in ${ownTerritory.name} when overlaps were cleared`,
              expiresOn: null,
            },
          },
        },
      ],
    };
  });
}

/** How far an account may lie from another whose unit it takes. */
const BORROW_KM = 50;
/** The nearest account is sought for so many at a time; the next ones get theirs when these are mended. */
const MENDED_AT_ONCE = 50;

interface KnownOutside {
  readonly level: CheckLand['level'];
  readonly names: CheckLand['names'];
  readonly items: CheckItem[];
}

const outsideOf = new WeakMap<AccountTable, KnownOutside>();

/**
 * Placed accounts that lie in no unit of the land's level: off the coast, abroad, or placed wrongly. It matters not
 * who has them, so they are sought once for a table of accounts.
 */
export function checkAccountsOutside({ document: { accounts } }: CheckInput, land: CheckLand): CheckItem[] {
  const known = outsideOf.get(accounts);
  if (known?.level === land.level && known.names === land.names) return known.items;
  const items = accountsOutside(accounts, land);
  outsideOf.set(accounts, { level: land.level, names: land.names, items });
  return items;
}

function accountsOutside(accounts: AccountTable, land: CheckLand): CheckItem[] {
  const column = unitColumn(accounts, land.level);
  const rows: number[] = [];
  for (let row = 0; row < accounts.rowCount; row++) {
    const isPlaced = !Number.isNaN(accounts.lat[row]!) && !Number.isNaN(accounts.lng[row]!);
    if (accounts.removed[row] || !isPlaced || (column && column.codes[row] !== 0)) continue;
    rows.push(row);
  }
  return rows.map((row, position): CheckItem => {
    const unitId = position < MENDED_AT_ONCE ? nearestUnit(accounts, column, row) : '';
    const name = unitId ? land.names[land.ids.indexOf(unitId)] || unitId : '';
    return {
      id: `accountsOutside ${accounts.ids[row]!}`,
      kind: 'accountsOutside',
      text: `${accounts.names[row]!} lies in no unit.`,
      rows: [row],
      unitIds: [],
      territoryIds: [],
      fixes: unitId
        ? [
            {
              label: `Count it to ${name}, the nearest account's`,
              command: {
                kind: 'setUnitKeys',
                level: land.level,
                keys: Array.from({ length: accounts.rowCount }, (_, other) => (other === row ? unitId : '')),
              },
            },
          ]
        : [],
    };
  });
}

/** The unit of the nearest account that has one; '' where none lies near. */
function nearestUnit(accounts: AccountTable, units: AttributeColumn | null, row: number): string {
  if (!units) return '';
  const vectors = placeVectors(accounts);
  const [x, y, z] = [vectors[3 * row]!, vectors[3 * row + 1]!, vectors[3 * row + 2]!];
  let [best, bestSquaredChord] = [-1, Infinity];
  for (let other = 0; other < accounts.rowCount; other++) {
    if (units.codes[other] === 0 || accounts.removed[other]) continue;
    const [dx, dy, dz] = [vectors[3 * other]! - x, vectors[3 * other + 1]! - y, vectors[3 * other + 2]! - z];
    const squaredChord = dx * dx + dy * dy + dz * dz;
    if (squaredChord < bestSquaredChord) [best, bestSquaredChord] = [other, squaredChord];
  }
  return best >= 0 && kmFromSquaredChord(bestSquaredChord) < BORROW_KM
    ? units.dictionary[units.codes[best]!]!
    : '';
}

/** Families by parent account whose members are in more than one territory. */
export function checkSplitFamilies({ document, scenario, figures }: CheckInput): CheckItem[] {
  const { accounts } = document;
  const members = new Map<number, number[]>();
  familyColumn(accounts).forEach((family, row) => {
    if (family < 0 || accounts.removed[row]) return;
    const list = members.get(family);
    if (list) list.push(row);
    else members.set(family, [row]);
  });
  const items: CheckItem[] = [];
  for (const [top, rows] of members) {
    const counts = new Map<number, number>();
    for (const row of rows) {
      const code = figures.assignment[row]!;
      if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    if (counts.size < 2) continue;
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    items.push({
      id: `splitFamilies ${accounts.ids[top]!}`,
      kind: 'splitFamilies',
      text: `The family of ${accounts.names[top]!} is in ${counts.size} territories.`,
      rows,
      unitIds: [],
      territoryIds: ranked.map(([index]) => scenario.territories[index]!.id),
      fixes: ranked.map(([index, count]) => ({
        label: `Bring all ${rows.length} to ${scenario.territories[index]!.name}, which has ${count}`,
        command: {
          kind: 'assignAccounts',
          scenarioId: scenario.id,
          rows: Int32Array.from(rows),
          target: { territoryId: scenario.territories[index]!.id },
        },
      })),
    });
  }
  return items;
}
