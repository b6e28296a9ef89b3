/** What is being dragged on this screen: a browser tells its target the kind alone until it is dropped. */
export type DragPayload =
  | { readonly kind: 'accounts'; readonly rows: Int32Array }
  | { readonly kind: 'territory'; readonly territoryId: string };

let payload: DragPayload | null = null;

/** Begins a drag with a word beside the pointer that says what goes. */
export function beginDrag(event: React.DragEvent, dragged: DragPayload, words: string): void {
  payload = dragged;
  event.dataTransfer.effectAllowed = 'move';
  event.dataTransfer.setData('text/plain', words);
  const chip = document.createElement('div');
  chip.textContent = words;
  chip.style.cssText =
    'position:fixed;top:-100px;padding:4px 10px;border-radius:6px;background:var(--accent);color:var(--on-accent);font-weight:550;font-size:12px';
  document.body.append(chip);
  event.dataTransfer.setDragImage(chip, -8, 12);
  setTimeout(() => chip.remove());
}

export function draggedNow(): DragPayload | null {
  return payload;
}

export function endDrag(): void {
  payload = null;
}
