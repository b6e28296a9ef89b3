import { primaryAlignment } from '../../../shared/plan/lookup';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { showScenario } from '../../state/viewStore';
import { createPlanFormat } from '../../ui/planFormat';
import { balanceStore, dropProposal } from './balanceStore';
import { certificateOf } from './certificate';
import { acceptCommand, claimsTaken, type Proposal } from './proposal';

/** Takes the proposal over, or the moves of it that are not left out, as one edit that keeps its cause. */
export function acceptProposal(isAll: boolean): void {
  const { proposal, leftOut } = balanceStore.getState();
  const now = planStore.store.getState().plan;
  if (!proposal || !now) return;
  const { task, moves } = proposal;
  const present = now.scenarios.find(({ id }) => id === task.scenario.id) ?? task.scenario;
  const without = isAll ? new Set<number>() : leftOut;
  const claims = claimsTaken(proposal, primaryAlignment(present).claims, without);
  const count = task.made.territoryIndices.length;
  const takenCount = moves.length - without.size;
  const label =
    without.size === 0
      ? `balance ${count} ${count === 1 ? 'territory' : 'territories'}`
      : `balance ${count} territories, ${takenCount} of ${moves.length} moves`;
  const result = planStore.dispatch(acceptCommand(task, claims, label), causeOf(proposal));
  if (!result.ok) {
    notify('error', 'The proposal was not taken over', result.message);
    return;
  }
  dropProposal();
  if (task.isNew) showScenario(task.scenario.id);
  notify(
    'done',
    without.size === 0 ? 'Proposal accepted' : `${takenCount} of ${moves.length} moves accepted`,
    '',
    {
      label: 'Undo',
      run: () => planStore.undo(),
    },
  );
}

/** What the history keeps beside the edit: what was proven of the plan. */
function causeOf(proposal: Proposal): string {
  const format = createPlanFormat(proposal.task.document.settings, navigator.language);
  return certificateOf(proposal, '', format).title;
}
