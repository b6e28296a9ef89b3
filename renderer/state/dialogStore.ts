import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UnitLevel } from '../../shared/model/exception';

/** What an exception is set on. */
export type ExceptionTarget =
  | { readonly rows: Int32Array }
  | { readonly level: UnitLevel; readonly unitId: string }
  | { readonly territoryId: string };

/** The one dialog that may be open. Closing it loses nothing. */
export type Dialog =
  | { readonly kind: 'settings' }
  | { readonly kind: 'about' }
  | { readonly kind: 'keys' }
  | {
      readonly kind: 'print';
      /** What the map shows: west, north, east, south in the unit square; null where none is on screen. */
      readonly shown: readonly [number, number, number, number] | null;
    }
  | { readonly kind: 'exception'; readonly target: ExceptionTarget }
  | { readonly kind: 'why'; readonly row: number }
  | {
      readonly kind: 'name';
      /** e.g. "Rename plan". */
      readonly title: string;
      readonly label: string;
      readonly initial: string;
      /** The name given is one to take as it stands, not the present one. */
      readonly isSuggestion?: boolean;
      readonly action: string;
      readonly onAccept: (name: string) => void;
    };

export interface DialogState {
  readonly dialog: Dialog | null;
}

export const dialogStore = createStore<DialogState>(() => ({ dialog: null }));

export function useDialogStore<T>(select: (state: DialogState) => T): T {
  return useStore(dialogStore, select);
}

export function openDialog(dialog: Dialog): void {
  dialogStore.setState({ dialog });
}

export function closeDialog(): void {
  dialogStore.setState({ dialog: null });
}
