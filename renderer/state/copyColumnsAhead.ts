import type { AccountTable } from '../../shared/model/accountTable';
import { countedColumn } from '../../shared/plan/accountColumns';
import { copyAhead } from '../../shared/plan/columnCopies';
import { activeScenario } from './activeScenario';
import { planStore } from './planStore';

/** After each edit, once the window is idle, gets ready what the next one will change. */
export function copyColumnsAhead(): void {
  let request = 0;
  planStore.onEvent((event) => {
    if (event.kind === 'rejected') return;
    cancelIdleCallback(request);
    request = requestIdleCallback(() => {
      activeScenario()?.alignments.forEach(({ claims, causes }) => copyAhead([claims, causes]));
      if (event.kind === 'changed') copyEditedColumns(event.before.accounts, event.plan.accounts);
    });
  });
}

/** Who edits a cell goes on in the same column. */
function copyEditedColumns(before: AccountTable, after: AccountTable): void {
  if (before.rowCount !== after.rowCount) return;
  if (before.names !== after.names) copyAhead([after.names]);
  after.measures.forEach((measure, at) => {
    if (before.measures[at]?.values !== measure.values) {
      copyAhead([measure.values, countedColumn(after, measure)]);
    }
  });
  after.attributes.forEach(({ codes }, at) => {
    if (before.attributes[at]?.codes !== codes) copyAhead([codes]);
  });
}
