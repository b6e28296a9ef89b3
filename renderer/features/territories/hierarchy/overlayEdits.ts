import type { Scenario } from '../../../../shared/model/scenario';
import { openDialog } from '../../../state/dialogStore';
import { planStore } from '../../../state/planStore';
import { showRole } from '../../../state/viewStore';

/** Asks what a new overlay role is called, adds it and goes to it. */
export function addOverlay(scenario: Scenario): void {
  openDialog({
    kind: 'name',
    title: 'Add overlay role',
    label: 'Role',
    initial: freeRole(scenario),
    isSuggestion: true,
    action: 'Add',
    onAccept: (role) => {
      const added = planStore.dispatch({
        kind: 'addOverlay',
        scenarioId: scenario.id,
        role,
        territories: [],
      });
      if (added.ok) showRole(role.trim());
    },
  });
}

/** Asks what the role is called from now on. */
export function renameOverlay({ id: scenarioId }: Scenario, role: string): void {
  openDialog({
    kind: 'name',
    title: 'Rename overlay role',
    label: 'Role',
    initial: role,
    action: 'Rename',
    onAccept: (newRole) => {
      const renamed = planStore.dispatch({ kind: 'renameOverlay', scenarioId, role, newRole });
      if (renamed.ok) showRole(newRole.trim());
    },
  });
}

/** Takes the role off the plan and goes back to the primary alignment. */
export function removeOverlay({ id: scenarioId }: Scenario, role: string): void {
  if (planStore.dispatch({ kind: 'removeOverlay', scenarioId, role }).ok) showRole(null);
}

function freeRole({ alignments }: Scenario): string {
  const taken = new Set(alignments.map(({ role }) => role.toLowerCase()));
  let name = 'SE overlay';
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `SE overlay ${number}`;
  return name;
}
