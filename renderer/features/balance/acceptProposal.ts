import { primaryAlignment } from '../../../shared/plan/lookup';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { showScenario } from '../../state/viewStore';
import { balanceStore, dropProposal } from './balanceStore';
import { acceptCommand, claimsOfChosen, type Proposal } from './proposal';

/** Takes the proposal over, or what of it moves between the chosen territories, as one edit. */
export function acceptProposal(isAll: boolean): void {
  const { proposal, chosen } = balanceStore.getState();
  if (!proposal) return;
  const { task, claims, before } = proposal;
  const taken = before ? claimsTaken(proposal, before.territories.assignment, isAll ? null : chosen) : claims;
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

/**
 * What the proposal moves, between chosen territories; all else stays as the plan has it now, which may be later than
 * the proposal.
 */
function claimsTaken(proposal: Proposal, before: Int32Array, chosen: ReadonlySet<number> | null): Int32Array {
  const { task, claims } = proposal;
  const now = planStore.store.getState().plan?.scenarios.find(({ id }) => id === task.scenario.id);
  const present = primaryAlignment(now ?? task.scenario).claims;
  return claimsOfChosen(claims, present, before, chosen ?? new Set(task.made.territoryIndices));
}
