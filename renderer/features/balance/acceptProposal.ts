import { primaryAlignment } from '../../../shared/plan/lookup';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { showScenario } from '../../state/viewStore';
import { balanceStore, dropProposal } from './balanceStore';
import { acceptCommand, claimsOfChosen } from './proposal';

/** Takes the proposal over, or what of it moves between the chosen territories, as one edit. */
export function acceptProposal(isAll: boolean): void {
  const { proposal, chosen } = balanceStore.getState();
  if (!proposal) return;
  const { task, claims } = proposal;
  const present = primaryAlignment(task.scenario).claims;
  const assignment = proposal.before?.territories.assignment ?? present;
  const taken = isAll ? claims : claimsOfChosen(claims, present, assignment, chosen);
  const count = task.made.territoryIndices.length;
  const label = isAll ? `balance ${count} territories` : `balance ${chosen.size} of ${count} territories`;
  const result = planStore.dispatch(acceptCommand(task, taken, label));
  if (!result.ok) {
    notify('error', 'The proposal was not taken over', result.message);
    return;
  }
  dropProposal();
  if (task.isNew) showScenario(task.scenario.id);
  notify('done', isAll ? 'Proposal accepted' : `Accepted for ${chosen.size} of ${count} territories`, '', {
    label: 'Undo',
    run: () => planStore.undo(),
  });
}
