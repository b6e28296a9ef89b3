import { cleaningStore, goToEntry } from './cleaningStore';

/** Alt with the arrows goes to the next and the previous entry, wherever the focus is. @returns what stops it */
export function followStepKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const { section, positions } = cleaningStore.getState();
    goToEntry(section, positions[section] + (event.key === 'ArrowDown' ? 1 : -1));
    event.preventDefault();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
