import type { CompComponent, CompComponentKind } from '../../model/compComponent';
import { amountTiersKind } from './amountTiers';
import type { ComponentEvaluator, ComponentKind, SentencePart } from './componentKind';
import { curveKind } from './curve';
import { flatKind } from './flat';
import { kickerKind } from './kicker';
import { matrixKind } from './matrix';
import { objectivesKind } from './objectives';
import { rankBonusKind } from './rankBonus';
import { spifKind } from './spif';
import { tiersKind } from './tiers';

/** Every kind of component there is, in the order of the Add menu. To add one is to add a file and its line here. */
export const componentKinds: { [K in CompComponentKind]: ComponentKind<K> } = {
  curve: curveKind,
  tiers: tiersKind,
  flat: flatKind,
  objectives: objectivesKind,
  matrix: matrixKind,
  kicker: kickerKind,
  spif: spifKind,
  rankBonus: rankBonusKind,
  amountTiers: amountTiersKind,
};

/** The kind of a component; the cast joins the union of kinds that TypeScript can't follow through an index. */
function kindOf(component: CompComponent): ComponentKind<CompComponentKind> {
  return componentKinds[component.kind] as unknown as ComponentKind<CompComponentKind>;
}

/** Compiles a component to a function of its inputs. */
export function prepareComponent(component: CompComponent): ComponentEvaluator {
  return kindOf(component).prepare(component);
}

/** A component as a sentence of words and fields. */
export function componentSentence(component: CompComponent): SentencePart[] {
  return kindOf(component).sentence(component);
}

/** Attainments where a component's pay bends or jumps. */
export function componentBends(component: CompComponent, quota: number): number[] {
  return kindOf(component).bends(component, quota);
}
