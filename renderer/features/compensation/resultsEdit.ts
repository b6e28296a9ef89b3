import type { PayResult } from '../../../shared/model/payResult';
import type { PlanDocument } from '../../../shared/model/planDocument';
import { addCancellations, type AddedCancellations } from '../../../shared/plan/cancellationList';

/** What a list of results puts into a plan, and what is said of it. */
export interface ResultsEdit {
  readonly results: readonly PayResult[];
  /** Of the step of undo. */
  readonly label: string;
  readonly title: string;
  readonly text: string;
}

/** Results of a list as one edit: they take the place of those there, but cancellations alone are added to them. */
export function resultsEdit(
  plan: PlanDocument,
  results: readonly PayResult[],
  fileName: string,
): ResultsEdit {
  const { fiscalYearStartMonth } = plan.settings;
  const added = addCancellations(plan.payResults ?? [], results, fiscalYearStartMonth);
  if (added) return addedEdit(added, fileName);
  const count = countOf(results);
  return { results, label: `import ${count} from ${fileName}`, title: `${count} from ${fileName}`, text: '' };
}

function addedEdit(
  { results, marked, credited, repeated }: AddedCancellations,
  fileName: string,
): ResultsEdit {
  const deals = (count: number) => (count === 1 ? '1 deal' : `${count} deals`);
  const parts = [
    'The list holds only cancelled deals, so it was added to the results there: nothing of them is replaced.',
    ...(marked > 0 ? [`${deals(marked)} ${marked === 1 ? 'was' : 'were'} credited before.`] : []),
    ...(credited > 0
      ? [
          `${deals(credited)} ${credited === 1 ? 'was' : 'were'} not in the results and ${credited === 1 ? 'is' : 'are'} credited too.`,
        ]
      : []),
    ...(repeated > 0 ? [`${deals(repeated)} ${repeated === 1 ? 'was' : 'were'} known to be cancelled.`] : []),
  ];
  const count = marked + credited === 1 ? '1 cancellation' : `${marked + credited} cancellations`;
  return {
    results,
    label: `add ${count} from ${fileName}`,
    title: `${count} added from ${fileName}`,
    text: parts.join(' '),
  };
}

/** "12 results", or "40 deals" where the list was one of deals; a deal that several components pay on counts once. */
function countOf(results: readonly PayResult[]): string {
  const dealsOf = new Map<string, number>();
  for (const { repId, period, deals = [] } of results) {
    const key = `${repId} ${period}`;
    dealsOf.set(key, Math.max(dealsOf.get(key) ?? 0, deals.length));
  }
  const deals = [...dealsOf.values()].reduce((sum, count) => sum + count, 0);
  if (deals > 0) return deals === 1 ? '1 deal' : `${deals} deals`;
  return results.length === 1 ? '1 result' : `${results.length} results`;
}
