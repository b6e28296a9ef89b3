import { connectedParts } from '../../geo/contiguity';
import { kmPerUnit } from '../../geo/projection';
import { DEFAULT_BRIDGES } from '../../geo/unitBridges';
import { primaryAlignment } from '../lookup';
import { ownerOfUnit } from '../unitMeasureTotals';
import { unitColumn } from '../unitKeys';
import { countOfUnits } from '../commands/unitCommands';
import type { CheckFix, CheckInput, CheckItem, CheckLand } from './checkItem';

/** Whose each unit is: as the caller says, else by the claims on units. */
export function landOwners({ scenario }: CheckInput, land: CheckLand): Int32Array {
  if (land.owners) return land.owners;
  const alignment = primaryAlignment(scenario);
  return Int32Array.from(land.ids, (id) => ownerOfUnit(scenario, alignment, land.level, id));
}

interface Piece {
  readonly units: readonly number[];
  /** Border units by territory index: how many edges lead to it. */
  readonly borders: ReadonlyMap<number, number>;
}

/** Connected pieces of the units of one owner, largest first. */
function piecesOf(land: CheckLand, owners: Int32Array): Map<number, Piece[]> {
  const { part, count } = connectedParts(land.neighbours, owners);
  const units: number[][] = Array.from({ length: count }, () => []);
  part.forEach((piece, unit) => units[piece]!.push(unit));
  const pieces = new Map<number, Piece[]>();
  for (const own of units) {
    const owner = owners[own[0]!]!;
    const borders = new Map<number, number>();
    for (const unit of own) {
      const { offsets, neighbours } = land.neighbours;
      for (const other of neighbours.subarray(offsets[unit], offsets[unit + 1])) {
        const code = owners[other]!;
        if (code !== owner && code >= 0) borders.set(code, (borders.get(code) ?? 0) + 1);
      }
    }
    const list = pieces.get(owner);
    if (list) list.push({ units: own, borders });
    else pieces.set(owner, [{ units: own, borders }]);
  }
  for (const list of pieces.values()) list.sort((a, b) => b.units.length - a.units.length);
  return pieces;
}

function placesOf(land: CheckLand, units: readonly number[]): string {
  const first = land.names[units[0]!] || land.ids[units[0]!]!;
  return units.length === 1 ? first : `${first} and ${countOfUnits(land.level, units.length - 1)} beside it`;
}

/** Gives a piece to the territories around it, the one with the longest border first. */
function joinFixes({ scenario }: CheckInput, land: CheckLand, piece: Piece): CheckFix[] {
  const around = [...piece.borders].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return around.slice(0, 3).map(([index]) => {
    const { id, name } = scenario.territories[index]!;
    const why = around.length === 1 ? 'which surrounds it' : 'which borders it';
    return {
      label: `Assign to ${name}, ${why}`,
      command: {
        kind: 'assignUnits',
        scenarioId: scenario.id,
        level: land.level,
        unitIds: piece.units.map((unit) => land.ids[unit]!),
        target: { territoryId: id },
        scope: hasClaims(scenario, land) ? 'unitsAndAccounts' : 'accountsOnly',
      },
    };
  });
}

function hasClaims(scenario: CheckInput['scenario'], land: CheckLand): boolean {
  return land.owners === null || primaryAlignment(scenario).layers.length > 0;
}

/** Land that nobody has, next to land that somebody has; far-off land is no part of the plan. */
export function checkUnassignedUnits(input: CheckInput, land: CheckLand): CheckItem[] {
  const owners = landOwners(input, land);
  const items: CheckItem[] = [];
  for (const [owner, pieces] of piecesOf(land, owners)) {
    // UNASSIGNED alone: house and holdout land is deliberately nobody's, and other codes lie outside the plan.
    if (owner !== -1) continue;
    for (const piece of pieces) {
      if (piece.borders.size === 0) continue;
      const unitIds = piece.units.map((unit) => land.ids[unit]!);
      items.push({
        id: `unassignedUnits ${[...unitIds].sort()[0]!}`,
        kind: 'unassignedUnits',
        text: `${placesOf(land, piece.units)} ${piece.units.length === 1 ? 'is' : 'are'} nobody's.`,
        rows: rowsIn(input, land, unitIds),
        unitIds,
        territoryIds: [],
        fixes: joinFixes(input, land, piece),
      });
    }
  }
  return items;
}

/** Kilometres between the middles of two counties that a bridge or a ferry may join. */
const BRIDGED_KM = 100;

/** Joins a piece to its territory where they are nearest; a piece inland far from it is not offered a bridge. */
function bridgeFix({ document }: CheckInput, land: CheckLand, piece: Piece, main: Piece): CheckFix | null {
  if (land.level !== 'county') return null;
  const { x, y } = land.middles;
  let nearest = { km: Infinity, from: piece.units[0]!, to: main.units[0]! };
  for (const from of piece.units) {
    const scale = kmPerUnit(y[from]!);
    for (const to of main.units) {
      const km = Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!) * scale;
      if (km < nearest.km) nearest = { km, from, to };
    }
  }
  const { km, from, to } = nearest;
  if (km > BRIDGED_KM && piece.borders.size > 0) return null;
  const bridge: [string, string] = [land.ids[from]!, land.ids[to]!];
  return {
    label: `Bridge ${land.names[from]!} and ${land.names[to]!}`,
    command: { kind: 'setUnitBridges', bridges: [...(document.unitBridges ?? DEFAULT_BRIDGES), bridge] },
  };
}

/** Pieces of a territory that do not hang together with its largest one. */
export function checkPieces(input: CheckInput, land: CheckLand): CheckItem[] {
  const owners = landOwners(input, land);
  const { scenario } = input;
  const items: CheckItem[] = [];
  for (const [owner, [main, ...others]] of piecesOf(land, owners)) {
    const territory = scenario.territories[owner];
    if (owner < 0 || !territory || !main) continue;
    for (const piece of others) {
      const unitIds = piece.units.map((unit) => land.ids[unit]!);
      const fixes = joinFixes(input, land, piece);
      const bridge = bridgeFix(input, land, piece, main);
      if (bridge) fixes.push(bridge);
      items.push({
        id: `pieces ${territory.id} ${[...unitIds].sort()[0]!}`,
        kind: 'pieces',
        text: `${placesOf(land, piece.units)} ${piece.units.length === 1 ? 'lies' : 'lie'} apart from the rest of ${territory.name}.`,
        rows: rowsIn(input, land, unitIds),
        unitIds,
        territoryIds: [territory.id],
        fixes,
      });
    }
  }
  return items;
}

function rowsIn({ document }: CheckInput, land: CheckLand, unitIds: readonly string[]): number[] {
  const column = unitColumn(document.accounts, land.level);
  if (!column) return [];
  const wanted = new Set(unitIds);
  const isWanted = column.dictionary.map((unit) => wanted.has(unit));
  const rows: number[] = [];
  column.codes.forEach((code, row) => {
    if (isWanted[code] && !document.accounts.removed[row]) rows.push(row);
  });
  return rows;
}
