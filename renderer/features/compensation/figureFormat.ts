import type { FigureFormat } from '../../../shared/comp/phrase';
import type { PlanFormat } from '../../ui/planFormat';

/** How figures inside the engine's phrases are written in this plan. */
export function figureFormat(format: PlanFormat): FigureFormat {
  return {
    money: (cents) => (cents % 100 === 0 ? format.cents(cents) : format.centsExact(cents)),
    ratio: (ratio) => format.percent(ratio, 2),
    factor: (factor) => `× ${format.number(factor, 3)}`,
    number: (value) => format.number(value, 4),
  };
}
