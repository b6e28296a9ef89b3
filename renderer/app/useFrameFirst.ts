import { useEffect, useState } from 'react';

/**
 * Lets the window show one frame before something that takes long to draw, so that it can say what is coming.
 * @param key what is drawn; another key begins anew
 * @param isLong whether it takes long at all; without it nothing waits
 * @returns whether to draw it now
 */
export function useFrameFirst(key: string, isLong: boolean): boolean {
  const [shownKey, setShownKey] = useState<string | null>(null);
  useEffect(() => {
    if (!isLong) return undefined;
    let task = 0;
    // The task after the frame: the frame itself is on screen by then.
    const frame = requestAnimationFrame(() => {
      task = window.setTimeout(() => setShownKey(key), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [key, isLong]);
  return !isLong || shownKey === key;
}
