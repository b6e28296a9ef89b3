import { primaryAlignment } from '../../../shared/plan/lookup';
import { scenarioOfRole } from '../../../shared/plan/overlay';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { showScenario } from '../../state/viewStore';
import { createPlanFormat } from '../../ui/planFormat';
import { balanceStore, dropProposal } from './balanceStore';
import { certificateOf } from './certificate';
import { withPeopleNow } from './leavers';
import { acceptCommand, claimsTaken, type Proposal } from './proposal';

/** Takes the proposal over, or the moves of it that are not left out, as one edit that keeps its cause. */
export function acceptProposal(isAll: boolean): void {
  const { proposal, leftOut } = balanceStore.getState();
  const now = planStore.store.getState().plan;
  if (!proposal || !now) return;
  const { task, moves } = proposal;
  const known = now.scenarios.find(({ id }) => id === task.scenario.id);
  const present = known ? scenarioOfRole(known, task.role) : task.scenario;
  const without = isAll ? new Set<number>() : leftOut;
  const claims = claimsTaken(proposal, primaryAlignment(present).claims, without);
  const takenCount = moves.length - without.size;
  const part = without.size === 0 ? '' : `, ${takenCount} of ${moves.length} moves`;
  const label = `${actOf(proposal)}${part}`;
  const result = planStore.dispatch(
    acceptCommand(withPeopleNow(task, now), claims, label),
    causeOf(proposal),
  );
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

/** What is done, as the history and "Undo" call it. */
function actOf({ task }: Proposal): string {
  const { effect, made, scenario } = task;
  if (effect && effect.removed.length > 0) {
    return `do without ${effect.removed.map((index) => scenario.territories[index]!.name).join(', ')}`;
  }
  if (effect) return effect.added.length === 1 ? 'add 1 rep' : `add ${effect.added.length} reps`;
  const count = made.territoryIndices.length;
  return `balance ${count} ${count === 1 ? 'territory' : 'territories'}`;
}

/** What the history keeps beside the edit: what was proven of the plan. */
function causeOf(proposal: Proposal): string {
  const format = createPlanFormat(proposal.task.document.settings, navigator.language);
  return certificateOf(proposal, '', format).title;
}
