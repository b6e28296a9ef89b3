import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { TerritoryMap, type MapView } from './TerritoryMap';
import type { ToolEvents } from './toolGestures';

/** Where each plan's map looked last, so that coming back to the screen changes nothing. */
const lastViews = new Map<string, MapView>();

/**
 * Makes a map in the element that the ref is put on.
 * @param planId whose view is kept @param onNewView where the map looks, for the scale; called after each move
 */
export function useTerritoryMap(
  planId: string,
  events: ToolEvents,
  onNewView: (view: MapView) => void,
): {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly map: TerritoryMap | null;
  readonly isNew: boolean;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ map: TerritoryMap; isNew: boolean } | null>(null);
  const onDraft = useEffectEvent(events.onDraft);
  const onShape = useEffectEvent(events.onShape);
  const onBrush = useEffectEvent(events.onBrush);
  const onClick = useEffectEvent(events.onClick);
  const onHover = useEffectEvent(events.onHover);
  const onView = useEffectEvent((view: MapView) => {
    lastViews.set(planId, view);
    onNewView(view);
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const known = lastViews.get(planId) ?? null;
    const map = new TerritoryMap(
      element,
      known,
      {
        onDraft: (line) => onDraft(line),
        onShape: (line, mode) => onShape(line, mode),
        onBrush: (path, radius, mode, phase) => onBrush(path, radius, mode, phase),
        onClick: (point, mode) => onClick(point, mode),
        onHover: (point) => onHover(point),
      },
      (view) => onView(view),
    );
    const observer = new ResizeObserver(() => map.resize());
    observer.observe(element);
    setMade({ map, isNew: known === null });
    onView(map.view());
    return () => {
      observer.disconnect();
      map.destroy();
      setMade(null);
    };
  }, [planId]);
  return { ref, map: made?.map ?? null, isNew: made?.isNew ?? false };
}
