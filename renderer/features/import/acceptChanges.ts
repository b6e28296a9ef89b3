import type { WorkbookProposal } from '../../../shared/io/export/back/workbookProposal';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { showScenario } from '../../state/viewStore';
import { closeImport, importClient } from './importActions';
import { importStore } from './importStore';

/**
 * Takes over what was edited in Excel, but what is refused, as one step of the plan's history.
 * @returns why it can't be, as a sentence; null = it was
 */
export async function acceptChanges(
  { scenarioId, changes }: WorkbookProposal,
  refused: ReadonlySet<string>,
): Promise<string | null> {
  const { plan } = planStore.store.getState();
  const { file } = importStore.getState();
  if (!plan || !file) return 'The plan was closed meanwhile. Open it and drop the workbook again.';
  const answer = await importClient().propose(plan, [...refused]);
  if (!answer.ok) return answer.message;
  const { command } = answer.value;
  if (!command) return 'Nothing is ticked.';
  const result = planStore.dispatch(command);
  if (!result.ok) return result.message;
  showScenario(scenarioId);
  closeImport();
  goTo('territories');
  const count = changes.length - refused.size;
  notify(
    'done',
    `${count.toLocaleString()} ${count === 1 ? 'change' : 'changes'} taken from ${file.fileName}`,
    '',
    {
      label: 'Undo',
      run: () => planStore.undo(),
    },
  );
  return null;
}
