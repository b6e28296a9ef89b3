const IS_MAC = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

const NAMES: Readonly<Record<string, string>> = IS_MAC
  ? { mod: '⌘', shift: '⇧', alt: '⌥', enter: 'Return' }
  : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: 'Enter' };

/** How keys are printed here: 'mod+shift+Z' → 'Ctrl Shift Z', on a Mac '⌘ ⇧ Z'. */
export function keyText(keys: string): string {
  return keys
    .split('+')
    .map((key) => NAMES[key.toLowerCase()] ?? key)
    .join(' ');
}
