import type { WhyHere } from '../../../../shared/plan/whyHere';
import { KIND_WORDS } from '../exceptions/exceptionEdits';
import classes from '../Inspector.module.css';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The answer in words: what put the account there, when that was, and what holds it. */
export function WhyText({ why }: { readonly why: WhyHere }) {
  const kinds = [...new Set(why.exceptions.map(({ kind }) => KIND_WORDS[kind].one))];
  if (why.isLocked && !kinds.includes(KIND_WORDS.lock.one)) kinds.push(KIND_WORDS.lock.one);
  return (
    <>
      <p>{why.sentence}</p>
      {why.edit && <p className={classes.small}>{WHEN.format(why.edit.at)}</p>}
      {kinds.length > 0 && <p className={classes.small}>{kinds.join(', ')}</p>}
    </>
  );
}
