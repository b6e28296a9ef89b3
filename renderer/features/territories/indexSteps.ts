import type { TerritoryFigures } from '../../../shared/plan/evaluateTerritories';
import type { MeasureKind } from '../../../shared/model/accountTable';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';

/** How one measure adds to a territory's index (territory.md): share · 100 · total / target. */
export interface IndexStep {
  readonly measureId: string;
  readonly name: string;
  readonly kind: MeasureKind;
  readonly total: number;
  /** What all territories share out, and this one's part of it. */
  readonly whole: number;
  readonly capacityShare: number;
  readonly target: number;
  /** 100 · total / target. */
  readonly index: number;
  /** The measure's weight among all, 0 to 1. */
  readonly share: number;
  /** share · index: what it adds to the combined index. */
  readonly points: number;
}

/** The arithmetic behind a territory's index, one step a weighted measure; their points add up to the index. */
export function indexSteps(
  document: PlanDocument,
  scenario: Scenario,
  figures: TerritoryFigures,
  territory: number,
): IndexStep[] {
  const weighted = scenario.measures.filter(({ weight }) => weight > 0);
  const weightSum = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted.flatMap(({ measureId, weight }) => {
    const measure =
      figures.measures.find((candidate) => candidate.measureId === measureId) ??
      (figures.accounts.measureId === measureId ? figures.accounts : null);
    if (!measure) return [];
    const target = measure.targets[territory]!;
    const index = measure.index[territory]!;
    const share = weight / weightSum;
    const column = document.accounts.measures.find(({ id }) => id === measureId);
    return [
      {
        measureId,
        name: measure.name,
        kind: column?.kind ?? 'count',
        total: measure.totals[territory]!,
        whole: measure.whole,
        capacityShare: measure.whole > 0 ? target / measure.whole : 0,
        target,
        index,
        share,
        points: share * index,
      },
    ];
  });
}
