import type { CompComponentOf } from '../../model/compComponent';
import { money, ratio } from '../phrase';
import type { ComponentKind } from './componentKind';

/** Objectives (MBO/KSO): Σ weight × score × target. */
export const objectivesKind: ComponentKind<'objectives'> = {
  kind: 'objectives',
  label: 'Objectives',
  prepare(component) {
    const { objectives, maxScoreRatio } = component;
    return (inputs, trace) => {
      let pays = 0;
      for (const objective of objectives) {
        const score = inputs.scores === null ? inputs.attainment : (inputs.scores[objective.id] ?? 0);
        const counted = Number.isNaN(score) ? 0 : Math.min(score, maxScoreRatio);
        pays += objective.weightRatio * counted;
        trace?.rate([objective.name, ': ', ratio(objective.weightRatio), ' × ', ratio(counted)]);
      }
      trace?.rate([ratio(pays), ' of ', money(inputs.targetCents)]);
      return pays * inputs.targetCents;
    };
  },
  sentence(component) {
    return [
      { text: 'Pay ' },
      { path: ['targetShareRatio'], value: component.targetShareRatio, unit: 'ratio' },
      { text: ' for up to ' },
      { path: ['objectives', 'length'], value: component.objectives.length, unit: 'number' },
      { text: ' objectives, each in proportion to its score, counted up to ' },
      { path: ['maxScoreRatio'], value: component.maxScoreRatio, unit: 'ratio' },
      { text: '.' },
    ];
  },
  bends: (component) => [component.maxScoreRatio],
};

/** Σ weight × score of those that are scored, each counted up to the most that one may: 1 = all of the target. */
export function scoreSum(
  { objectives, maxScoreRatio }: Pick<CompComponentOf<'objectives'>, 'objectives' | 'maxScoreRatio'>,
  scores: Readonly<Record<string, number>>,
): number {
  return objectives.reduce(
    (sum, { id, weightRatio }) => sum + weightRatio * Math.min(scores[id] ?? 0, maxScoreRatio),
    0,
  );
}
