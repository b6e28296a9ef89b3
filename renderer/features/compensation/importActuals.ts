import { HostError } from '../../../shared/bridge/contract';
import { dealRatesOf } from '../../../shared/io/import/dealCurrency';
import type { PayResult } from '../../../shared/model/payResult';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { hostApi } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { readPayResultList } from '../../workers/tables';

/** "12 results", or "40 deals" where the list was one of deals; a deal that several components pay on counts once. */
function countOf(results: readonly PayResult[]): string {
  const dealsOf = new Map<string, number>();
  for (const { repId, period, deals = [] } of results) {
    const key = `${repId} ${period}`;
    dealsOf.set(key, Math.max(dealsOf.get(key) ?? 0, deals.length));
  }
  const deals = [...dealsOf.values()].reduce((sum, count) => sum + count, 0);
  if (deals > 0) return deals === 1 ? '1 deal' : `${deals} deals`;
  return results.length === 1 ? '1 result' : `${results.length} results`;
}

/**
 * Lets the person choose a list of results and puts what can be read in, as one edit.
 * @returns what could not be taken, by row; null where nothing was chosen
 */
export async function importActuals(plan: PlanDocument): Promise<readonly string[] | null> {
  try {
    const [file] = await hostApi().openFiles({ purpose: 'deals', multiple: false });
    if (!file) return null;
    const list = await readPayResultList(file.bytes, file.name, {
      reps: plan.reps,
      compPlans: plan.compPlans,
      dateOrder: plan.settings.dateOrder,
      rates: dealRatesOf(plan.settings),
    });
    if (!list.ok) return [list.message];
    const { items: results, problems } = list;
    if (results.length === 0) return problems.length > 0 ? problems : [`${file.name} holds no results.`];
    const count = countOf(results);
    const label = `import ${count} from ${file.name}`;
    const put = planStore.dispatch({ kind: 'putPayResults', results, label });
    if (!put.ok) return [put.message];
    notify('done', `${count} from ${file.name}`);
    return problems;
  } catch (error) {
    if (error instanceof HostError) return [error.message];
    throw error;
  }
}
