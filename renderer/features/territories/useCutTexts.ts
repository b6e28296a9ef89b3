import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Marks with `data-cut` those texts in a block that are longer than their room. Only they get the clip that an
 * ellipsis needs: each clip is a layer to every frame, and most names have room.
 * @param texts selector of the texts in the block
 * @param content after a change of it they are measured anew, as after a change of the block's width
 */
export function useCutTexts(texts: string, content: unknown): RefObject<HTMLDivElement | null> {
  const block = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (block.current) markCutTexts(block.current, texts);
  }, [texts, content]);
  useEffect(() => {
    const element = block.current;
    if (!element) return undefined;
    const mark = (): void => markCutTexts(element, texts);
    const observer = new ResizeObserver(mark);
    observer.observe(element);
    document.fonts.addEventListener('loadingdone', mark);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', mark);
    };
  }, [texts]);
  return block;
}

function markCutTexts(block: HTMLElement, texts: string): void {
  const all = [...block.querySelectorAll<HTMLElement>(texts)];
  // Read before written: a write between two reads would lay out the block again for each.
  const isCut = all.map((text) => text.scrollWidth > text.clientWidth);
  all.forEach((text, at) => text.toggleAttribute('data-cut', isCut[at]));
}
