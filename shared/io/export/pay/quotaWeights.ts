import { fromCents } from '../../../model/money';
import type { RepPay } from '../../../plan/evaluatePay';
import { seatShare, type ExportContext } from '../exportContext';
import type { Assumptions } from '../sheets/assumptionsSheet';
import type { RosterSheet } from '../sheets/rosterSheet';
import type { Cell } from '../workbook';
import { formulaCell } from '../workbook';

/** A rep's weight in the sharing out of the pool, by the plan's method; 0 for those who are pinned. */
export function weightCell(
  context: ExportContext,
  assumptions: Assumptions,
  roster: RosterSheet,
  pay: RepPay,
  weight: number,
  { at, span, repCount }: { at: number; span: (letter: string) => string; repCount: number },
): Cell {
  const { method } = context.document.quotaSettings;
  const shareOf = (column: string) =>
    `IF(SUMIF(${span(column)},">0")>0,MAX(0,N(${column}${at}))/SUMIF(${span(column)},">0"),0)`;
  const part = (name: string, column: string) => `${assumptions.nameOf(name)}*${shareOf(column)}`;
  const even = `${assumptions.nameOf('WeightEven')}/${repCount}`;
  const hasPipeline = context.document.quotaSettings.pipelineMeasure !== null;
  const pipeline = hasPipeline ? `+${part('WeightPipeline', 'S')}` : '';
  const fair = `${part('WeightPotential', 'D')}+${part('WeightHistory', 'E')}${pipeline}+${even}`;
  const capacity = roster.cell(context.document.reps.indexOf(pay.rep), 'capacity');
  const formula = () => {
    if (method === 'history') return `MAX(0,N(E${at}))`;
    if (method === 'fair') return fair;
    if (method === 'capacity') return capacity;
    const active = (name: string, column: string) =>
      `IF(SUMIF(${span(column)},">0")>0,${assumptions.nameOf(name)},0)`;
    const ofPipeline = hasPipeline ? `+${active('WeightPipeline', 'S')}` : '';
    const whole = `(${active('WeightPotential', 'D')}+${active('WeightHistory', 'E')}${ofPipeline}+${assumptions.nameOf('WeightEven')})`;
    const capacities = `SUMPRODUCT(COUNTIF(${span('A')},${roster.range('rep')})*${roster.range('capacity')})`;
    return (
      `${assumptions.nameOf('BlendFair')}*IF(${whole}>0,(${fair})/${whole},0)` +
      `+${part('BlendHistory', 'E')}` +
      `+${assumptions.nameOf('BlendCapacity')}*IF(${capacities}>0,${capacity}/${capacities},0)`
    );
  };
  return formulaCell(`IF(F${at}<>"",0,${formula()})`, weight);
}

/** The columns between a rep's basis and the quota. */
export interface QuotaFigures {
  share: number;
  weight: number;
  exactSteps: number;
  wholeSteps: number;
  remainder: number;
  place: number;
}

/** The cached values of the columns between basis and quota, worked out the way the formulas do. */
export function quotaFigures(context: ExportContext, reps: readonly { pay: RepPay }[]): QuotaFigures[] {
  const { quotaSettings } = context.document;
  const { quotaPlan } = context.evaluation.pay;
  const stepCents = quotaSettings.roundingStepCents;
  const pinnedCents = reps.reduce((sum, { pay }) => sum + (pay.rep.quotaPinCents ?? 0), 0);
  const wholeSteps = Math.floor(Math.max(0, quotaPlan.poolCents - pinnedCents) / stepCents + 1e-9);
  const weights = quotaWeightsShown(context, reps);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const figures = reps.map(({ pay }, position): QuotaFigures => {
    const exactSteps = weightSum > 0 ? (weights[position]! / weightSum) * wholeSteps : 0;
    const whole = Math.floor(exactSteps + 1e-9);
    const isPinned = pay.rep.quotaPinCents !== null;
    return {
      share: seatShare(context, pay),
      weight: weights[position]!,
      exactSteps,
      wholeSteps: whole,
      remainder: isPinned ? -1 : Math.round((exactSteps - whole) * 1e9) / 1e9,
      place: 0,
    };
  });
  figures.forEach((own, position) => {
    const larger = figures.filter((other) => other.remainder > own.remainder).length;
    const sameBefore = figures.slice(0, position).filter((other) => other.remainder === own.remainder).length;
    own.place = larger + sameBefore + 1;
  });
  return figures;
}

function quotaWeightsShown(context: ExportContext, reps: readonly { pay: RepPay }[]): number[] {
  const { method, weights, blend, pipelineMeasure } = context.document.quotaSettings;
  const pipelineWeight = pipelineMeasure === null ? 0 : weights.pipeline;
  const history = reps.map(({ pay }) => Math.max(0, fromCents(pay.rep.historyCents ?? 0)));
  const sharesOf = (values: readonly number[]) => {
    const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0);
    return values.map((value) => (whole > 0 ? Math.max(0, value) / whole : 0));
  };
  const [potentials, histories] = [sharesOf(reps.map(({ pay }) => pay.potential)), sharesOf(history)];
  const pipelines = sharesOf(reps.map(({ pay }) => pay.pipeline));
  const capacities = sharesOf(reps.map(({ pay }) => pay.rep.capacityRatio));
  const isAny = (shares: readonly number[]) => shares.some((share) => share > 0);
  const activeWeight =
    (isAny(potentials) ? weights.potential : 0) +
    (isAny(histories) ? weights.history : 0) +
    (isAny(pipelines) ? pipelineWeight : 0) +
    weights.even;
  return reps.map(({ pay }, at) => {
    if (pay.rep.quotaPinCents !== null) return 0;
    if (method === 'history') return history[at]!;
    if (method === 'capacity') return pay.rep.capacityRatio;
    const fair =
      weights.potential * potentials[at]! +
      weights.history * histories[at]! +
      pipelineWeight * pipelines[at]! +
      weights.even / reps.length;
    if (method === 'fair') return fair;
    const fairShare = activeWeight > 0 ? fair / activeWeight : 0;
    return blend.fair * fairShare + blend.history * histories[at]! + blend.capacity * capacities[at]!;
  });
}
