import { readToken } from '../palette/readToken';
import { HOUSE_COLOR, TERRITORY_COLORS } from '../palette/territoryColors';

/** Colours of the map's canvases in the scheme that is on screen, as '#rrggbb'. */
export interface MapTheme {
  readonly isDark: boolean;
  readonly water: string;
  readonly land: string;
  readonly landLine: string;
  readonly county: string;
  readonly territoryEdge: string;
  readonly territoryInk: string;
  readonly text: string;
  readonly halo: string;
  readonly waterText: string;
  readonly lasso: string;
  readonly accent: string;
  readonly surface: string;
  readonly hatch: string;
  readonly house: string;
  /** By colour index. */
  readonly fills: readonly string[];
  readonly inks: readonly string[];
  /** Six classes, the least first. */
  readonly sequential: readonly string[];
  /** Seven bands, far under first. */
  readonly diverging: readonly string[];
}

const SEQUENTIAL = ['--seq-1', '--seq-2', '--seq-3', '--seq-4', '--seq-5', '--seq-6'] as const;
const DIVERGING = [
  '--under-3',
  '--under-2',
  '--under-1',
  // On target is the quietest: the grey of the bars would be the loudest area of the map.
  '--corridor',
  '--over-1',
  '--over-2',
  '--over-3',
] as const;

/** Reads the theme from the tokens in force. */
export function readMapTheme(): MapTheme {
  const isDark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
  const tints = TERRITORY_COLORS.map((color) => (isDark ? color.dark : color.light));
  return {
    isDark,
    water: readToken('--water'),
    land: readToken('--land-out'),
    landLine: readToken('--land-line'),
    county: readToken('--county'),
    territoryEdge: readToken('--terr-edge'),
    territoryInk: readToken('--terr-ink'),
    text: readToken('--map-text'),
    halo: readToken('--halo'),
    waterText: isDark ? '#5f7f9a' : '#54738e',
    lasso: readToken('--lasso'),
    accent: readToken('--accent'),
    surface: readToken('--surface'),
    hatch: readToken('--text-3'),
    house: HOUSE_COLOR,
    fills: tints.map((tint) => tint.fill),
    inks: tints.map((tint) => tint.ink),
    sequential: SEQUENTIAL.map((token) => readToken(token)),
    diverging: DIVERGING.map((token) => readToken(token)),
  };
}

/** Calls back when the colour scheme of the page changes. @returns the function that stops it */
export function onSchemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-mantine-color-scheme'],
  });
  return () => observer.disconnect();
}
