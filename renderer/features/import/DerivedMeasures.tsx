import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState, type FormEvent } from 'react';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { FormulaPreview } from '../../workers/importContract';
import { changeDerived, importClient } from './importActions';
import { useImport } from './importStore';
import classes from './ReadingPanel.module.css';

/** Measures computed from others by a formula, with what it gives on the first accounts as it is typed. */
export function DerivedMeasures() {
  const derived = useImport((state) => state.derived);
  const build = useImport((state) => state.build);
  const [isOpen, setIsOpen] = useState(false);
  if (!build || (build.measures.length === 0 && derived.length === 0)) return null;
  return (
    <>
      {derived.length > 0 && (
        <ul className={classes.list} aria-label="Derived measures">
          {derived.map(({ name, formula }) => {
            const failed = build.derivedErrors.find((error) => error.name === name);
            return (
              <li key={name} className={classes.item}>
                <span className={classes.grow}>
                  <b>{name}</b> = {formula}
                  {failed && <span className={classes.error}> {failed.message}</span>}
                </span>
                <ActionIcon
                  size="xs"
                  variant="subtle"
                  aria-label={`Remove ${name}`}
                  onClick={() => void changeDerived(derived.filter((other) => other.name !== name))}
                >
                  <IconX size={12} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      {derived.length > 0 && (
        <p className={classes.note}>
          Computed as the list is imported. A cell edited later does not change them; import the list again.
        </p>
      )}
      {isOpen ? (
        <FormulaForm />
      ) : (
        <Button size="xs" onClick={() => setIsOpen(true)}>
          Compute a measure from others
        </Button>
      )}
    </>
  );
}

function FormulaForm() {
  const derived = useImport((state) => state.derived);
  const measures = useImport((state) => state.build?.measures) ?? [];
  const [name, setName] = useState('');
  const [formula, setFormula] = useState('');
  const preview = usePreview(formula);
  const taken = measures.some((measure) => measure.name.toLowerCase() === name.trim().toLowerCase());
  const isReady = name.trim() !== '' && !taken && preview !== null && preview.error === null;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    void changeDerived([...derived, { name: name.trim(), formula: formula.trim() }]);
    setName('');
    setFormula('');
  };
  return (
    <form className={classes.form} onSubmit={add} aria-label="Derived measure">
      <TextInput
        size="xs"
        label="Derived measure"
        placeholder="Workload"
        value={name}
        error={taken ? 'There is a measure of that name. Choose another.' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Formula"
        description={`Of ${measures.map((measure) => `[${measure.name}]`).join(', ')}; with + − * / ^ ( ), min, max, round.`}
        placeholder="[Visits] * [Hours]"
        value={formula}
        error={preview?.error ?? undefined}
        onChange={(event) => setFormula(event.currentTarget.value)}
      />
      {preview && preview.error === null && <PreviewRows preview={preview} />}
      <Button size="xs" type="submit" disabled={!isReady}>
        Add measure
      </Button>
    </form>
  );
}

function PreviewRows({ preview }: { readonly preview: FormulaPreview }) {
  const format = usePlanFormat();
  return (
    <ul className={classes.list} aria-label="What the formula gives">
      {preview.rows.map(({ account, value }, row) => (
        <li key={row} className={classes.item}>
          <span className={classes.grow}>{account}</span>
          <span className={classes.number}>{Number.isNaN(value) ? 'none' : format.number(value)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the worker makes of a formula; null while there is none. */
function usePreview(formula: string): FormulaPreview | null {
  const build = useImport((state) => state.build?.build);
  const [preview, setPreview] = useState<{ readonly of: string; readonly result: FormulaPreview } | null>(
    null,
  );
  const wanted = formula.trim();
  useEffect(() => {
    if (wanted === '') return undefined;
    let isCurrent = true;
    void importClient()
      .tryFormula(wanted)
      .then((result) => isCurrent && setPreview({ of: wanted, result }));
    return () => {
      isCurrent = false;
    };
  }, [wanted, build]);
  return preview && preview.of === wanted ? preview.result : null;
}
