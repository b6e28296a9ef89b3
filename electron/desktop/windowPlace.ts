import { readFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { screen } from 'electron';
import { writeFileAtomic } from '../host/writeFileAtomic';

const DEFAULT_SIZE = { width: 1440, height: 900 };
/** Less than this of a window on a screen can't be grabbed. */
const VISIBLE_PX = 80;

/** Where the window was last time, if a screen still shows that place; else the default size, centred. */
export function readWindowPlace(path: string): Partial<Rectangle> & { width: number; height: number } {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(path, 'utf8')) as Rectangle;
    const isVisible = screen
      .getAllDisplays()
      .some(
        ({ workArea }) =>
          x + VISIBLE_PX < workArea.x + workArea.width &&
          x + width - VISIBLE_PX > workArea.x &&
          y >= workArea.y &&
          y + VISIBLE_PX < workArea.y + workArea.height,
      );
    return isVisible && width >= 400 && height >= 300 ? { x, y, width, height } : DEFAULT_SIZE;
  } catch {
    return DEFAULT_SIZE;
  }
}

/** Remembers the window's place; not being able to is no reason to bother anybody. */
export function writeWindowPlace(path: string, place: Rectangle): Promise<void> {
  return writeFileAtomic(path, new TextEncoder().encode(JSON.stringify(place))).catch(() => undefined);
}
