import { Radio } from '@mantine/core';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { MergeSummary } from '../../workers/importContract';
import { changeMissing } from './importActions';
import { useImport } from './importStore';
import classes from './ReviewStep.module.css';

/** How a newer list differs from the plan: cells before and after, accounts that come and that are missing. */
export function MergePreview({ merge }: { readonly merge: MergeSummary }) {
  const removesMissing = useImport((state) => state.removesMissing);
  const format = usePlanFormat();
  return (
    <section className={classes.card} aria-label="What changes">
      <h2 className={classes.title}>What changes</h2>
      {merge.added + merge.changeCount + merge.missing === 0 && (
        <p className={classes.text}>Nothing: the list says what the plan has already.</p>
      )}
      {merge.changeCount > 0 && (
        <Named title="Cells that change" count={merge.changeCount} shown={merge.changes.length}>
          {merge.changes.map(({ account, column, before, after }) => (
            <li key={`${account} ${column} ${before} ${after}`}>
              {account} · {column}: <s>{before === '' ? 'blank' : before}</s> {after === '' ? 'blank' : after}
            </li>
          ))}
        </Named>
      )}
      {merge.added > 0 && (
        <Named title="New accounts" count={merge.added} shown={merge.addedNames.length}>
          {merge.addedNames.map((name, at) => (
            <li key={`${at} ${name}`}>{name}</li>
          ))}
        </Named>
      )}
      {merge.missing > 0 && (
        <>
          <Named title="Not in the list" count={merge.missing} shown={merge.missingNames.length}>
            {merge.missingNames.map((name, at) => (
              <li key={`${at} ${name}`}>{name}</li>
            ))}
          </Named>
          <Radio.Group
            aria-label="Accounts that are not in the list"
            value={removesMissing ? 'remove' : 'keep'}
            onChange={(value) => void changeMissing(value === 'remove')}
          >
            <div className={classes.choices}>
              <Radio size="xs" value="keep" label="Keep them" description="The list may be a part only." />
              <Radio
                size="xs"
                value="remove"
                label={merge.missing === 1 ? 'Remove it' : `Remove all ${format.number(merge.missing)}`}
                description="As where the CRM no longer has them. It can be undone."
              />
            </div>
          </Radio.Group>
        </>
      )}
    </section>
  );
}

interface NamedProps {
  readonly title: string;
  readonly count: number;
  readonly shown: number;
  readonly children: React.ReactNode;
}

function Named({ title, count, shown, children }: NamedProps) {
  const format = usePlanFormat();
  return (
    <details className={classes.named} open={count <= 20}>
      <summary>
        {title} <b>{format.number(count)}</b>
      </summary>
      <ul className={classes.rejected} tabIndex={0} aria-label={title}>
        {children}
        {count > shown && <li>and {format.number(count - shown)} more</li>}
      </ul>
    </details>
  );
}
