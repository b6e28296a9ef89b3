/**
 * How exactly an account is placed, best first (cli.md, `placed`). The code of a level is its index.
 * `hand` is an account that a person put on the map by clicking.
 */
export const PLACE_LEVELS = [
  'none',
  'exact',
  'postal',
  'city',
  'zip3',
  'county',
  'region',
  'country',
  'hand',
] as const;

export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** The code kept in AccountTable.placeLevels. */
export function placeLevelCode(level: PlaceLevel): number {
  return PLACE_LEVELS.indexOf(level);
}

/** Whether a dot stands for an area rather than for an address (drawn hollow). */
export function isApproximate(levelCode: number): boolean {
  return levelCode > placeLevelCode('postal') && levelCode !== placeLevelCode('hand');
}
