import { Button, Modal, Select } from '@mantine/core';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { EXCEPTION_KINDS, type ExceptionKind, type PlanException } from '../../../../shared/model/exception';
import type { PlanCommand } from '../../../../shared/plan/command';
import { assignableTerritories } from '../../../../shared/plan/lookup';
import { countOfAccounts } from '../../../../shared/plan/claimChange';
import { commandInRole, useRoleEvaluation, useRolePreview, useRoleScenario } from '../../../state/activeRole';
import type { ExceptionTarget } from '../../../state/dialogStore';
import { planStore, usePlanStore } from '../../../state/planStore';
import { clearPreview, previewCommand } from '../../../state/resultStore';
import { viewStore } from '../../../state/viewStore';
import { useBasemap } from '../../../map/useBasemap';
import { Effect } from '../hierarchy/EditCard';
import { editEffect } from '../hierarchy/editEffect';
import { ExceptionFieldInputs } from './ExceptionFieldInputs';
import classes from './ExceptionDialog.module.css';
import { unitName } from '../unitNames';
import { KIND_WORDS, type ExceptionFields } from './exceptionEdits';

interface ExceptionDialogProps {
  readonly target: ExceptionTarget;
  readonly onClose: () => void;
}

/** Stands for "where they are" in the choice of a territory. */
const STAY = 'stay';

const EXPLAINED: Readonly<Record<ExceptionKind, string>> = {
  lock: 'Stays where it is: no edit, rule or solver moves it.',
  named: 'Assigned by name, whatever its geography or the rules say.',
  house: 'Deliberately nobody’s: no rep, no quota.',
  doNotCover: 'Not to be covered by anybody.',
  holdout: 'Kept out of the plan to compare with.',
  family: 'These accounts move together, or not at all.',
};

/** Sets an exception on accounts or on a territory: what, who answers for it, why, until when, and its effect. */
export function ExceptionDialog({ target, onClose }: ExceptionDialogProps) {
  const scenario = useRoleScenario();
  const plan = usePlanStore((state) => state.plan);
  const evaluation = useRoleEvaluation();
  const preview = useRolePreview();
  const { basemap } = useBasemap();
  const count = 'rows' in target ? target.rows.length : 0;
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<ExceptionKind>('lock');
  const [territoryId, setTerritoryId] = useState(STAY);
  const [fields, setFields] = useState<ExceptionFields>({ owner: '', reason: '', expiresOn: null });
  const goesSomewhere = kind === 'named' || kind === 'family';
  const command = useMemo((): PlanCommand | null => {
    if (!scenario) return null;
    const exception: PlanException = {
      id,
      kind,
      target: 'rows' in target ? { rows: Array.from(target.rows) } : target,
      ...fields,
    };
    const to = goesSomewhere && territoryId !== STAY ? territoryId : null;
    return commandInRole({ kind: 'putException', scenarioId: scenario.id, exception, territoryId: to });
  }, [scenario, id, kind, target, fields, goesSomewhere, territoryId]);
  useEffect(() => {
    viewStore.setState({ mapPreview: null });
    if (command) previewCommand(command);
  }, [command]);
  useEffect(() => clearPreview, []);
  const effect = useMemo(
    () => (plan && evaluation && preview?.command === command ? editEffect(plan, evaluation, preview) : null),
    [plan, evaluation, preview, command],
  );
  if (!scenario || !plan) return null;
  const name =
    'territoryId' in target
      ? (scenario.territories.find((each) => each.id === target.territoryId)?.name ?? 'territory')
      : 'level' in target
        ? unitName(basemap, target.level, target.unitId)
        : count === 1
          ? plan.accounts.names[target.rows[0]!]!
          : countOfAccounts(count);

  function accept(event: FormEvent): void {
    event.preventDefault();
    if (!command) return;
    clearPreview();
    // A refusal is said by the notice of the plan's store; the dialog stays, for another choice.
    if (planStore.dispatch(command).ok) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={`Exception for ${name}`} size={420}>
      <form className={classes.form} onSubmit={accept}>
        <Select
          data-autofocus
          label="What"
          value={kind}
          data={kindsFor(target).map((each) => ({ value: each, label: KIND_WORDS[each].one }))}
          description={EXPLAINED[kind]}
          onChange={(value) => setKind(value as ExceptionKind)}
        />
        {goesSomewhere && (
          <Select
            label="Territory"
            searchable
            value={territoryId}
            data={[
              { value: STAY, label: count === 1 ? 'Where it is' : 'Where they are' },
              ...assignableTerritories(scenario).map((index) => ({
                value: scenario.territories[index]!.id,
                label: scenario.territories[index]!.name,
              })),
            ]}
            onChange={(value) => setTerritoryId(value ?? STAY)}
          />
        )}
        <ExceptionFieldInputs fields={fields} onFields={(changed) => setFields({ ...fields, ...changed })} />
        {effect && effect.movedCount > 0 && (
          <div className={classes.effect}>
            <Effect effect={effect} />
          </div>
        )}
        <div className={classes.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Set
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** A territory can only be locked; names and families are of accounts. */
function kindsFor(target: ExceptionTarget): readonly ExceptionKind[] {
  if ('territoryId' in target) return ['lock'];
  if ('level' in target) return EXCEPTION_KINDS.filter((kind) => kind !== 'named' && kind !== 'family');
  return EXCEPTION_KINDS.filter((kind) => kind !== 'family' || target.rows.length > 1);
}
