import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { WorkbookProposal } from '../../../shared/io/export/back/workbookProposal';
import { usePlanStore } from '../../state/planStore';
import type { GridColumn } from '../../ui/gridColumn';
import { UnreadList } from '../../ui/UnreadList';
import { useStatus } from '../../ui/useStatus';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { VirtualTable } from '../../ui/VirtualTable';
import { acceptChanges } from './acceptChanges';
import classes from './ExcelChanges.module.css';
import { cancelImport, takeList } from './importActions';
import headerClasses from './ImportHeader.module.css';
import { useImport } from './importStore';

/** What was edited in a workbook that Evenland wrote: each change with a tick, taken as one step or not at all. */
export function ExcelChanges({ proposal }: { readonly proposal: WorkbookProposal }) {
  const { changes, problems, notes } = proposal;
  const all = useMemo(() => changes.map((_, at) => at), [changes]);
  const [ticked, setTicked] = useState<readonly number[]>(all);
  const [problem, setProblem] = useState<string | null>(null);
  const [hasProblems, setHasProblems] = useState(problems.length > 0);
  const isReadOnly = usePlanStore((state) => state.readOnlyReason !== null);
  const format = usePlanFormat();
  const columns = useMemo(() => changeColumns(proposal), [proposal]);
  useStatus(
    useMemo(
      () => [
        { value: `${format.number(ticked.length)} of ${format.number(changes.length)}`, text: 'ticked' },
      ],
      [format, ticked, changes],
    ),
    'Nothing is changed until you take the changes',
  );

  async function accept(): Promise<void> {
    const wanted = new Set(ticked);
    const refused = changes.filter((_, at) => !wanted.has(at)).map(({ key }) => key);
    setProblem(await acceptChanges(proposal, new Set(refused)));
  }

  return (
    <div className={classes.screen}>
      <ExcelHeader proposal={proposal}>
        <Button variant="filled" disabled={ticked.length === 0 || isReadOnly} onClick={() => void accept()}>
          {ticked.length === 1 ? 'Take 1 change' : `Take ${format.number(ticked.length)} changes`}
        </Button>
      </ExcelHeader>
      <div className={classes.body}>
        {problem && (
          <p role="alert" className={classes.problem}>
            {problem} The plan is as it was: untick what is in the way, or correct it in Excel.
          </p>
        )}
        {hasProblems && (
          <UnreadList
            problems={problems.map(({ sheet, cell, reason }) => `${sheet}, ${cell}: ${reason}`)}
            note={changes.length > 0 ? '. The rest is below.' : '.'}
            onClose={() => setHasProblems(false)}
          />
        )}
        <p className={classes.lead}>
          Every blue cell is read back: owners and measures of accounts, quotas, reps’ pay, assumptions, comp
          plans, results, scores and corrections. Formulas are not.
        </p>
        {notes.map((note) => (
          <p key={note} role="note" className={classes.note}>
            {note}
          </p>
        ))}
        <div className={classes.table}>
          <VirtualTable
            label="Changes made in Excel"
            columns={columns}
            rows={all}
            hasCheckboxes
            isTicked
            selectedRows={ticked}
            onSelect={setTicked}
            empty={<p className={classes.lead}>Nothing differs: the workbook says what the plan has.</p>}
          />
        </div>
      </div>
    </div>
  );
}

function ExcelHeader({
  proposal,
  children,
}: {
  readonly proposal: WorkbookProposal;
  readonly children: React.ReactNode;
}) {
  const file = useImport((state) => state.file);
  return (
    <header className={headerClasses.header}>
      <div className={headerClasses.file}>
        <span className={headerClasses.icon}>
          <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden />
        </span>
        <div className={headerClasses.names}>
          <h1 className={headerClasses.name}>Changes made in Excel</h1>
          <p className={headerClasses.facts} title={file?.fileName}>
            {proposal.scenarioName} · {file?.fileName}
          </p>
        </div>
      </div>
      <span />
      <div className={headerClasses.ways}>
        <Button variant="subtle" color="gray" onClick={() => file && void takeList(file)}>
          Import as a list
        </Button>
        <Button onClick={cancelImport}>Leave the plan as it is</Button>
        {children}
      </div>
    </header>
  );
}

function changeColumns({ changes }: WorkbookProposal): GridColumn[] {
  const column = (id: string, title: string, widthPx: number, text: (row: number) => string): GridColumn => ({
    id,
    title,
    widthPx,
    cell: text,
    text,
  });
  return [
    {
      ...column('what', 'What', 260, (row) => changes[row]!.what),
      isGrowing: true,
      isStrong: true,
    },
    column('where', 'Where', 140, (row) => `${changes[row]!.sheet}, ${changes[row]!.cell}`),
    column('before', 'In the plan', 170, (row) => changes[row]!.before),
    column('after', 'In the workbook', 170, (row) => changes[row]!.after),
  ];
}
