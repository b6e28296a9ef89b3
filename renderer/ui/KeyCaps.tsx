import classes from './KeyCaps.module.css';
import { keyText } from './keyText';

interface KeyCapsProps {
  /** e.g. 'mod+K', 'enter', '?'. */
  readonly keys: string;
  /** On a filled button: takes the button's own colour. */
  readonly isOnAccent?: boolean;
}

/** A key as it is printed on buttons and in lists. */
export function KeyCaps({ keys, isOnAccent = false }: KeyCapsProps) {
  return (
    <kbd className={classes.key} data-on-accent={isOnAccent || undefined}>
      {keyText(keys)}
    </kbd>
  );
}
