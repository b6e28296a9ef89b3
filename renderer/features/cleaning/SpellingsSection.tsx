import { Select } from '@mantine/core';
import { IconAbc } from '@tabler/icons-react';
import { useMemo } from 'react';
import { EmptyState } from '../../ui/EmptyState';
import type { GridColumn } from '../../ui/gridColumn';
import classes from './CleaningScreen.module.css';
import { cleaningStore, goToEntry, useCleaning } from './cleaningStore';
import { EntryList } from './EntryList';
import { FindReplace } from './FindReplace';
import { SpellingDetail } from './SpellingDetail';
import { spellingColumns, type CleaningData } from './useCleaningData';

/** Spellings of one name in a column, owners as a rule; and find and replace in it. */
export function SpellingsSection({ data }: { readonly data: CleaningData }) {
  const { accounts, variants, attributeId } = data;
  const position = Math.min(
    useCleaning((view) => view.positions.spellings),
    variants.length - 1,
  );
  const columns = useMemo((): GridColumn[] => {
    const nameOf = (at: number): string => variants[at]!.spellings[0]!.text;
    const othersOf = (at: number): string =>
      variants[at]!.spellings.slice(1)
        .map(({ text }) => text)
        .join(' · ');
    return [
      {
        id: 'name',
        title: 'Most used',
        widthPx: 150,
        isGrowing: true,
        isStrong: true,
        cell: nameOf,
        text: nameOf,
      },
      { id: 'others', title: 'Also written', widthPx: 190, isGrowing: true, cell: othersOf, text: othersOf },
    ];
  }, [variants]);
  const choices = spellingColumns(accounts);
  if (attributeId === null) {
    return (
      <EmptyState
        icon={IconAbc}
        title="No text columns"
        text="Spellings are compared in columns of texts, such as the owner; this list has none."
      />
    );
  }
  const group = variants[position];
  const chooser = (
    <Select
      size="xs"
      w={150}
      aria-label="Column whose spellings are compared"
      data={choices}
      value={attributeId}
      onChange={(value) => {
        cleaningStore.setState({ attributeId: value });
        goToEntry('spellings', 0);
      }}
    />
  );
  return (
    <div className={classes.parts}>
      {group ? (
        <EntryList
          section="spellings"
          label="Spellings that seem to mean one"
          columns={columns}
          count={variants.length}
          position={position}
        >
          {chooser}
        </EntryList>
      ) : (
        <div className={classes.nothing}>
          {chooser}
          <p className={classes.lead}>Every name in this column is spelt in one way.</p>
        </div>
      )}
      <div className={classes.stack}>
        {group && (
          <SpellingDetail
            key={`${attributeId} ${group.spellings[0]!.text}`}
            attributeId={attributeId}
            group={group}
          />
        )}
        <FindReplace key={attributeId} accounts={accounts} attributeId={attributeId} />
      </div>
    </div>
  );
}
