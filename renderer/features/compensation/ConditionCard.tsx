import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck, IconCursorText, IconDots, IconPlus, IconTrash } from '@tabler/icons-react';
import { conditionSentence } from '../../../shared/comp/describe';
import type { CompCondition, CompPlan } from '../../../shared/model/compPlan';
import { openDialog } from '../../state/dialogStore';
import { notify } from '../../state/noticeStore';
import { saveCompPlan } from './compViewStore';
import classes from './ComponentList.module.css';
import { editCondition } from './editPlan';
import { Sentence } from './Sentence';

interface ConditionCardProps {
  readonly plan: CompPlan;
  readonly condition: CompCondition;
}

/** A gate, linked accelerator or multiplier as a sentence. */
export function ConditionCard({ plan, condition }: ConditionCardProps) {
  return (
    <article className={classes.card} aria-label={condition.name}>
      <header className={classes.cardHeader}>
        <span className={classes.name}>{condition.name}</span>
        <span className={classes.kind} />
        <ConditionMenu plan={plan} condition={condition} />
      </header>
      <Sentence
        context={condition.name}
        parts={conditionSentence(condition, plan)}
        measureNames={[]}
        onSet={(path, value) => {
          const edited = editCondition(plan, condition.id, path, value);
          return edited.ok
            ? saveCompPlan(edited.plan, `change ${condition.name} in ${plan.name}`)
            : edited.message;
        }}
      />
    </article>
  );
}

function ConditionMenu({ plan, condition }: ConditionCardProps) {
  const put = (next: CompCondition | null, label: string) => {
    const conditions = plan.conditions.flatMap((each) =>
      each.id !== condition.id ? [each] : next ? [next] : [],
    );
    const refusal = saveCompPlan({ ...plan, conditions }, label);
    if (refusal !== null) notify('error', refusal);
  };
  const all = plan.components.map((each) => each.id);
  const acts = condition.appliesTo ?? all;
  const toggle = (id: string) => {
    const next = acts.includes(id)
      ? acts.filter((each) => each !== id)
      : all.filter((each) => acts.includes(each) || each === id);
    if (next.length === 0) return;
    put(
      { ...condition, appliesTo: next.length === all.length ? null : next },
      `change what ${condition.name} acts on`,
    );
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={22} aria-label={`More for ${condition.name}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Acts on</Menu.Label>
        {plan.components.map((each) => (
          <Menu.Item
            key={each.id}
            closeMenuOnClick={false}
            role="menuitemcheckbox"
            aria-checked={acts.includes(each.id)}
            leftSection={
              <IconCheck size={16} stroke={1.6} visibility={acts.includes(each.id) ? 'visible' : 'hidden'} />
            }
            onClick={() => toggle(each.id)}
          >
            {each.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {condition.kind === 'multiplier' && (
          <Menu.Item
            leftSection={<IconPlus size={16} stroke={1.6} />}
            onClick={() => {
              const last = condition.bands.at(-1)!;
              const edge = Number(((last.to ?? last.from ?? 0) + 0.2).toFixed(4));
              const bands = [
                ...condition.bands.slice(0, -1),
                { ...last, to: edge },
                { ...last, from: edge, to: null },
              ];
              put({ ...condition, bands }, `add a band to ${condition.name}`);
            }}
          >
            Add a band
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCursorText size={16} stroke={1.6} />}
          onClick={() =>
            openDialog({
              kind: 'name',
              title: 'Rename condition',
              label: 'Name',
              initial: condition.name,
              action: 'Rename',
              onAccept: (name) => put({ ...condition, name }, `rename ${condition.name} to ${name}`),
            })
          }
        >
          Rename
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => put(null, `remove ${condition.name}`)}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
