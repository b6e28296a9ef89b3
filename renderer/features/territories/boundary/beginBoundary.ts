import { boundaryOfLine, lineOfBoundary, simplifyLine } from '../../../../shared/geo/boundaryLine';
import type { ClosedLine } from '../../../../shared/geo/lassoSelect';
import { ringArea } from '../../../../shared/geo/planeShapes';
import { lineOfRing, outlinesByOwner } from '../../../../shared/geo/territoryOutlines';
import type { Territory } from '../../../../shared/model/territory';
import { roleScenario } from '../../../state/activeRole';
import { selectTerritory, viewStore } from '../../../state/viewStore';
import { setDraft } from '../hierarchy/editDraftStore';
import { dropMove } from '../moveActions';
import type { TerritoriesData } from '../useTerritoriesData';
import { startEditing } from './boundaryStore';

/** More corners than these nobody drags. */
const MOST_HANDLES = 60;

/** Begins to draw a boundary round a territory by hand. */
export function drawBoundary(territory: Territory): void {
  begin(territory, null);
}

/** Begins to edit a territory's boundary. */
export function changeBoundary(territory: Territory): void {
  if (territory.boundary) begin(territory, lineOfBoundary(territory.boundary));
}

/** Begins with the outline of the largest piece of a territory's land. */
export function boundaryFromLand(territory: Territory, outline: ClosedLine): void {
  begin(territory, outline);
}

function begin(territory: Territory, line: ClosedLine | null): void {
  dropMove(true);
  viewStore.setState({ tool: 'select' });
  selectTerritory(territory.id);
  const start = line && simplifyLine(line, MOST_HANDLES);
  startEditing({ territoryId: territory.id, start });
  if (start) priceBoundary(territory.id, start);
}

/** Shows what a boundary would do; nothing is changed yet. */
export function priceBoundary(territoryId: string, line: ClosedLine): void {
  const scenario = roleScenario();
  const territory = scenario?.territories.find(({ id }) => id === territoryId);
  if (!scenario || !territory) return;
  setDraft({
    kind: 'command',
    title: `Boundary of ${territory.name}`,
    action: 'Keep',
    command: { kind: 'setBoundary', scenarioId: scenario.id, territoryId, boundary: boundaryOfLine(line) },
  });
}

/** The outline of the largest piece of a territory's land; null where it has none. */
export function outlineOfLand(
  { basemap, owners }: Pick<TerritoriesData, 'basemap' | 'owners'>,
  index: number,
): ClosedLine | null {
  if (!basemap || !owners) return null;
  const outline = outlinesByOwner(basemap.counties, owners, new Set([index])).get(index) ?? [];
  const lines = outline.map((ring) => lineOfRing(basemap.counties, ring));
  const areaOf = (line: ClosedLine) => Math.abs(ringArea(line));
  return lines.sort((a, b) => areaOf(b) - areaOf(a))[0] ?? null;
}
