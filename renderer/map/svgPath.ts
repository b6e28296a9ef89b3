/** The box that is kept, CSS pixels. */
export interface PathBounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The sides that a place may be beyond, a bit each. */
const [LEFT, RIGHT, TOP, BOTTOM] = [1, 2, 4, 8] as const;
const EVERY_SIDE = LEFT | RIGHT | TOP | BOTTOM;

/**
 * The data of an SVG path, in tenths of a pixel. Points beyond one side of the box are left out where the line
 * stays beyond it: a country whose corner is in view does not bring all its coast along.
 */
export class SvgPath {
  private text = '';
  private part: number[] = [];
  private partSides: number = EVERY_SIDE;
  private lastSides = 0;
  private beforeSides = 0;
  private isClosed = false;

  private readonly bounds: PathBounds | null;

  /** @param bounds the box that is seen, with room for the width of lines; null = all is */
  constructor(bounds: PathBounds | null) {
    this.bounds = bounds;
  }

  moveTo(x: number, y: number): void {
    this.endPart();
    this.add(x, y);
  }

  lineTo(x: number, y: number): void {
    this.add(x, y);
  }

  closePath(): void {
    this.isClosed = true;
    this.endPart();
  }

  /** '' where nothing of the path is in the box. */
  data(): string {
    this.endPart();
    return this.text;
  }

  private add(x: number, y: number): void {
    const sides = this.sidesOf(x, y);
    const { part } = this;
    // The last point goes where the line before and after it stays beyond the same side.
    const isHidden = part.length >= 4 && (this.beforeSides & this.lastSides & sides) !== 0;
    if (isHidden) part.length -= 2;
    else this.beforeSides = this.lastSides;
    part.push(Math.round(x * 10), Math.round(y * 10));
    this.partSides &= sides;
    this.lastSides = sides;
  }

  private sidesOf(x: number, y: number): number {
    const { bounds } = this;
    if (!bounds) return 0;
    return (
      (x < bounds.left ? LEFT : x > bounds.right ? RIGHT : 0) |
      (y < bounds.top ? TOP : y > bounds.bottom ? BOTTOM : 0)
    );
  }

  private endPart(): void {
    const { part } = this;
    if (part.length >= 4 && this.partSides === 0) {
      let text = `M${part[0]! / 10} ${part[1]! / 10}`;
      let isFirst = true;
      for (let at = 2; at < part.length; at += 2) {
        const [x, y] = [part[at]! - part[at - 2]!, part[at + 1]! - part[at - 1]!];
        if (x === 0 && y === 0) continue;
        text += `${isFirst ? 'l' : ' '}${x / 10} ${y / 10}`;
        isFirst = false;
      }
      if (!isFirst) this.text += this.isClosed ? `${text}z` : text;
    }
    this.part = [];
    this.partSides = EVERY_SIDE;
    this.lastSides = this.beforeSides = 0;
    this.isClosed = false;
  }
}
