import { useMemo } from 'react';
import { findAttribute, type AccountTable } from '../../../shared/model/accountTable';
import { findSpellingVariants, type VariantGroup } from '../../../shared/io/import/spellingVariants';
import { findDuplicates, type DuplicateGroup } from '../../../shared/plan/cleaning/findDuplicates';
import { findFamilies, type FamilyFinding } from '../../../shared/plan/cleaning/findFamilies';
import { usePlanStore } from '../../state/planStore';
import { useResultStore } from '../../state/resultStore';
import { useCleaning } from './cleaningStore';

export interface CleaningData {
  readonly accounts: AccountTable;
  /** Index of the territory, one a row; null while the figures are not there. */
  readonly assignment: Int32Array | null;
  readonly duplicates: readonly DuplicateGroup[];
  readonly families: readonly FamilyFinding[];
  readonly variants: readonly VariantGroup[];
  /** The column whose spellings are compared; null where the list has no text columns. */
  readonly attributeId: string | null;
}

/** Columns of texts that no person would merge by hand. */
const NOT_NAMES = new Set(['placeReason', 'parent', 'postal', 'street']);

/** Columns that one may look through for spellings, owners first. */
export function spellingColumns(accounts: AccountTable): readonly { value: string; label: string }[] {
  return accounts.attributes
    .filter(({ id }) => !NOT_NAMES.has(id) && !id.startsWith('unit:'))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => Number(b.value === 'owner') - Number(a.value === 'owner'));
}

/** Everything that the screen lists, found afresh when what it is found in has changed. */
export function useCleaningData(): CleaningData | null {
  const accounts = usePlanStore((state) => state.plan?.accounts ?? null);
  const apart = usePlanStore((state) => state.plan?.settings.accountsApart);
  const known = useResultStore((state) => state.evaluation?.territories.assignment ?? null);
  const chosenId = useCleaning((view) => view.attributeId);
  const assignment = accounts && known?.length === accounts.rowCount ? known : null;
  const duplicates = useMemo(() => (accounts ? findDuplicates(accounts, apart) : []), [accounts, apart]);
  const families = useMemo(
    () => (accounts ? findFamilies(accounts, assignment) : []),
    [accounts, assignment],
  );
  const column = useMemo(() => {
    if (!accounts) return null;
    const choices = spellingColumns(accounts);
    const id = choices.find(({ value }) => value === chosenId)?.value ?? choices[0]?.value;
    return id === undefined ? null : findAttribute(accounts, id);
  }, [accounts, chosenId]);
  const removed = accounts?.removed;
  const variants = useMemo(
    () => (column && removed ? findSpellingVariants(column, removed) : []),
    [column, removed],
  );
  if (!accounts) return null;
  return { accounts, assignment, duplicates, families, variants, attributeId: column?.id ?? null };
}
