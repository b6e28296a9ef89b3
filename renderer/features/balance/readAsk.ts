import type { TeamAsk } from './teamTask';

/** What another screen asks of this one. */
export type ScreenAsk =
  /** So many territories, nothing run yet. */
  | { readonly kind: 'count'; readonly count: number }
  /** So many territories with bases in cities, at once. */
  | { readonly kind: 'where'; readonly count: number }
  | { readonly kind: 'team'; readonly change: TeamAsk };

/**
 * Reads the part of the address behind the screen: 'territories-26', 'where-26', 'add-2', 'lose-gentlest' or
 * 'lose/' with the id of a territory; null where it asks for nothing.
 */
export function readAsk(section: string): ScreenAsk | null {
  const [, word, figure] = /^(territories|where|add)-(\d{1,4})$/.exec(section) ?? [];
  const count = Number(figure);
  if (word === 'territories' && count > 0) return { kind: 'count', count };
  if (word === 'where' && count > 0) return { kind: 'where', count };
  if (word === 'add' && count > 0) return { kind: 'team', change: { kind: 'add', count } };
  if (section === 'lose-gentlest') return { kind: 'team', change: { kind: 'lose', territoryId: null } };
  const [, territoryId] = /^lose\/(.+)$/.exec(section) ?? [];
  return territoryId === undefined ? null : { kind: 'team', change: { kind: 'lose', territoryId } };
}
