import { HostError } from '../../../shared/bridge/contract';
import { dealRatesOf } from '../../../shared/io/import/dealCurrency';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { hostApi } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { readPayResultList } from '../../workers/tables';
import { resultsEdit } from './resultsEdit';

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
    const { items, problems } = list;
    if (items.length === 0) return problems.length > 0 ? problems : [`${file.name} holds no results.`];
    const { results, label, title, text } = resultsEdit(plan, items, file.name);
    const put = planStore.dispatch({ kind: 'putPayResults', results, label });
    if (!put.ok) return [put.message];
    notify('done', title, text);
    return problems;
  } catch (error) {
    if (error instanceof HostError) return [error.message];
    throw error;
  }
}
