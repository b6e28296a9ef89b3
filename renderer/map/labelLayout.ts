/** A box on the map that no other label may cross, CSS pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cells of the grid by which boxes are found, CSS pixels. */
const CELL = 96;
/** More than the cells in a row of any screen. */
const ROW_KEYS = 4096;

/** Places labels one after the other: the earlier ones have the better right. */
export class LabelLayout {
  private readonly cells = new Map<number, LabelBox[]>();

  /** Takes the first of some boxes that crosses nothing. @returns its position in the list, −1 = none */
  place(candidates: readonly LabelBox[]): number {
    return candidates.findIndex((box) => this.takeIfFree(box));
  }

  /** Takes a box unless it crosses one that is taken. */
  takeIfFree(box: LabelBox): boolean {
    if (this.isTaken(box)) return false;
    this.take(box);
    return true;
  }

  /** Keeps a box free of labels, whatever it crosses. */
  take(box: LabelBox): void {
    for (const key of keysOf(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  private isTaken(box: LabelBox): boolean {
    return keysOf(box).some((key) => this.cells.get(key)?.some((other) => isCrossing(other, box)));
  }
}

/** Whether two boxes share more than an edge. */
export function isCrossing(one: LabelBox, other: LabelBox): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function keysOf(box: LabelBox): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
      keys.push(row * ROW_KEYS + column);
    }
  }
  return keys;
}
