import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlanCommand } from '../../../../shared/plan/command';
import type { UnitPlaces } from '../../../../shared/plan/territoryEdit';
import type { Territory } from '../../../../shared/model/territory';
import { commandInRole } from '../../../state/activeRole';
import { activeScenario } from '../../../state/activeScenario';
import { notify } from '../../../state/noticeStore';
import type { DispatchResult } from '../../../state/planStore';
import { clearPreview, commitPreview, previewCommand } from '../../../state/resultStore';
import { viewStore } from '../../../state/viewStore';
import { draftCommand } from './draftCommand';

interface OnTerritory {
  readonly territoryId: string;
  /** What is shared out alike; null = the number of accounts. */
  readonly measureId: string | null;
  readonly unitPlaces: UnitPlaces;
}

/** A larger edit as it is being set up: its effect is on screen and nothing is changed yet. */
export type EditDraft =
  | (OnTerritory & {
      readonly kind: 'split';
      readonly by: 'axis' | 'balance';
      readonly parts: readonly Pick<Territory, 'id' | 'name' | 'colorIndex'>[];
    })
  | { readonly kind: 'merge'; readonly territoryId: string; readonly intoId: string }
  | (OnTerritory & { readonly kind: 'dissolve'; readonly receiverIds: readonly string[] })
  | (OnTerritory & {
      readonly kind: 'handOver';
      readonly receiverIds: readonly string[];
      readonly toleranceShare: number;
    })
  /** One that needs no more said: a fix of a check, rules, a removal. */
  | {
      readonly kind: 'command';
      readonly title: string;
      /** The button's word. */
      readonly action: string;
      readonly command: PlanCommand;
    };

export interface EditDraftState {
  readonly draft: EditDraft | null;
  readonly command: PlanCommand | null;
  /** Why it can't be made as it stands, as a sentence. */
  readonly problem: string | null;
}

const NOTHING: EditDraftState = { draft: null, command: null, problem: null };

export const editDraftStore = createStore<EditDraftState>(() => NOTHING);

export function useEditDraft<T>(select: (state: EditDraftState) => T): T {
  return useStore(editDraftStore, select);
}

/** Sets up an edit, or changes how it is set up, and prices it. */
export function setDraft(draft: EditDraft): void {
  const scenario = activeScenario();
  if (!scenario) return;
  viewStore.setState({ mapPreview: null });
  const command = commandInRole(draftCommand(scenario.id, draft));
  editDraftStore.setState({ draft, command, problem: previewCommand(command) });
}

/** Prices it anew after the plan has changed under it. */
export function repriceDraft(): void {
  const { draft } = editDraftStore.getState();
  if (draft) setDraft(draft);
}

/** Makes the edit: one step of undo. */
export function commitDraft(): DispatchResult | null {
  const { draft, problem } = editDraftStore.getState();
  if (!draft || problem !== null) return null;
  editDraftStore.setState(NOTHING);
  const result = commitPreview();
  if (result?.ok && result.diff.changes.length === 0) {
    notify('info', 'Nothing changed', 'The plan is like that already, or what would move is locked.');
  }
  return result;
}

/** Leaves everything as it was. */
export function dropDraft(): void {
  if (!editDraftStore.getState().draft) return;
  editDraftStore.setState(NOTHING);
  clearPreview();
}

/** Lets the draft go for another preview that has taken its place. */
export function forgetDraft(): void {
  editDraftStore.setState(NOTHING);
}
