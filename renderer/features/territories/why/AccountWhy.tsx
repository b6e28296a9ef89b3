import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import { whyHere } from '../../../../shared/plan/whyHere';
import { openDialog } from '../../../state/dialogStore';
import { usePlanStore } from '../../../state/planStore';
import { useViewStore } from '../../../state/viewStore';
import { PanelSection } from '../../../ui/Panel';
import { KIND_WORDS } from '../exceptions/exceptionEdits';
import classes from '../Inspector.module.css';
import type { TerritoriesData } from '../useTerritoriesData';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Why the one account that is selected is where it is: rule, unit, name, solver or hand, and since when. */
export function AccountWhy({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario } = data;
  const selectedRows = useViewStore((view) => view.selectedRows);
  const history = usePlanStore((state) => state.history);
  const row = selectedRows.length === 1 ? selectedRows[0]! : -1;
  const isThere = row >= 0 && row < plan.accounts.rowCount;
  const why = useMemo(
    () => (isThere ? whyHere(plan, scenario, row, history) : null),
    [isThere, plan, scenario, row, history],
  );
  if (!why) return null;
  const kinds = [...new Set(why.exceptions.map(({ kind }) => KIND_WORDS[kind].one))];
  if (why.isLocked && !kinds.includes(KIND_WORDS.lock.one)) kinds.push(KIND_WORDS.lock.one);
  return (
    <PanelSection title={plan.accounts.names[row]!}>
      <p className={classes.small}>Why is this account here?</p>
      <p>{why.sentence}</p>
      {why.edit && <p className={classes.small}>{WHEN.format(why.edit.at)}</p>}
      {kinds.length > 0 && <p className={classes.small}>{kinds.join(', ')}</p>}
      <UnstyledButton
        className={classes.link}
        onClick={() => openDialog({ kind: 'exception', target: { rows: selectedRows } })}
      >
        Set an exception
      </UnstyledButton>
    </PanelSection>
  );
}
