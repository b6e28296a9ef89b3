import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCursorText, IconDots, IconTrash } from '@tabler/icons-react';
import { conditionSentence } from '../../../shared/comp/describe';
import type { CompCondition, CompPlan } from '../../../shared/model/compPlan';
import { openDialog } from '../../state/dialogStore';
import { notify } from '../../state/noticeStore';
import { saveCompPlan, showSettings } from './compViewStore';
import classes from './ComponentList.module.css';
import { editCondition } from './editPlan';
import { Sentence } from './Sentence';

interface ConditionCardProps {
  readonly plan: CompPlan;
  readonly condition: CompCondition;
  /** What may be picked where the sentence names a measure. */
  readonly measureNames: readonly string[];
}

/** A gate, linked accelerator or multiplier as a sentence. */
export function ConditionCard({ plan, condition, measureNames }: ConditionCardProps) {
  return (
    <article className={classes.card} aria-label={condition.name}>
      <header className={classes.cardHeader}>
        <span className={classes.name}>{condition.name}</span>
        <span className={classes.kind} />
        <Tooltip label="All settings">
          <ActionIcon
            size={22}
            aria-label={`Settings of ${condition.name}`}
            onClick={() => showSettings(condition.id)}
          >
            <IconAdjustmentsHorizontal size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <ConditionMenu plan={plan} condition={condition} />
      </header>
      <Sentence
        context={condition.name}
        parts={conditionSentence(condition, plan)}
        measureNames={measureNames}
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

function ConditionMenu({ plan, condition }: Omit<ConditionCardProps, 'measureNames'>) {
  const put = (next: CompCondition | null, label: string) => {
    const conditions = plan.conditions.flatMap((each) =>
      each.id !== condition.id ? [each] : next ? [next] : [],
    );
    const refusal = saveCompPlan({ ...plan, conditions }, label);
    if (refusal !== null) notify('error', refusal);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={22} aria-label={`More for ${condition.name}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
          onClick={() => showSettings(condition.id)}
        >
          All settings
        </Menu.Item>
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
