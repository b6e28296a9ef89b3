import { copyAhead } from '../../shared/plan/columnCopies';
import { activeScenario } from './activeScenario';
import { planStore } from './planStore';

/** After each edit, once the window is idle, gets ready what the next one will change. */
export function copyColumnsAhead(): void {
  let request = 0;
  planStore.onEvent((event) => {
    if (event.kind === 'rejected') return;
    cancelIdleCallback(request);
    request = requestIdleCallback(() => activeScenario()?.alignments.forEach(copyAhead));
  });
}
