import { HostError } from '../../../shared/bridge/contract';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { Scenario } from '../../../shared/model/scenario';
import { hostApi } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { readRosterList } from '../../workers/tables';

/**
 * Lets the person choose a roster and puts in what can be read, as one edit.
 * @returns what could not be taken, by row; null where nothing was chosen
 */
export async function importRoster(
  plan: PlanDocument,
  scenario: Scenario | null,
): Promise<readonly string[] | null> {
  try {
    const [file] = await hostApi().openFiles({ purpose: 'team', multiple: false });
    if (!file) return null;
    const list = await readRosterList(file.bytes, file.name, {
      reps: plan.reps,
      compPlans: plan.compPlans,
      territories: (scenario?.territories ?? []).filter(
        (each) => !each.isRemoved && each.level === scenario!.levels.length - 1,
      ),
      dateOrder: plan.settings.dateOrder,
    });
    if (!list.ok) return [list.message];
    const { items: reps, problems } = list;
    if (reps.length === 0) return problems.length > 0 ? problems : [`${file.name} holds no reps.`];
    const count = reps.length === 1 ? '1 rep' : `${reps.length} reps`;
    const put = planStore.dispatch({ kind: 'putReps', reps, label: `import ${count} from ${file.name}` });
    if (!put.ok) return [put.message];
    notify('done', `${count} from ${file.name}`);
    return problems;
  } catch (error) {
    if (error instanceof HostError) return [error.message];
    throw error;
  }
}
