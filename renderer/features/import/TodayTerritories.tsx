import { Checkbox, Select } from '@mantine/core';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { BuildSummary } from '../../workers/importContract';
import { importStore, useImport } from './importStore';
import classes from './ReviewStep.module.css';

/** Last year's alignment as a baseline: from the owner's column, or any other that names territories. */
export function TodayTerritories({ build }: { readonly build: BuildSummary }) {
  const makesTerritories = useImport((state) => state.makesTerritories);
  const territoriesFrom = useImport((state) => state.territoriesFrom);
  const format = usePlanFormat();
  const columns = build.alignmentColumns;
  const column = columns.find(({ id }) => id === territoriesFrom) ?? columns[0];
  const groups = column?.groups ?? [];
  const covered = groups.reduce((sum, { count }) => sum + count, 0);
  const from = !column || column.id === 'owner' ? 'owners' : column.name;
  return (
    <section className={classes.card}>
      <h2 className={classes.title}>Today’s territories</h2>
      <Checkbox
        mt={8}
        size="xs"
        label={`Make territories from ${from}`}
        description={
          column
            ? `A baseline scenario “Today” with ${groups.length === 1 ? '1 territory' : `${format.number(groups.length)} territories`}, which later scenarios are compared with.`
            : 'No column is matched to Owner. Match one on the Columns step to bring in last year’s alignment.'
        }
        disabled={!column}
        checked={makesTerritories && column !== undefined}
        onChange={(event) => importStore.setState({ makesTerritories: event.currentTarget.checked })}
      />
      {column && columns.length > 1 && (
        <Select
          mt={8}
          label="Column that names them"
          data={columns.map(({ id, name }) => ({ value: id, label: id === 'owner' ? 'Owner' : name }))}
          value={column.id}
          onChange={(id) => importStore.setState({ territoriesFrom: id })}
        />
      )}
      {groups.length > 0 && (
        <p className={classes.text}>
          {groups
            .slice(0, 4)
            .map(({ name, count }) => `${name} ${format.number(count)}`)
            .join(' · ')}
          {groups.length > 4 && ' · …'}
          {covered < build.imported &&
            ` · ${format.number(build.imported - covered)} without one stay unassigned`}
        </p>
      )}
    </section>
  );
}
