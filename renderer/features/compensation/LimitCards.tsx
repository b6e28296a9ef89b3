import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { CompPlan } from '../../../shared/model/compPlan';
import { notify } from '../../state/noticeStore';
import { saveCompPlan } from './compViewStore';
import classes from './ComponentList.module.css';
import { ConditionCard } from './ConditionCard';
import { editPlan, newCondition, type ConditionKind } from './editPlan';
import { addableLimits, planLimits } from './planLimits';
import { Sentence } from './Sentence';

const CONDITIONS: readonly { readonly kind: ConditionKind; readonly name: string }[] = [
  { kind: 'gate', name: 'Gate' },
  { kind: 'linkedAccelerator', name: 'Linked accelerator' },
  { kind: 'multiplier', name: 'Multiplier' },
];

function save(plan: CompPlan, label: string): void {
  const refusal = saveCompPlan(plan, label);
  if (refusal !== null) notify('error', refusal);
}

/** Conditions on the components, in sentences. */
export function ConditionCards({
  plan,
  measureNames,
}: {
  readonly plan: CompPlan;
  readonly measureNames: readonly string[];
}) {
  return (
    <section aria-label="Conditions">
      <GroupHead
        title="Conditions"
        addLabel="Add condition"
        items={CONDITIONS.map(({ kind, name }) => ({
          name,
          add: () => {
            const condition = newCondition(plan, kind, crypto.randomUUID());
            if (condition)
              save({ ...plan, conditions: [...plan.conditions, condition] }, `add ${name} to ${plan.name}`);
          },
        }))}
      />
      {plan.conditions.length === 0 && <p className={classes.empty}>Nothing has to be reached first.</p>}
      {plan.conditions.map((condition) => (
        <ConditionCard key={condition.id} plan={plan} condition={condition} measureNames={measureNames} />
      ))}
    </section>
  );
}

/** Caps, draw, guarantee and clawback, in sentences. */
export function LimitCards({ plan }: { readonly plan: CompPlan }) {
  const limits = planLimits(plan);
  return (
    <section aria-label="Limits and draw">
      <GroupHead
        title="Limits and draw"
        addLabel="Add limit or draw"
        items={addableLimits(plan).map((limit) => ({
          name: limit.name,
          add: () => save(limit.plan, `add ${limit.name.toLowerCase()} to ${plan.name}`),
        }))}
      />
      {limits.length === 0 && <p className={classes.empty}>No cap, no draw, nothing is clawed back.</p>}
      {limits.map((limit) => (
        <article key={limit.id} className={classes.card} aria-label={limit.name}>
          <header className={classes.cardHeader}>
            <span className={classes.name}>{limit.name}</span>
            <span className={classes.kind} />
            <Tooltip label={`Remove ${limit.name.toLowerCase()}`}>
              <ActionIcon
                size={22}
                aria-label={`Remove ${limit.name}`}
                onClick={() => save(limit.without, `remove ${limit.name.toLowerCase()} from ${plan.name}`)}
              >
                <IconTrash size={14} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </header>
          <Sentence
            context={limit.name}
            parts={limit.parts}
            measureNames={[]}
            onSet={(path, value) => {
              const edited = editPlan(plan, path, value);
              return edited.ok
                ? saveCompPlan(edited.plan, `change ${limit.name.toLowerCase()} of ${plan.name}`)
                : edited.message;
            }}
          />
        </article>
      ))}
    </section>
  );
}

interface GroupHeadProps {
  readonly title: string;
  readonly addLabel: string;
  readonly items: readonly { readonly name: string; readonly add: () => void }[];
}

function GroupHead({ title, addLabel, items }: GroupHeadProps) {
  return (
    <header className={classes.group}>
      <h3>{title}</h3>
      {items.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size={22} aria-label={addLabel}>
              <IconPlus size={14} stroke={1.8} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {items.map((item) => (
              <Menu.Item key={item.name} onClick={item.add}>
                {item.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </header>
  );
}
