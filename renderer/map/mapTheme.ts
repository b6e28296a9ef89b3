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

/** The theme of paper, whatever scheme is on screen. */
export function readPaperTheme(): MapTheme {
  const paper = document.createElement('div');
  paper.dataset['paper'] = '';
  document.body.append(paper);
  const theme = themeOf(paper, false);
  paper.remove();
  return theme;
}

/** Reads the theme from the tokens in force. */
export function readMapTheme(): MapTheme {
  const root = document.documentElement;
  return themeOf(root, root.dataset['mantineColorScheme'] === 'dark');
}

function themeOf(element: Element, isDark: boolean): MapTheme {
  const read = (token: `--${string}`) => readToken(token, element);
  const tints = TERRITORY_COLORS.map((color) => (isDark ? color.dark : color.light));
  return {
    isDark,
    water: read('--water'),
    land: read('--land-out'),
    landLine: read('--land-line'),
    county: read('--county'),
    territoryEdge: read('--terr-edge'),
    territoryInk: read('--terr-ink'),
    text: read('--map-text'),
    halo: read('--halo'),
    waterText: isDark ? '#5f7f9a' : '#54738e',
    lasso: read('--lasso'),
    accent: read('--accent'),
    surface: read('--surface'),
    hatch: read('--text-3'),
    house: HOUSE_COLOR,
    fills: tints.map((tint) => tint.fill),
    inks: tints.map((tint) => tint.ink),
    sequential: SEQUENTIAL.map((token) => read(token)),
    diverging: DIVERGING.map((token) => read(token)),
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
