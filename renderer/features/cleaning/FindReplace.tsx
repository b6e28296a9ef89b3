import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { findAttribute, type AccountTable } from '../../../shared/model/accountTable';
import { planStore } from '../../state/planStore';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CleaningScreen.module.css';
import { findTexts } from './findTexts';

interface FindReplaceProps {
  readonly accounts: AccountTable;
  readonly attributeId: string;
}

const MOST_SHOWN = 30;

/** Find and replace in one column; what it would change stands below before it is done. */
export function FindReplace({ accounts, attributeId }: FindReplaceProps) {
  const format = usePlanFormat();
  const [find, setFind] = useState('');
  const [replaceWith, setReplaceWith] = useState('');
  const [isWhole, setIsWhole] = useState(false);
  const column = findAttribute(accounts, attributeId);
  if (!column) return null;
  const found = findTexts(accounts, column, find, replaceWith, isWhole);
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const isAsked = find !== '' || isWhole;
  return (
    <Panel label={`Find and replace in ${column.name}`} edge="top">
      <PanelHeader title={`Find and replace in ${column.name}`} />
      <form
        className={classes.find}
        onSubmit={(event) => {
          event.preventDefault();
          if (found.length > 0)
            planStore.dispatch({ kind: 'replaceTexts', attributeId, replacements: found });
        }}
      >
        <TextInput
          aria-label="Find"
          placeholder={isWhole ? 'Find (empty = blank cells)' : 'Find'}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TextInput
          aria-label="Replace with"
          placeholder="Replace with"
          value={replaceWith}
          onChange={(event) => setReplaceWith(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label="Whole cell"
          checked={isWhole}
          onChange={(event) => setIsWhole(event.currentTarget.checked)}
        />
        <Button type="submit" disabled={found.length === 0}>
          {count === 0
            ? 'Replace'
            : `Replace in ${count === 1 ? '1 account' : `${format.number(count)} accounts`}`}
        </Button>
      </form>
      {isAsked && found.length === 0 && <p className={classes.lead}>No account has it.</p>}
      <ul className={classes.found} aria-label="What would change">
        {found.slice(0, MOST_SHOWN).map(({ from, to, count: times }) => (
          <li key={from}>
            <s>{from === '' ? 'blank' : from}</s>
            <span>{to === '' ? 'blank' : to}</span>
            <em>{format.number(times)}</em>
          </li>
        ))}
        {found.length > MOST_SHOWN && <li>and {format.number(found.length - MOST_SHOWN)} more texts</li>}
      </ul>
    </Panel>
  );
}
