import { useEffect, useMemo, useRef } from 'react';
import { lineOfBoundary } from '../../../../shared/geo/boundaryLine';
import type { TerritoryMap } from '../../../map/TerritoryMap';
import { commitDraft, dropDraft, useEditDraft } from '../hierarchy/editDraftStore';
import type { TerritoriesData } from '../useTerritoriesData';
import { priceBoundary } from './beginBoundary';
import { stopEditing, useBoundaryEditing } from './boundaryStore';

/**
 * Draws the boundaries of the alignment in work, and lets one be edited; its effect is on the card.
 * @returns whether any is drawn
 */
export function useBoundaryOnMap(map: TerritoryMap | null, { scenario }: TerritoriesData): boolean {
  const editing = useBoundaryEditing();
  const isPriced = useEditDraft(
    ({ draft }) => draft?.kind === 'command' && draft.command.kind === 'setBoundary',
  );
  const { territories } = scenario;
  const edited = territories.find(({ id, isRemoved }) => id === editing?.territoryId && !isRemoved);
  const isShown = edited !== undefined && edited.role === undefined;
  const lines = useMemo(
    () =>
      territories.flatMap(({ id, boundary, isRemoved, role }) =>
        boundary && !isRemoved && role === undefined && id !== editing?.territoryId
          ? [lineOfBoundary(boundary)]
          : [],
      ),
    [territories, editing],
  );
  useEffect(() => map?.shapes.setBoundaries(lines), [map, lines]);
  useEffect(() => {
    if (!map || !editing) return undefined;
    return map.shapes.editBoundary(editing.start, (line) => priceBoundary(editing.territoryId, line));
  }, [map, editing]);
  // The card is kept or dropped, or another edit has taken its place: the line is no longer in hand.
  const wasPriced = useRef(false);
  useEffect(() => {
    if (editing && (!isShown || (wasPriced.current && !isPriced))) stopEditing();
    wasPriced.current = editing !== null && isPriced;
  }, [editing, isPriced, isShown]);
  useEffect(() => stopEditing, []);
  useBoundaryKeys(editing !== null, isPriced);
  return lines.length > 0;
}

/** Enter keeps the line and Esc drops it from the map, too: after a drag that is where the keys go. */
function useBoundaryKeys(isEditing: boolean, isPriced: boolean): void {
  useEffect(() => {
    if (!isEditing) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !(event.target instanceof Element)) return;
      if (event.target.closest('[aria-modal="true"]')) return;
      const isElsewhere = event.target.closest('input, textarea, button, [role="menu"]') !== null;
      if (event.key === 'Escape') {
        if (isPriced) dropDraft();
        else stopEditing();
      } else if (event.key === 'Enter' && isPriced && !isElsewhere) commitDraft();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isEditing, isPriced]);
}
