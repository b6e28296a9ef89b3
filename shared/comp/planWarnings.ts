import type { CompComponent } from '../model/compComponent';
import type { CompPlan } from '../model/compPlan';
import { componentBends } from './components/registry';
import { componentQuota, inputsAtAttainment, type PayBasis } from './inputsAtAttainment';
import { payAt } from './payoutCurve';
import { payoutOfRep } from './payout';
import { money, ratio, type Phrase } from './phrase';
import { structureWarnings } from './planStructure';

/** What a plan does that its writer may not want, or (severity "passed") a check that finance asks for. */
export interface PlanWarning {
  code:
    | 'paysAtTarget'
    | 'doesNotPayAtTarget'
    | 'targetShares'
    | 'paysNothing'
    | 'cliff'
    | 'payFalls'
    | 'neverFalls'
    | 'tierGap'
    | 'tierOverlap'
    | 'unreachableTier'
    | 'objectiveWeights'
    | 'unknownComponent'
    | 'noComponents';
  severity: 'passed' | 'warning';
  /** Where to look; null = the whole plan. */
  componentId: string | null;
  /** Attainment at which it happens; null = everywhere. */
  atRatio: number | null;
  /** The few words in front, and the sentence. */
  title: Phrase;
  words: Phrase;
}

/** Kinds that pay on top of target incentive when they carry no share of it. */
const onTopKinds: readonly CompComponent['kind'][] = ['kicker', 'spif', 'rankBonus'];

/** Beside a point, as a share of the goal. */
const BESIDE = 1e-6;
/** A jump worth less than this share of target incentive is no cliff. */
const LEAST_CLIFF_RATIO = 0.002;
const SCAN_TO_RATIO = 2.5;
const SCAN_STEPS = 125;

/** Checks a plan for one rep (the average one, as a rule): what it pays at target, cliffs, falls, gaps. */
export function planWarnings(plan: CompPlan, rep: PayBasis): PlanWarning[] {
  if (plan.components.length === 0) {
    return [
      {
        code: 'noComponents',
        severity: 'warning',
        componentId: null,
        atRatio: null,
        title: ['Nothing to pay: '],
        words: ['the plan has no component yet.'],
      },
    ];
  }
  const moving = plan.components.map((component) => scanComponent(plan, component, rep));
  const falls = moving.flatMap((scan) => scan.falls);
  return [
    ...targetWarnings(plan, rep),
    ...(falls.length === 0 ? [neverFalls] : falls),
    ...moving.flatMap((scan) => scan.cliffs),
    ...structureWarnings(plan, rep),
  ];
}

const neverFalls: PlanWarning = {
  code: 'neverFalls',
  severity: 'passed',
  componentId: null,
  atRatio: null,
  title: [],
  words: ['Pay never falls as sales rise.'],
};

/** Pay at 100% on every measure against target incentive, pay on top left out. */
function targetWarnings(plan: CompPlan, rep: PayBasis): PlanWarning[] {
  const [period] = payoutOfRep(plan, inputsAtAttainment(plan, rep, 1), null).periods;
  const onTopCents = period!.components.reduce((sum, paid, i) => {
    const component = plan.components[i]!;
    const isOnTop = component.targetShareRatio === 0 && onTopKinds.includes(component.kind);
    return sum + (isOnTop ? paid.payoutCents : 0);
  }, 0);
  const paidCents = period!.payoutCents - onTopCents;
  // Each component is rounded once, so half a step a component is no shortfall.
  const allowed = plan.components.length * Math.max(1, plan.roundingStepCents);
  const missing = rep.targetIncentiveCents - paidCents;
  const isMet = Math.abs(missing) <= allowed;
  const common = { componentId: null, atRatio: 1 };
  return [
    isMet
      ? {
          ...common,
          code: 'paysAtTarget',
          severity: 'passed',
          title: ['Pays ', money(paidCents), ' at ', ratio(1)],
          words: [' on every measure.'],
        }
      : {
          ...common,
          code: 'doesNotPayAtTarget',
          severity: 'warning',
          title: ['Does not pay at target: '],
          words: [
            money(paidCents),
            ' at ',
            ratio(1),
            ' on every measure, ',
            money(Math.abs(missing)),
            missing > 0 ? ' less than target incentive.' : ' more than target incentive.',
          ],
        },
  ];
}

