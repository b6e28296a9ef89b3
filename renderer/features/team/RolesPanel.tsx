import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Rep } from '../../../shared/model/rep';
import type { Role } from '../../../shared/model/role';
import { planStore } from '../../state/planStore';
import { CommitNumberInput } from '../../ui/CommitNumberInput';
import { CommitTextInput } from '../../ui/CommitTextInput';
import { PanelBody, PanelSection } from '../../ui/Panel';
import { percentOf, ratioOf } from './percent';
import classes from './RolesPanel.module.css';

/** The roles of the team, each with the pay mix that its reps usually have. */
export function RolesPanel({
  roles,
  reps,
}: {
  readonly roles: readonly Role[];
  readonly reps: readonly Rep[];
}) {
  const set = (next: readonly Role[] | null) => planStore.dispatch({ kind: 'setRoles', roles: next });
  const countOf = (role: Role) => reps.filter((rep) => rep.role === role.name).length;
  const isTaken = (name: string) => roles.some((role) => role.name === name);
  let fresh = 'New role';
  for (let number = 2; isTaken(fresh); number++) fresh = `New role ${number}`;
  return (
    <PanelBody>
      <PanelSection title="Roles and their pay mix">
        <div className={classes.grid}>
          <span>Role</span>
          <span>Base, of OTE</span>
          <span>Reps</span>
          <span />
          {roles.map((role, at) => (
            <RoleFields
              key={role.name}
              role={role}
              count={countOf(role)}
              onChange={(next) => {
                if (next.name === role.name || !isTaken(next.name)) set(roles.with(at, next));
              }}
              onRemove={() => set(roles.toSpliced(at, 1))}
            />
          ))}
        </div>
        <div className={classes.buttons}>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={14} stroke={1.8} />}
            onClick={() => set([...roles, { name: fresh, baseShareRatio: 0.5 }])}
          >
            Add role
          </Button>
          <Button variant="subtle" onClick={() => set(null)}>
            Back to the usual
          </Button>
        </div>
      </PanelSection>
    </PanelBody>
  );
}

interface RoleFieldsProps {
  readonly role: Role;
  readonly count: number;
  readonly onChange: (role: Role) => void;
  readonly onRemove: () => void;
}

function RoleFields({ role, count, onChange, onRemove }: RoleFieldsProps) {
  return (
    <>
      <CommitTextInput
        aria-label={`Name of role ${role.name}`}
        value={role.name}
        onCommit={(name) => name !== '' && onChange({ ...role, name })}
      />
      <CommitNumberInput
        aria-label={`Base of ${role.name}, of OTE`}
        suffix="%"
        min={0}
        max={100}
        value={percentOf(role.baseShareRatio)}
        onCommit={(percent) =>
          percent !== null && onChange({ ...role, baseShareRatio: ratioOf(Math.min(100, percent)) })
        }
      />
      <span className={classes.count}>{count}</span>
      <ActionIcon aria-label={`Remove role ${role.name}`} disabled={count > 0} onClick={onRemove}>
        <IconX size={14} stroke={1.8} />
      </ActionIcon>
    </>
  );
}
