/**
 * The slider "Keep existing owners": each stop is what a change of hands must save, in km on each trip. The
 * last one stands for "only where the tolerance needs it".
 */
export const KEEP_STOPS_KM = [0, 5, 10, 20, 40, 80, 160, 400, 20_000] as const;

/** The stop nearest to a price. */
export function keepStop(keepKm: number): number {
  let best = 0;
  KEEP_STOPS_KM.forEach((stop, at) => {
    if (Math.abs(stop - keepKm) < Math.abs(KEEP_STOPS_KM[best]! - keepKm)) best = at;
  });
  return best;
}

/** What a stop means, in words around its figure; the figure is written by the caller. */
export function keepWords(stop: number): {
  readonly before: string;
  readonly hasFigure: boolean;
  readonly after: string;
} {
  if (stop === 0) {
    return {
      before: 'Accounts go where travel is least, whoever has them today.',
      hasFigure: false,
      after: '',
    };
  }
  if (stop === KEEP_STOPS_KM.length - 1) {
    return {
      before: 'An account changes hands only where the tolerance needs it.',
      hasFigure: false,
      after: '',
    };
  }
  return {
    before: 'An account changes hands only where it saves more than ',
    hasFigure: true,
    after: ' each way, or the tolerance needs it.',
  };
}
