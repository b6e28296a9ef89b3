import type { FIELD_LABELS } from '../../../shared/io/import/fields';
import { FIELD_HELP, measureKindOf, type ImportField } from '../../../shared/io/import/fields';
import { PLACE_LEVELS, type PlaceLevel } from '../../../shared/model/placeLevel';

export type FieldChoice = keyof typeof FIELD_LABELS;

/** Choices of the field select by group; measure and attribute take the column's header as their name. */
export const FIELD_GROUPS: readonly { readonly group: string; readonly choices: readonly FieldChoice[] }[] = [
  { group: 'Account', choices: ['id', 'name', 'owner', 'parent'] },
  { group: 'Place', choices: ['street', 'city', 'region', 'postal', 'county', 'country', 'lat', 'lng'] },
  { group: 'Figures and texts', choices: ['measure', 'attribute', 'currency'] },
  { group: 'Leave out', choices: ['ignore'] },
];

export function fieldChoice(field: ImportField): FieldChoice {
  if (typeof field === 'string') return field;
  return 'measure' in field ? 'measure' : 'attribute';
}

/** The field that a choice means for a column. */
export function fieldOfChoice(choice: FieldChoice, header: string): ImportField {
  if (choice === 'measure') return { measure: header, kind: measureKindOf(header) };
  return choice === 'attribute' ? { attribute: header } : choice;
}

export function fieldHelp(choice: FieldChoice): string {
  return FIELD_HELP[choice];
}

/** Levels in the order of the places panel, with their names and the token of their colour. */
export const PLACE_BARS: readonly {
  readonly level: PlaceLevel;
  readonly label: string;
  readonly color: '--accent' | '--over-2' | '--over-3' | '--accent-line';
}[] = [
  { level: 'exact', label: 'Coordinates in file', color: '--accent-line' },
  { level: 'postal', label: 'Postal code', color: '--accent' },
  { level: 'city', label: 'City and state', color: '--over-2' },
  { level: 'zip3', label: 'ZIP3 area', color: '--over-2' },
  { level: 'county', label: 'County', color: '--over-2' },
  { level: 'region', label: 'State only', color: '--over-3' },
  { level: 'country', label: 'Country only', color: '--over-3' },
  { level: 'hand', label: 'Placed by hand', color: '--accent' },
  { level: 'none', label: 'Not placed', color: '--over-3' },
];

/** Bars that are shown: the six of the design always, the rarer levels where they occur. */
export function placeBars(placed: Readonly<Record<PlaceLevel, number>>): typeof PLACE_BARS {
  const always: readonly PlaceLevel[] = ['exact', 'postal', 'city', 'zip3', 'region', 'none'];
  return PLACE_BARS.filter(({ level }) => always.includes(level) || placed[level] > 0);
}

/** Accounts that have a place, of all. */
export function placedCount(placed: Readonly<Record<PlaceLevel, number>>): number {
  return PLACE_LEVELS.reduce((sum, level) => sum + (level === 'none' ? 0 : placed[level]), 0);
}
