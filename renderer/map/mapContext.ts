/**
 * What the map's painters ask of the thing they draw on: the part of a canvas context that a file of shapes can
 * follow too. A path is filled before it is stroked, a text is stroked before it is filled.
 */
export interface MapContext extends Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'lineCap'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'letterSpacing'
  | 'imageSmoothingQuality'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'setLineDash'
  | 'fillRect'
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
> {
  fill(): void;
  stroke(): void;
  /** Keeps what follows inside of the path, until restore. */
  clip(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): { readonly width: number };
  drawImage(image: HTMLCanvasElement, x: number, y: number, width: number, height: number): void;
}
