import { liveRowCount } from '../../shared/model/accountTable';
import type { PlanDocument } from '../../shared/model/planDocument';
import type { PlanSummary } from './planRecords';

/** What the list of plans says about a document. */
export function summaryFields(
  document: PlanDocument,
): Pick<PlanSummary, 'name' | 'accountCount' | 'territoryCount'> {
  const scenario = document.scenarios[0];
  const leafLevel = (scenario?.levels.length ?? 1) - 1;
  return {
    name: document.name,
    accountCount: liveRowCount(document.accounts),
    territoryCount:
      scenario?.territories.filter((each) => !each.isRemoved && each.level === leafLevel).length ?? 0,
  };
}
