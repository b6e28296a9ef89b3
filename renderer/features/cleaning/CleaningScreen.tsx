import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconBuilding } from '@tabler/icons-react';
import { useEffect } from 'react';
import { runAppCommand } from '../../state/commandStore';
import { goTo } from '../../state/routeStore';
import { EmptyState } from '../../ui/EmptyState';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CleaningScreen.module.css';
import { cleaningStore, useCleaning, type CleaningSection } from './cleaningStore';
import { DuplicatesSection } from './DuplicatesSection';
import { FamiliesSection } from './FamiliesSection';
import { followStepKeys } from './followStepKeys';
import { SpellingsSection } from './SpellingsSection';
import { useCleaningData } from './useCleaningData';

/** Like accounts, families and spellings, each to be looked at and settled; every step can be undone. */
export function CleaningScreen() {
  const section = useCleaning((view) => view.section);
  const data = useCleaningData();
  const format = usePlanFormat();
  useEffect(() => followStepKeys(), []);
  if (!data || data.accounts.rowCount === 0) {
    return (
      <EmptyState
        icon={IconBuilding}
        title="No accounts yet"
        text="Once a list is imported, accounts that are in it twice, families and spellings can be settled here."
        action={{ label: 'Import accounts', run: () => runAppCommand('plan.import') }}
      />
    );
  }
  const wrongFamilies = data.families.filter(({ kind }) => kind !== 'whole').length;
  const sections: { value: CleaningSection; label: string }[] = [
    { value: 'duplicates', label: `Duplicates ${format.number(data.duplicates.length)}` },
    { value: 'families', label: `Families to check ${format.number(wrongFamilies)}` },
    { value: 'spellings', label: `Spellings ${format.number(data.variants.length)}` },
  ];
  return (
    <div className={classes.screen}>
      <header className={classes.header}>
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={14} stroke={1.6} aria-hidden />}
          onClick={() => goTo('accounts')}
        >
          Accounts
        </Button>
        <h1 className={classes.title}>Clean up</h1>
        <SegmentedControl
          size="xs"
          aria-label="What is cleaned up"
          data={sections}
          value={section}
          onChange={(value) => cleaningStore.setState({ section: value })}
        />
      </header>
      {section === 'duplicates' && <DuplicatesSection data={data} />}
      {section === 'families' && <FamiliesSection data={data} />}
      {section === 'spellings' && <SpellingsSection data={data} />}
    </div>
  );
}
