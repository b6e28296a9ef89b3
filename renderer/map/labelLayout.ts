/** A box on the map that no other label may cross, CSS pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cells of the grid by which boxes are found, CSS pixels. */
const CELL = 96;

/** Places labels one after the other: the earlier ones have the better right. */
export class LabelLayout {
  private readonly cells = new Map<string, LabelBox[]>();

  /** Takes the first of some boxes that crosses nothing. @returns its position in the list, −1 = none */
  place(candidates: readonly LabelBox[]): number {
    const found = candidates.findIndex((box) => !this.isTaken(box));
    if (found >= 0) this.take(candidates[found]!);
    return found;
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
    return keysOf(box).some((key) =>
      this.cells
        .get(key)
        ?.some(
          (other) =>
            other.left < box.right &&
            box.left < other.right &&
            other.top < box.bottom &&
            box.top < other.bottom,
        ),
    );
  }
}

function keysOf(box: LabelBox): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
      keys.push(`${column} ${row}`);
    }
  }
  return keys;
}
