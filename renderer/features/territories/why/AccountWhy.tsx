import { UnstyledButton } from '@mantine/core';
import { openDialog } from '../../../state/dialogStore';
import { useViewStore } from '../../../state/viewStore';
import { PanelSection } from '../../../ui/Panel';
import classes from '../Inspector.module.css';
import type { TerritoriesData } from '../useTerritoriesData';
import { useWhyHere } from './useWhyHere';
import { WhyText } from './WhyText';

/** Why the one account that is selected is where it is: rule, unit, name, solver or hand, and since when. */
export function AccountWhy({ data }: { readonly data: TerritoriesData }) {
  const { plan, scenario, evaluation, selectedIndex } = data;
  const selectedRows = useViewStore((view) => view.selectedRows);
  const row = selectedRows.length === 1 ? selectedRows[0]! : -1;
  const why = useWhyHere(plan, scenario, row);
  if (!why) return null;
  const owner = evaluation.territories.assignment[row]!;
  // The panel may be of another territory than the account's.
  const place = owner === selectedIndex ? undefined : scenario.territories[owner]?.name;
  return (
    <PanelSection title={plan.accounts.names[row]!}>
      <p className={classes.small}>Why is this account {place === undefined ? 'here' : `in ${place}`}?</p>
      <WhyText why={why} />
      <UnstyledButton
        className={classes.link}
        onClick={() => openDialog({ kind: 'exception', target: { rows: selectedRows } })}
      >
        Set an exception
      </UnstyledButton>
    </PanelSection>
  );
}
