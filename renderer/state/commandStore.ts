import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/**
 * What can be done by name or by key: the command search lists these, the key handler runs them and the
 * list of keys shows them. A screen registers its own while it is on screen.
 */
export interface AppCommand {
  readonly id: string;
  readonly title: string;
  /** Heading in the command search: 'Plan', 'Go to', 'Territories', … */
  readonly group: string;
  /** e.g. 'mod+K', 'mod+shift+Z', '?'; mod is Ctrl, on a Mac Cmd. */
  readonly keys?: readonly string[];
  /** Further words that find it. */
  readonly words?: string;
  readonly isEnabled?: () => boolean;
  readonly run: () => void;
}

export interface CommandState {
  readonly commands: readonly AppCommand[];
}

export const commandStore = createStore<CommandState>(() => ({ commands: [] }));

export function useCommandStore<T>(select: (state: CommandState) => T): T {
  return useStore(commandStore, select);
}

/** Adds commands; an id that is there already is replaced. @returns the function that takes them out again */
export function registerCommands(added: readonly AppCommand[]): () => void {
  const ids = new Set(added.map((command) => command.id));
  commandStore.setState(({ commands }) => ({
    commands: [...commands.filter((command) => !ids.has(command.id)), ...added],
  }));
  return () =>
    commandStore.setState(({ commands }) => ({
      commands: commands.filter((command) => !added.includes(command)),
    }));
}

/** Runs a command by id where it is there and enabled. */
export function runAppCommand(id: string): void {
  const command = commandStore.getState().commands.find((each) => each.id === id);
  if (command && (command.isEnabled?.() ?? true)) command.run();
}
