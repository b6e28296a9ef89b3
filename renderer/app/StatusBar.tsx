import { Progress, UnstyledButton } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { countedValue, liveRowCount } from '../../shared/model/accountTable';
import type { PlanDocument } from '../../shared/model/planDocument';
import { isAssignableInRole } from '../../shared/plan/lookup';
import { useActiveRole } from '../state/activeRole';
import { useActiveScenario } from '../state/activeScenario';
import { secondsLeft, useJobStore, type Job } from '../state/jobStore';
import { usePlanStore } from '../state/planStore';
import { useRoute } from '../state/routeStore';
import { useStatusStore, type StatusPart } from '../state/statusStore';
import { useViewStore } from '../state/viewStore';
import { usePlanFormat } from '../ui/PlanFormatContext';
import type { PlanFormat } from '../ui/planFormat';
import classes from './StatusBar.module.css';

/** Totals of the selection on the left, running jobs and notes on the right. */
export function StatusBar() {
  const own = useOwnParts();
  const said = useStatusStore((state) => state.parts);
  const note = useStatusStore((state) => state.note);
  const jobs = useJobStore((state) => state.jobs);
  const readOnlyReason = usePlanStore((state) => state.readOnlyReason);
  const parts = said ?? own;
  return (
    <footer className={classes.bar}>
      {parts.map((part) => (
        <span key={part.text + part.value} className={classes.part}>
          {part.value && <b>{part.value}</b>} {part.text}
        </span>
      ))}
      <span className={classes.space} />
      {jobs.map((job) => (
        <RunningJob key={job.id} job={job} />
      ))}
      {readOnlyReason && <span className={classes.readOnly}>{readOnlyReason}</span>}
      {note && <span className={classes.note}>{note}</span>}
      <span className={classes.note}>Offline map</span>
    </footer>
  );
}

function useOwnParts(): readonly StatusPart[] {
  const plan = usePlanStore((state) => state.plan);
  const scenario = useActiveScenario();
  const rows = useViewStore((view) => view.selectedRows);
  const format = usePlanFormat();
  // Screens but these two are about the primary alignment, whichever is in work.
  const isByRole = useRoute(({ screen }) => screen === 'territories' || screen === 'balance');
  const roleInWork = useActiveRole();
  const role = isByRole ? roleInWork : undefined;
  return useMemo(() => {
    if (!plan) return [{ value: '', text: 'No plan open' }];
    if (rows.length > 0) return selectionParts(plan, rows, format);
    const territories =
      scenario?.territories.filter((each) => isAssignableInRole(scenario, each, role)) ?? [];
    const noun = territories.length === 1 ? 'territory' : 'territories';
    return [
      { value: format.number(liveRowCount(plan.accounts)), text: 'accounts' },
      { value: format.number(territories.length), text: role ? `${noun} of ${role}` : noun },
    ];
  }, [plan, scenario, role, rows, format]);
}

function selectionParts(plan: PlanDocument, rows: Int32Array, format: PlanFormat): StatusPart[] {
  const parts = [
    { value: format.number(rows.length), text: rows.length === 1 ? 'account selected' : 'accounts selected' },
  ];
  for (const measure of plan.accounts.measures.slice(0, 3)) {
    const total = rows.reduce((sum, row) => sum + countedValue(measure, row), 0);
    parts.push({ value: format.measure(measure.kind, total).text, text: measure.name });
  }
  return parts;
}

function RunningJob({ job }: { readonly job: Job }) {
  const now = useNow(1000);
  const left = secondsLeft(job, now);
  return (
    <span className={classes.job}>
      <span role="status">
        {job.title}
        {job.step && `, ${job.step}`}
      </span>
      <Progress
        className={classes.progress}
        size={4}
        radius={2}
        value={(job.doneShare ?? 1) * 100}
        animated={job.doneShare === null}
        aria-label={job.title}
        transitionDuration={0}
      />
      {left !== null && <span className={classes.note}>{left} s left</span>}
      {job.cancel && (
        <UnstyledButton className={classes.cancel} onClick={job.cancel}>
          Cancel
        </UnstyledButton>
      )}
    </span>
  );
}

/** The time, looked at again every so often, for estimates that count down. */
function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
