import type { Scenario } from '../../../../shared/model/scenario';
import type { EditDraft } from './editDraftStore';

/** What the card is called: "Split Chicago". */
export function draftTitle(scenario: Scenario, draft: EditDraft): string {
  if (draft.kind === 'command') return draft.title;
  const name = scenario.territories.find(({ id }) => id === draft.territoryId)?.name ?? 'territory';
  const titles = {
    split: `Split ${name}`,
    merge: `Merge ${name} into another`,
    dissolve: `Dissolve ${name}`,
    handOver: `Hand over the accounts of ${name}`,
  };
  return titles[draft.kind];
}

/** The word on the button that makes the edit. */
export function draftAction(draft: EditDraft): string {
  if (draft.kind === 'command') return draft.action;
  return { split: 'Split', merge: 'Merge', dissolve: 'Dissolve', handOver: 'Hand over' }[draft.kind];
}
