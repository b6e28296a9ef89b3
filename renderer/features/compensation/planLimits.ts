import type { SentencePart } from '../../../shared/comp/components/componentKind';
import { capsSentence, clawbackSentence, drawSentence } from '../../../shared/comp/describe';
import type { CompPlan } from '../../../shared/model/compPlan';
import { NEW_DRAW } from './planSettings';

/** A limit of the plan as a card: its sentence, and the plan without it. */
export interface PlanLimit {
  readonly id: 'caps' | 'draw' | 'clawback';
  readonly name: string;
  readonly parts: SentencePart[];
  readonly without: CompPlan;
}

/** The limits that a plan has; those it has not are offered by `addableLimits`. */
export function planLimits(plan: CompPlan): PlanLimit[] {
  const { dealCents, totalCents, totalOfTargetRatio } = plan.caps;
  const limits: PlanLimit[] = [];
  if (dealCents !== null || totalCents !== null || totalOfTargetRatio !== null) {
    const none = { dealCents: null, totalCents: null, totalOfTargetRatio: null };
    limits.push({ id: 'caps', name: 'Caps', parts: capsSentence(plan), without: { ...plan, caps: none } });
  }
  if (plan.draw !== null || plan.guarantee !== null) {
    const name = plan.draw === null ? 'Guarantee' : plan.guarantee === null ? 'Draw' : 'Draw and guarantee';
    const without = { ...plan, draw: null, guarantee: null };
    limits.push({ id: 'draw', name, parts: drawSentence(plan), without });
  }
  if (plan.clawback !== null) {
    limits.push({
      id: 'clawback',
      name: 'Clawback',
      parts: clawbackSentence(plan),
      without: { ...plan, clawback: null },
    });
  }
  return limits;
}

/** A limit that the plan has not, and the plan with it. */
export interface AddableLimit {
  readonly name: string;
  readonly plan: CompPlan;
}

/** Limits that can be added, each as a plain example of its kind. */
export function addableLimits(plan: CompPlan): AddableLimit[] {
  const { caps } = plan;
  const limits: (AddableLimit | false)[] = [
    caps.dealCents === null && {
      name: 'Cap on one deal',
      plan: { ...plan, caps: { ...caps, dealCents: 2_500_000 } },
    },
    caps.totalOfTargetRatio === null && {
      name: 'Cap on all pay, of target incentive',
      plan: { ...plan, caps: { ...caps, totalOfTargetRatio: 3 } },
    },
    caps.totalCents === null && {
      name: 'Cap on all pay, an amount',
      plan: { ...plan, caps: { ...caps, totalCents: 30_000_000 } },
    },
    plan.draw === null && {
      name: 'Draw, recoverable',
      plan: { ...plan, draw: { kind: 'recoverable', ...NEW_DRAW } },
    },
    plan.draw === null && {
      name: 'Draw, not recoverable',
      plan: { ...plan, draw: { kind: 'nonRecoverable', ...NEW_DRAW } },
    },
    plan.draw === null && {
      name: 'Draw, forgiven at the end',
      plan: { ...plan, draw: { kind: 'forgivenAtEnd', ...NEW_DRAW } },
    },
    plan.guarantee === null && {
      name: 'Guarantee',
      plan: { ...plan, guarantee: { ofTargetRatio: 1, months: 3 } },
    },
    plan.clawback === null && {
      name: 'Clawback',
      plan: { ...plan, clawback: { kind: 'prorated', termMonths: 12 } },
    },
  ];
  return limits.filter((limit) => limit !== false);
}
