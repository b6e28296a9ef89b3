import { crossesItself, insideBoundary, lineOfBoundary } from '../../geo/boundaryLine';
import { projectColumns, type ProjectedPoints } from '../../geo/projection';
import { causeCode, FOLLOW, HOLDOUT, HOUSE, type Alignment } from '../../model/alignment';
import { boundarySchema, type Boundary } from '../../model/boundary';
import type { PlanDocument } from '../../model/planDocument';
import type { Scenario } from '../../model/scenario';
import type { Territory } from '../../model/territory';
import { changeOfClaims, countOfAccounts, diffOfChange } from '../claimChange';
import type { PlanCommand } from '../command';
import { CommandError } from '../commandError';
import { primaryAlignment, requireAlignment, requireScenario, requireTerritoryIndex } from '../lookup';
import { scenarioOfRole } from '../overlay';
import type { PlanChange, PlanDiff } from '../planDiff';
import { ruleReach } from '../rules';

type CommandOf<Kind extends PlanCommand['kind']> = Extract<PlanCommand, { kind: Kind }>;

/**
 * Gives a territory a boundary. Accounts inside it become the territory's, but those that are named, set aside or
 * locked; those that were inside the boundary before and are no longer follow their units again. Without a boundary
 * every account stays where it is.
 */
export function setBoundary(document: PlanDocument, command: CommandOf<'setBoundary'>): PlanDiff {
  const scenario = requireScenario(document, command.scenarioId);
  const index = requireTerritoryIndex(scenario, command.territoryId);
  const { boundary: known, ...bare } = scenario.territories[index]!;
  const before = scenario.territories[index]!;
  if (before.level !== scenario.levels.length - 1) {
    throw new CommandError(`${before.name} holds territories, not accounts. Draw round one below it.`);
  }
  const boundary = command.boundary === null ? null : checkedBoundary(command.boundary);
  const after: Territory = boundary ? { ...bare, boundary } : bare;
  const label =
    boundary === null
      ? `remove the boundary of ${before.name}`
      : `${known ? 'change' : 'draw'} the boundary of ${before.name}`;
  if (!known && !boundary) return { label, changes: [] };
  const alignment = requireAlignment(scenario, before.role);
  const moves = boundary
    ? movesInto(document, alignment, index, boundary, known ?? null)
    : { rows: new Int32Array(0), isInside: new Uint8Array(0) };
  const [hand, none] = [causeCode('hand'), causeCode('none')];
  const change = changeOfClaims(
    document.accounts,
    scenario,
    alignment,
    moves.rows,
    (row) => (moves.isInside[row] ? index : FOLLOW),
    (row) => (moves.isInside[row] ? hand : none),
  );
  return {
    label,
    changes: [
      ...(isSame(known, boundary)
        ? []
        : [{ kind: 'territory' as const, scenarioId: scenario.id, index, before, after }]),
      ...diffOfChange(label, change).changes,
    ],
  };
}

function isSame(one: Boundary | undefined, other: Boundary | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function checkedBoundary(given: Boundary): Boundary {
  const parsed = boundarySchema.safeParse(given);
  if (!parsed.success)
    throw new CommandError('A boundary needs three corners or more, all of them on the map.');
  if (crossesItself(lineOfBoundary(parsed.data))) {
    throw new CommandError('The boundary crosses itself. Move a corner, so that it has one inside.');
  }
  return parsed.data;
}

/** Accounts that come in, first, and those that go out. */
function movesInto(
  { accounts }: PlanDocument,
  { claims, causes }: Alignment,
  index: number,
  boundary: Boundary,
  known: Boundary | null,
): { readonly rows: Int32Array; readonly isInside: Uint8Array } {
  const points = projectColumns(accounts.lat, accounts.lng);
  const isInside = insideBoundary(points, boundary);
  const wasInside = known ? insideBoundary(points, known) : new Uint8Array(accounts.rowCount);
  const [hand, named] = [causeCode('hand'), causeCode('named')];
  const coming: number[] = [];
  const going: number[] = [];
  for (let row = 0; row < accounts.rowCount; row++) {
    const isSetAside = claims[row] === HOUSE || claims[row] === HOLDOUT || causes[row] === named;
    if (accounts.removed[row] || isSetAside) continue;
    if (isInside[row]) coming.push(row);
    else if (wasInside[row] && claims[row] === index && causes[row] === hand) going.push(row);
  }
  return { rows: Int32Array.from([...coming, ...going]), isInside };
}

/** Free accounts that lie in a boundary go to its territory; where two lie over each other the earlier one has them. */
export function applyBoundaries(document: PlanDocument, command: CommandOf<'applyBoundaries'>): PlanDiff {
  const scenario = scenarioOfRole(requireScenario(document, command.scenarioId), command.role);
  const { accounts } = document;
  const points = projectColumns(accounts.lat, accounts.lng);
  const owners = new Int32Array(accounts.rowCount).fill(-1);
  scenario.territories.forEach(({ boundary, isRemoved, role }, index) => {
    if (!boundary || isRemoved || role !== undefined) return;
    insideBoundary(points, boundary).forEach((isIn, row) => {
      if (isIn && owners[row] === -1) owners[row] = index;
    });
  });
  const mayMove = ruleReach(document, scenario, 'free');
  const rows = command.rows.filter((row) => owners[row]! >= 0 && mayMove(row));
  const change = changeOfClaims(
    accounts,
    scenario,
    primaryAlignment(scenario),
    rows,
    (row) => owners[row]!,
    causeCode('hand'),
  );
  return diffOfChange(`take ${countOfAccounts(change.rows.length)} into their boundaries`, change);
}

/**
 * What boundaries do when an account gets another place, in every alignment: the first boundary that it comes into
 * takes it, but where it is named, set aside or locked; one that held it and that it leaves lets it follow its unit
 * again. A move within a boundary, or outside of all, changes nothing.
 * @param document with the account at its new place @param from degrees, where it was; NaN = nowhere
 */
export function followBoundaries(
  document: PlanDocument,
  row: number,
  from: { readonly lat: number; readonly lng: number },
): readonly PlanChange[] {
  const { accounts } = document;
  const places = projectColumns(
    Float64Array.of(from.lat, accounts.lat[row]!),
    Float64Array.of(from.lng, accounts.lng[row]!),
  );
  return document.scenarios.flatMap((scenario) =>
    scenario.alignments.flatMap((alignment, at) => {
      const own = at === 0 ? undefined : alignment.role;
      const claim = claimAfterMove(scenario, alignment, own, row, places);
      if (claim === null) return [];
      const cause = causeCode(claim === FOLLOW ? 'none' : 'hand');
      const change = changeOfClaims(accounts, scenario, alignment, Int32Array.of(row), () => claim, cause);
      return diffOfChange('', change).changes;
    }),
  );
}

/** The claim on an account after its move, null = as it was. @param places where it was and is */
function claimAfterMove(
  { territories }: Scenario,
  { claims, causes }: Alignment,
  own: string | undefined,
  row: number,
  places: ProjectedPoints,
): number | null {
  const claim = claims[row]!;
  if (claim === HOUSE || claim === HOLDOUT || causes[row] === causeCode('named')) return null;
  let after: number | null = null;
  for (const [index, { boundary, isRemoved, role }] of territories.entries()) {
    if (!boundary || isRemoved || role !== own) continue;
    const [wasInside, isInside] = insideBoundary(places, boundary);
    if (isInside && !wasInside) return index;
    if (wasInside && !isInside && claim === index && causes[row] === causeCode('hand')) after = FOLLOW;
  }
  return after;
}
