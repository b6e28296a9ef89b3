import type { AccountMove, OffTarget } from './accountMoves';

/** Why an account moves; the first that applies is the main one. */
export type MoveReasonKind =
  'unowned' | 'goes' | 'joins' | 'closer' | 'relieves' | 'fills' | 'family' | 'chain' | 'evens' | 'wholePlan';

/** How figures and names are written where the reason is shown. */
export interface MoveWords {
  readonly distance: (km: number) => string;
  readonly percent: (share: number) => string;
  readonly territory: (index: number) => string;
}

export interface MoveReason {
  readonly kinds: readonly MoveReasonKind[];
  /** One sentence, e.g. "Closer by 42 km and North was 12% over." */
  readonly sentence: string;
}

/** Ways shorter than this are no reason, nor a cost worth a word. */
const LEAST_KM = 1;
/** Inside the tolerance a deviation below this says nothing. */
const LEAST_SHARE = 0.005;

/** Km by which the account gets closer to where its rep starts; NaN where nobody had it or it has no place. */
export function closerKm(move: Pick<AccountMove, 'kmBefore' | 'kmAfter'>): number {
  return move.kmBefore - move.kmAfter;
}

/**
 * Why an account moves, from the plan before and after: the way it saves, what was out of tolerance on either side,
 * its family, and where none of these tells, the chain of moves that it is part of.
 */
export function moveReason(move: AccountMove, words: MoveWords): MoveReason {
  const parts: { readonly kind: MoveReasonKind; readonly text: string }[] = [];
  const say = (kind: MoveReasonKind, text: string) => parts.push({ kind, text });
  const from = words.territory(move.from);
  const to = words.territory(move.to);
  const closer = closerKm(move);
  if (move.from < 0) {
    const way = Number.isNaN(move.kmAfter) ? '' : ` and it is ${words.distance(move.kmAfter)} away`;
    say('unowned', `nobody had it${way}`);
  }
  if (move.fromGoes) say('goes', `${from} is given up`);
  if (move.toIsNew) say('joins', `${to} is new and needs accounts`);
  if (closer >= LEAST_KM) say('closer', `closer by ${words.distance(closer)}`);
  if (move.fromOff?.isOutside && move.fromOff.share > 0) say('relieves', wasOff(from, move.fromOff, words));
  if (move.toOff?.isOutside && move.toOff.share < 0) say('fills', wasOff(to, move.toOff, words));
  if (parts.length === 0 && move.companions > 0) {
    say('family', `goes with ${count(move.companions, 'account')} of its family`);
  }
  if (parts.length === 0) sayChain(move, from, to, words, say);
  if (closer <= -LEAST_KM) {
    const last = parts.at(-1)!;
    parts[parts.length - 1] = { ...last, text: `${last.text}, at the cost of ${words.distance(-closer)}` };
  }
  const texts = parts.map((part) => part.text);
  const text = [texts.slice(0, -1).join(', '), texts.at(-1)!].filter((part) => part !== '').join(' and ');
  return {
    kinds: parts.map((part) => part.kind),
    sentence: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  };
}

function sayChain(
  move: AccountMove,
  from: string,
  to: string,
  words: MoveWords,
  say: (kind: MoveReasonKind, text: string) => void,
): void {
  const { fromOff, toOff } = move;
  if (move.from >= 0 && move.fromGains > 0) {
    say('chain', `${from} passes load on, as it takes over ${count(move.fromGains, 'other')}`);
  } else if (move.toLoses > 0) {
    say('chain', `${to} takes it in place of ${count(move.toLoses, 'account')} that it hands on`);
  } else if (fromOff && fromOff.share >= LEAST_SHARE) say('evens', wasOff(from, fromOff, words));
  else if (toOff && toOff.share <= -LEAST_SHARE) say('evens', wasOff(to, toOff, words));
  else say('wholePlan', 'the plan as a whole travels less this way');
}

function wasOff(name: string, { share, measureName }: OffTarget, words: MoveWords): string {
  const where = measureName === null ? '' : ` in ${measureName}`;
  return `${name} was ${words.percent(Math.abs(share))} ${share > 0 ? 'over' : 'under'}${where}`;
}

function count(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number.toLocaleString('en-US')} ${noun}s`;
}
