import type L from 'leaflet';

/** How far an arrow moves a corner, CSS pixels; with Shift the lesser. */
const STEP_PX = 10;
const FINE_STEP_PX = 1;
const FEWEST_CORNERS = 3;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The line that is edited, as the keys need it. */
export interface CornerLine {
  /** Its corners in order. */
  corners(): readonly L.LatLng[];
  /** The element of each corner, in the same order. */
  elements(): readonly (HTMLElement | undefined)[];
  /** Puts corners in place of those there are. @returns false where the line would cross itself: it stays as it is */
  replace(corners: readonly L.LatLng[]): boolean;
}

/**
 * Lets a line be edited by keys: Tab goes from corner to corner, arrows move one (Shift finely), Insert or + adds one
 * after it, Delete removes it. Call it again whenever corners were made anew.
 */
export function listenToCornerKeys(map: L.Map, line: CornerLine): void {
  const elements = line.elements();
  for (const [at, element] of elements.entries()) {
    if (!element) continue;
    element.setAttribute('aria-label', `Corner ${at + 1} of ${elements.length}`);
    element.setAttribute('aria-description', 'Arrows move it, plus adds one after it, Delete removes it');
    element.onkeydown = (event) => {
      const next = editedBy(map, line.corners(), at, event);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      if (!line.replace(next.corners)) return;
      map.panInside(next.corners[next.focus]!, { padding: [40, 40], animate: false });
      line.elements()[next.focus]?.focus({ preventScroll: true });
    };
  }
}

/** The corners after a key at one of them, and the corner that has the focus then; null = the key does nothing. */
function editedBy(
  map: L.Map,
  corners: readonly L.LatLng[],
  at: number,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): { readonly corners: readonly L.LatLng[]; readonly focus: number } | null {
  const corner = corners[at]!;
  const point = map.latLngToContainerPoint(corner);
  const step = STEPS[event.key];
  if (step) {
    const px = event.shiftKey ? FINE_STEP_PX : STEP_PX;
    const moved = map.containerPointToLatLng(point.add([step[0] * px, step[1] * px]));
    return { corners: corners.with(at, moved), focus: at };
  }
  if (event.key === 'Insert' || event.key === '+') {
    const after = map.latLngToContainerPoint(corners[(at + 1) % corners.length]!);
    const middle = map.containerPointToLatLng(point.add(after).divideBy(2));
    return { corners: corners.toSpliced(at + 1, 0, middle), focus: at + 1 };
  }
  if ((event.key === 'Delete' || event.key === 'Backspace') && corners.length > FEWEST_CORNERS) {
    return { corners: corners.toSpliced(at, 1), focus: Math.min(at, corners.length - 2) };
  }
  return null;
}
