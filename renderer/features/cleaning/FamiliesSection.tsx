import { Switch } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { FamilyFinding } from '../../../shared/plan/cleaning/findFamilies';
import { useActiveScenario } from '../../state/activeScenario';
import { planStore } from '../../state/planStore';
import { EmptyState } from '../../ui/EmptyState';
import type { GridColumn } from '../../ui/gridColumn';
import classes from './CleaningScreen.module.css';
import { useCleaning } from './cleaningStore';
import { EntryList } from './EntryList';
import { FamilyDetail } from './FamilyDetail';
import type { CleaningData } from './useCleaningData';

const KINDS: Readonly<Record<FamilyFinding['kind'], string>> = {
  missingParent: 'Parent not in the plan',
  circle: 'Circle of parents',
  split: 'In several territories',
  whole: 'In order',
};

/** Families by parent account: what is wrong first, then those in order. */
export function FamiliesSection({ data }: { readonly data: CleaningData }) {
  const { accounts, families } = data;
  const scenario = useActiveScenario();
  const position = Math.min(
    useCleaning((view) => view.positions.families),
    families.length - 1,
  );
  const columns = useMemo((): GridColumn[] => {
    const nameOf = (at: number): string => {
      const family = families[at]!;
      return family.kind === 'missingParent' ? family.missingId : accounts.names[family.rows[0]!]!;
    };
    const kindOf = (at: number): string => KINDS[families[at]!.kind];
    return [
      {
        id: 'name',
        title: 'Family',
        widthPx: 150,
        isGrowing: true,
        isStrong: true,
        cell: nameOf,
        text: nameOf,
      },
      {
        id: 'count',
        title: 'Accounts',
        align: 'end',
        widthPx: 76,
        cell: (at) => families[at]!.rows.length,
        text: (at) => String(families[at]!.rows.length),
      },
      { id: 'kind', title: 'State', widthPx: 160, cell: kindOf, text: kindOf },
    ];
  }, [accounts, families]);
  const family = families[position];
  if (!family || !scenario) {
    return (
      <EmptyState
        icon={IconSitemap}
        title="No families"
        text="A column with the parent’s id or name makes families: map it to Parent account when you import."
      />
    );
  }
  return (
    <div className={classes.parts}>
      <EntryList
        section="families"
        label="Families"
        columns={columns}
        count={families.length}
        position={position}
      >
        <Switch
          size="xs"
          label="Move together"
          title={`In ${scenario.name}, an account takes its whole family along, and balancing keeps families whole`}
          checked={scenario.keepsFamilies ?? false}
          onChange={(event) =>
            planStore.dispatch({
              kind: 'setKeepsFamilies',
              scenarioId: scenario.id,
              keepsFamilies: event.currentTarget.checked,
            })
          }
        />
      </EntryList>
      <FamilyDetail
        key={`${family.kind} ${family.rows[0]} ${family.missingId}`}
        data={data}
        family={family}
        scenario={scenario}
      />
    </div>
  );
}
