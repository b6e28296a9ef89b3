import { prepareComponent } from '../../../comp/components/registry';
import type { PaidRep, PayLine } from './payLines';

/** What a line's pay hangs on beside what is credited. */
export interface PriceConditions {
  /** A matrix's second attainment; NaN = none. */
  readonly second: number;
  readonly isAccelerated: boolean;
}

/** The line's target so far, cents. */
export function lineTargetCents({ inputs }: PaidRep, { component, years }: PayLine): number {
  return inputs.targetIncentiveCents * years * component.targetShareRatio;
}

/**
 * What a line would pay at its rate or curve on another credit, as the engine prices one part (shared/comp/earn).
 * @returns unrounded cents
 */
export function priceOnLine(
  rep: PaidRep,
  { component, periodAt, years }: PayLine,
  { credited, quota }: { readonly credited: number; readonly quota: number },
  targetCents: number,
  { second, isAccelerated }: PriceConditions,
): number {
  const facts = rep.inputs.periods[periodAt]!.components[component.id];
  const { targetIncentiveCents, baseSalaryCents = 0 } = rep.inputs;
  return prepareComponent(component)(
    {
      credited,
      quota,
      attainment: quota > 0 ? credited / quota : Number.NaN,
      targetCents,
      targetIncentiveCents: targetIncentiveCents * years,
      baseSalaryCents: baseSalaryCents * years,
      columnValue: second,
      scores: facts?.scores ?? null,
      rank: facts?.rank ?? 0,
      tiedCount: facts?.tiedCount ?? 0,
      isAccelerated,
    },
    null,
  );
}
