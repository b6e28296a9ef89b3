import { TERRITORY_SOLIDS } from '../../shared/model/territoryPalette';

/** The fourteen territory colours (design tokens). A territory's colorIndex is an index into this list. */
export interface TerritoryColor {
  readonly name: string;
  /** Chip, tree, chart; the same in both schemes. */
  readonly solid: string;
  readonly light: TerritoryTint;
  readonly dark: TerritoryTint;
}

export interface TerritoryTint {
  /** Area on the map. */
  readonly fill: string;
  /** Account dots on that fill. */
  readonly ink: string;
}

/** Exact values of the design's table; fills and inks are mixes of the solid, checked for contrast there. */
export const TERRITORY_COLORS: readonly TerritoryColor[] = [
  {
    name: 'Blue',
    solid: TERRITORY_SOLIDS[0]!,
    light: { fill: '#97b6df', ink: '#294c7f' },
    dark: { fill: '#294770', ink: '#82a7d9' },
  },
  {
    name: 'Amber',
    solid: TERRITORY_SOLIDS[1]!,
    light: { fill: '#f0c891', ink: '#88602b' },
    dark: { fill: '#7b5828', ink: '#edbd7a' },
  },
  {
    name: 'Teal',
    solid: TERRITORY_SOLIDS[2]!,
    light: { fill: '#88c7c1', ink: '#185f5f' },
    dark: { fill: '#1a5755', ink: '#6fbcb5' },
  },
  {
    name: 'Rose',
    solid: TERRITORY_SOLIDS[3]!,
    light: { fill: '#e5a9c2', ink: '#7d3e60' },
    dark: { fill: '#713b55', ink: '#e097b6' },
  },
  {
    name: 'Gold',
    solid: TERRITORY_SOLIDS[4]!,
    light: { fill: '#e5d795', ink: '#7d7030' },
    dark: { fill: '#71662c', ink: '#e0cf80' },
  },
  {
    name: 'Violet',
    solid: TERRITORY_SOLIDS[5]!,
    light: { fill: '#b6aadf', ink: '#4a407f' },
    dark: { fill: '#453c70', ink: '#a799d9' },
  },
  {
    name: 'Sky',
    solid: TERRITORY_SOLIDS[6]!,
    light: { fill: '#b1d8ed', ink: '#45708e' },
    dark: { fill: '#41667d', ink: '#a1d0e9' },
  },
  {
    name: 'Brick',
    solid: TERRITORY_SOLIDS[7]!,
    light: { fill: '#d7a195', ink: '#6d352f' },
    dark: { fill: '#63332b', ink: '#ce8d7f' },
  },
  {
    name: 'Green',
    solid: TERRITORY_SOLIDS[8]!,
    light: { fill: '#a7ca9d', ink: '#3a6138' },
    dark: { fill: '#375933', ink: '#95bf89' },
  },
  {
    name: 'Lilac',
    solid: TERRITORY_SOLIDS[9]!,
    light: { fill: '#d8c8ec', ink: '#6e608c' },
    dark: { fill: '#64587c', ink: '#d0bde8' },
  },
  {
    name: 'Slate',
    solid: TERRITORY_SOLIDS[10]!,
    light: { fill: '#adb6c3', ink: '#404c60' },
    dark: { fill: '#3d4756', ink: '#9ca7b6' },
  },
  {
    name: 'Sand',
    solid: TERRITORY_SOLIDS[11]!,
    light: { fill: '#e1cfba', ink: '#786857' },
    dark: { fill: '#6d5f4e', ink: '#dbc6ac' },
  },
  {
    name: 'Navy',
    solid: TERRITORY_SOLIDS[12]!,
    light: { fill: '#90a1c1', ink: '#21355f' },
    dark: { fill: '#223354', ink: '#798db4' },
  },
  {
    name: 'Moss',
    solid: TERRITORY_SOLIDS[13]!,
    light: { fill: '#c2c895', ink: '#57602f' },
    dark: { fill: '#50582b', ink: '#b6bd7f' },
  },
];

/** Accounts that belong to the house: outside the palette, flat. */
export const HOUSE_COLOR = '#8a94a1';

/** The colour of an index, whatever its sign or size: it wraps round the palette. */
export function territoryColor(colorIndex: number): TerritoryColor {
  const count = TERRITORY_COLORS.length;
  return TERRITORY_COLORS[((colorIndex % count) + count) % count]!;
}
