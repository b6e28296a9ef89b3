/** The fourteen solid territory colours (design tokens), by Territory.colorIndex: the same on screen and in exports. */
export const TERRITORY_SOLIDS: readonly string[] = [
  '#3f78c4', // Blue
  '#e39a33', // Amber
  '#22988d', // Teal
  '#cf5f8e', // Rose
  '#cfb53b', // Gold
  '#7762c4', // Violet
  '#6fb6dd', // Sky
  '#b4503a', // Brick
  '#5c9c4a', // Green
  '#b69adb', // Lilac
  '#67788f', // Slate
  '#c7a77f', // Sand
  '#31508c', // Navy
  '#8e9a3a', // Moss
];
