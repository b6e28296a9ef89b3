import { Button, Modal, Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReadUnitMeasure } from '../../../shared/io/import/unitMeasures';
import type { MeasureColumn } from '../../../shared/model/accountTable';
import type { UnitMeasure } from '../../../shared/model/unitMeasure';
import { countOfUnits } from '../../../shared/plan/commands/unitCommands';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import classes from './UnitMeasureDialog.module.css';

interface UnitMeasureDialogProps {
  readonly read: ReadUnitMeasure;
  readonly fileName: string;
  readonly measures: readonly MeasureColumn[];
  readonly onClose: () => void;
  readonly onAccept: (measure: Omit<UnitMeasure, 'id'>) => void;
}

const OWN = 'own';
const KINDS = [
  { value: 'money', label: 'Money' },
  { value: 'number', label: 'Number' },
  { value: 'count', label: 'Count' },
  { value: 'hours', label: 'Hours' },
] as const;
type Kind = (typeof KINDS)[number]['value'];
const MOST_PROBLEMS = 5;

/** What a file of figures by unit is to count for. Nothing is in the plan before it is accepted. */
export function UnitMeasureDialog({ read, fileName, measures, onClose, onAccept }: UnitMeasureDialogProps) {
  const format = usePlanFormat();
  const [name, setName] = useState(read.name);
  const [kind, setKind] = useState<Kind>(read.kind);
  const [into, setInto] = useState(OWN);
  const [counts, setCounts] = useState<UnitMeasure['counts']>('emptyUnits');
  const figures = Object.values(read.values);
  const sum = figures.reduce((total, value) => total + value, 0);
  const base = measures.find(({ id }) => id === into);
  const shownKind = base?.kind ?? kind;
  const left = read.problems.length - MOST_PROBLEMS;
  return (
    <Modal opened onClose={onClose} title="Measure by unit" size="md">
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const fields = { name: name.trim(), kind: shownKind, level: read.level, values: read.values };
          onAccept({ ...fields, measureId: into, counts });
        }}
      >
        <p>
          {fileName}: {countOfUnits(read.level, figures.length)}, {format.measure(shownKind, sum).text}{' '}
          together.
        </p>
        {read.problems.length > 0 && (
          <ul className={classes.problems} aria-label="Rows left out">
            {read.problems.slice(0, MOST_PROBLEMS).map(({ row, text }) => (
              <li key={row}>
                Row {row}: {text}
              </li>
            ))}
            {left > 0 && <li>{format.number(left)} more rows left out</li>}
          </ul>
        )}
        <TextInput
          size="xs"
          label="Name"
          data-autofocus
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          size="xs"
          label="Counts as"
          allowDeselect={false}
          data={[
            { value: OWN, label: 'A measure of its own' },
            ...measures.map((measure) => ({ value: measure.id, label: `More ${measure.name}` })),
          ]}
          value={into}
          onChange={(value) => setInto(value ?? OWN)}
        />
        {!base && (
          <Select
            size="xs"
            label="Unit of the figures"
            allowDeselect={false}
            data={[...KINDS]}
            value={kind}
            onChange={(value) => setKind(value ?? 'number')}
          />
        )}
        <Radio.Group label="Where it counts" size="xs" value={counts} onChange={(value) => setCounts(value)}>
          <div className={classes.choices}>
            <Radio
              size="xs"
              value="emptyUnits"
              label={
                base
                  ? `Where no account has ${base.name}: nothing counts twice`
                  : 'In every unit of a territory'
              }
            />
            {base && <Radio size="xs" value="allUnits" label="In every unit, on top of the accounts" />}
            <Radio size="xs" value="never" label="On the map only" />
          </div>
        </Radio.Group>
        <div className={classes.buttons}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={name.trim() === '' || figures.length === 0}>
            Add
          </Button>
        </div>
      </form>
    </Modal>
  );
}
