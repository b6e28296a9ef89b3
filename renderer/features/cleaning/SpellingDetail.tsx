import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { VariantGroup } from '../../../shared/io/import/spellingVariants';
import { planStore } from '../../state/planStore';
import { Panel, PanelHeader } from '../../ui/Panel';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './CleaningScreen.module.css';

interface SpellingDetailProps {
  readonly attributeId: string;
  readonly group: VariantGroup;
}

/** The spellings of one name with how often they stand; those ticked become one. */
export function SpellingDetail({ attributeId, group }: SpellingDetailProps) {
  const format = usePlanFormat();
  const [wanted, setWanted] = useState(group.spellings[0]!.text);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const replacements = group.spellings
    .filter(({ text }) => !left.has(text) && text !== wanted.trim())
    .map(({ text }) => ({ from: text, to: wanted.trim() }));
  function toggle(text: string): void {
    const next = new Set(left);
    if (!next.delete(text)) next.add(text);
    setLeft(next);
  }
  return (
    <Panel label="Spellings">
      <PanelHeader title={group.spellings[0]!.text} note={`${group.spellings.length} spellings`} />
      <ul className={classes.spellings}>
        {group.spellings.map(({ text, count }) => (
          <li key={text}>
            <Checkbox size="xs" label={text} checked={!left.has(text)} onChange={() => toggle(text)} />
            <span>{count === 1 ? '1 account' : `${format.number(count)} accounts`}</span>
            <Button size="compact-xs" variant="subtle" onClick={() => setWanted(text)}>
              Use this
            </Button>
          </li>
        ))}
      </ul>
      <footer className={classes.foot}>
        <TextInput
          aria-label="Spelling for all"
          w={240}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button
          variant="filled"
          disabled={replacements.length === 0 || wanted.trim() === ''}
          onClick={() => planStore.dispatch({ kind: 'replaceTexts', attributeId, replacements })}
        >
          Make them one
        </Button>
      </footer>
    </Panel>
  );
}
