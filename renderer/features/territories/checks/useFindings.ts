import { useEffect } from 'react';
import { registerCommands, type AppCommand } from '../../../state/commandStore';
import type { TerritoriesData } from '../useTerritoriesData';
import { findAll } from './checkLand';
import { setFindings, stepFinding } from './checksStore';

/** Edits come in runs: the plan is checked when they rest. */
const REST_MS = 300;

const COMMANDS: readonly AppCommand[] = [
  {
    id: 'checks.next',
    title: 'Next finding of the checks',
    group: 'Territories',
    keys: ['F8'],
    words: 'gap overlap problem fix',
    run: () => stepFinding(1),
  },
  {
    id: 'checks.previous',
    title: 'Finding before',
    group: 'Territories',
    keys: ['shift+F8'],
    words: 'gap overlap problem previous',
    run: () => stepFinding(-1),
  },
];

/** Keeps the findings in step with the plan, a moment after each edit. */
export function useFindings(data: TerritoriesData): void {
  const { plan, scenario, evaluation, basemap, owners, unitOfRow } = data;
  useEffect(() => registerCommands(COMMANDS), []);
  useEffect(() => () => setFindings(null), [plan.id, scenario.id]);
  useEffect(() => {
    const timer = setTimeout(
      () => setFindings(findAll({ plan, scenario, evaluation, basemap, owners, unitOfRow })),
      REST_MS,
    );
    return () => clearTimeout(timer);
  }, [plan, scenario, evaluation, basemap, owners, unitOfRow]);
}
