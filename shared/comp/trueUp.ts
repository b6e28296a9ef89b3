/** What is due in a period, and the negative part that waits for later pay (≤ 0); cents. */
export interface Due {
  dueCents: number;
  carryCents: number;
}

/**
 * True-up: due = earned to date − paid before (compensation.md, "Periods"). A negative due is paid back at
 * once, or carried: nothing is due and later pay is less by it.
 */
export function trueUp(
  earnedToDateCents: number,
  paidBeforeCents: number,
  negativeDue: 'carry' | 'payBack',
): Due {
  const due = earnedToDateCents - paidBeforeCents;
  return due < 0 && negativeDue === 'carry'
    ? { dueCents: 0, carryCents: due }
    : { dueCents: due, carryCents: 0 };
}
