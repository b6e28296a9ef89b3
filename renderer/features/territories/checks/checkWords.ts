import type { CheckKind } from '../../../../shared/plan/checks/checkItem';

/** What each check looks for, and what is said where it finds nothing. */
export const CHECK_WORDS: Readonly<Record<CheckKind, { readonly title: string; readonly passed: string }>> = {
  unassignedAccounts: { title: 'Accounts nobody has', passed: 'Every account has a territory' },
  unassignedUnits: { title: 'Land nobody has', passed: 'No gaps in the land' },
  overlaps: { title: 'Overlaps', passed: 'No account is claimed twice' },
  pieces: { title: 'Pieces apart', passed: 'Every territory is one piece' },
  accountsOutside: { title: 'Accounts in no unit', passed: 'Every account lies in a unit' },
  splitFamilies: { title: 'Families split', passed: 'Families are together' },
  noRep: { title: 'No rep', passed: 'Every territory has a rep' },
  severalReps: { title: 'Several reps', passed: 'No territory has two reps' },
  outOfCorridor: { title: 'Out of corridor', passed: 'All are inside the corridor' },
};