/** Cliffs and falls of total pay as one component moves, the others at target. */
function scanComponent(plan: CompPlan, component: CompComponent, rep: PayBasis) {
  const cliffs: PlanWarning[] = [];
  const falls: PlanWarning[] = [];
  const paidAt = (x: number) => payAt(plan, rep, component.id, x);
  const edges = edgesOf(plan, component, rep);
  for (const x of edges) {
    const before = paidAt(x - BESIDE);
    const after = paidAt(x);
    const jumpCents = after.payoutCents - before.payoutCents;
    if (Math.abs(jumpCents) <= Math.max(100, rep.targetIncentiveCents * LEAST_CLIFF_RATIO)) continue;
    if (jumpCents < 0) {
      falls.push(fall(component, x, -jumpCents));
      continue;
    }
    const index = plan.components.indexOf(component);
    const own =
      after.periods[0]!.components[index]!.payoutCents - before.periods[0]!.components[index]!.payoutCents;
    cliffs.push(cliff(component, x, jumpCents, jumpCents - own));
  }
  if (falls.length === 0) {
    const slide = firstSlide(paidAt, edges);
    if (slide !== null) falls.push(fall(component, slide.x, slide.cents));
  }
  return { cliffs, falls };
}

/** Attainments where total pay may jump: the component's bends, and thresholds of conditions that look at it. */
function edgesOf(plan: CompPlan, component: CompComponent, rep: PayBasis): number[] {
  const edges = componentBends(component, componentQuota(component, rep.quotaCents));
  for (const condition of plan.conditions) {
    const subjects = condition.kind === 'multiplier' ? [condition.subject] : condition.subjects;
    const isOwn = subjects.some(
      (subject) => 'componentId' in subject && subject.componentId === component.id,
    );
    if (!isOwn) continue;
    if (condition.kind !== 'multiplier') edges.push(condition.thresholdRatio);
    else for (const band of condition.bands) if (band.from !== null) edges.push(band.from);
  }
  return [...new Set(edges)].filter((x) => x > 0 && x <= 5).sort((a, b) => a - b);
}

/** The first stretch between edges on which pay goes down; null where it never does. */
function firstSlide(paidAt: (x: number) => { payoutCents: number }, edges: readonly number[]) {
  const even = Array.from({ length: SCAN_STEPS + 1 }, (_, i) => (i / SCAN_STEPS) * SCAN_TO_RATIO);
  const xs = [...new Set([...even, ...edges])].sort((a, b) => a - b);
  let before = paidAt(xs[0]!).payoutCents;
  for (const x of xs) {
    const now = paidAt(x).payoutCents;
    // A cent or two is rounding.
    if (now < before - 2) return { x, cents: before - now };
    before = now;
  }
  return null;
}

function unitWords(component: CompComponent): string {
  if (component.measureUnit === 'money') return 'the dollar that reaches it is worth ';
  return component.measureUnit === 'count'
    ? 'the unit that reaches it is worth '
    : 'one basis point is worth ';
}

function cliff(component: CompComponent, x: number, cents: number, elsewhereCents: number): PlanWarning {
  return {
    code: 'cliff',
    severity: 'warning',
    componentId: component.id,
    atRatio: x,
    title: ['Cliff at ', ratio(x), ' of ', component.name, ': '],
    words: [
      unitWords(component),
      money(cents),
      ...(elsewhereCents > 0 ? [', ', money(elsewhereCents), ' of it from a gate.'] : ['.']),
    ],
  };
}

function fall(component: CompComponent, x: number, cents: number): PlanWarning {
  return {
    code: 'payFalls',
    severity: 'warning',
    componentId: component.id,
    atRatio: x,
    title: ['Pay falls as sales rise: '],
    words: [component.name, ' at ', ratio(x), ' pays ', money(cents), ' less than just below it.'],
  };
}
