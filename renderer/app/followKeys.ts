import { commandStore } from '../state/commandStore';

/** Runs the command whose key is pressed, wherever the focus is; in a text field only those with Ctrl or Cmd. */
export function followKeys(target: Window): void {
  target.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const isMod = event.ctrlKey || event.metaKey;
    const isTyping = isTextField(event.target);
    if (isTyping && !isMod) return;
    for (const command of commandStore.getState().commands) {
      if (!command.keys?.some((keys) => isPressed(keys, event, isMod))) continue;
      // A text field undoes its own typing.
      if (isTyping && command.id.startsWith('edit.')) return;
      event.preventDefault();
      if (command.isEnabled?.() ?? true) command.run();
      return;
    }
  });
}

function isPressed(keys: string, event: KeyboardEvent, isMod: boolean): boolean {
  const parts = keys.toLowerCase().split('+');
  const key = parts.at(-1)!;
  // '?' is typed with Shift on most keyboards and without it on some.
  const wantsShift = key === '?' ? event.shiftKey : parts.includes('shift');
  return event.key.toLowerCase() === key && isMod === parts.includes('mod') && event.shiftKey === wantsShift;
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))
  );
}
