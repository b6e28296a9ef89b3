import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconCursorText,
  IconDots,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { componentKinds, componentSentence } from '../../../shared/comp/components/registry';
import type { PayBasis } from '../../../shared/comp/inputsAtAttainment';
import type { CompComponent } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import { openDialog } from '../../state/dialogStore';
import { notify } from '../../state/noticeStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import { compViewStore, saveCompPlan, showSettings } from './compViewStore';
import { componentRows } from './componentRows';
import classes from './ComponentList.module.css';
import { ComponentTerms } from './ComponentTerms';
import { editComponent, type EditResult } from './editComponent';
import { moveComponent, withComponent, withOneMore, withoutComponent } from './listEdits';
import { Sentence } from './Sentence';

interface ComponentCardProps {
  readonly plan: CompPlan;
  /** The average rep, for figures that are carried over when they are counted another way. */
  readonly basis: PayBasis;
  readonly component: CompComponent;
  readonly isSelected: boolean;
  readonly measureNames: readonly string[];
}

/** A component of the plan as a sentence. */
export function ComponentCard({ plan, basis, component, isSelected, measureNames }: ComponentCardProps) {
  const format = usePlanFormat();
  const share = component.targetShareRatio;
  const select = () => {
    if (isSelected) return;
    // Open settings go along with the component that is chosen.
    const { settingsOf } = compViewStore.getState();
    const follows = plan.components.some((each) => each.id === settingsOf);
    compViewStore.setState({
      componentId: component.id,
      markedRatio: null,
      settingsOf: follows ? component.id : settingsOf,
    });
  };

  function save(edited: EditResult): string | null {
    if (!edited.ok) return edited.message;
    return saveCompPlan(withComponent(plan, edited.component), `change ${component.name} in ${plan.name}`);
  }

  return (
    <article
      className={classes.card}
      data-selected={isSelected || undefined}
      aria-label={component.name}
      onFocus={select}
      onClick={select}
    >
      <header className={classes.cardHeader}>
        <button
          type="button"
          className={classes.name}
          aria-pressed={isSelected}
          aria-label={`${component.name}: show its curve`}
        >
          {component.name}
        </button>
        <span className={classes.chip} data-accent={isSelected || undefined}>
          {share > 0 ? `${format.percent(share, 1)} of TI` : 'on top of TI'}
        </span>
        <span className={classes.kind}>{componentKinds[component.kind].label}</span>
        <Tooltip label="All settings">
          <ActionIcon
            size={22}
            aria-label={`Settings of ${component.name}`}
            onClick={() => showSettings(component.id)}
          >
            <IconAdjustmentsHorizontal size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <ComponentMenu plan={plan} component={component} />
      </header>
      <Sentence
        context={component.name}
        parts={componentSentence(component)}
        measureNames={measureNames}
        onSet={(path, value) => save(editComponent(component, path, value, basis))}
      />
      <ComponentTerms component={component} onSave={save} />
    </article>
  );
}

function ComponentMenu({ plan, component }: { readonly plan: CompPlan; readonly component: CompComponent }) {
  const at = plan.components.indexOf(component);
  const more = withOneMore(component);
  const part = componentRows(component)?.part ?? '';
  const say = (refusal: string | null) => refusal !== null && notify('error', refusal);
  const save = (next: CompPlan, label: string) => say(saveCompPlan(next, label));
  const put = (next: CompComponent, label: string) => save(withComponent(plan, next), label);

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={22} aria-label={`More for ${component.name}`}>
          <IconDots size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
          onClick={() => showSettings(component.id)}
        >
          All settings
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCursorText size={16} stroke={1.6} />}
          onClick={() =>
            openDialog({
              kind: 'name',
              title: 'Rename component',
              label: 'Name',
              initial: component.name,
              action: 'Rename',
              onAccept: (name) => put({ ...component, name }, `rename ${component.name} to ${name}`),
            })
          }
        >
          Rename
        </Menu.Item>
        {more && (
          <Menu.Item
            leftSection={<IconPlus size={16} stroke={1.6} />}
            onClick={() => put(more, `add a ${part} to ${component.name}`)}
          >
            Add a {part}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowUp size={16} stroke={1.6} />}
          disabled={at === 0}
          onClick={() => save(moveComponent(plan, component.id, -1), `pay ${component.name} earlier`)}
        >
          Pay earlier
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} stroke={1.6} />}
          disabled={at === plan.components.length - 1}
          onClick={() => save(moveComponent(plan, component.id, 1), `pay ${component.name} later`)}
        >
          Pay later
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} stroke={1.6} />}
          onClick={() => {
            const copy = { ...component, id: crypto.randomUUID(), name: `${component.name} copy` };
            save(
              { ...plan, components: plan.components.toSpliced(at + 1, 0, copy) },
              `copy ${component.name}`,
            );
          }}
        >
          Copy
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => save(withoutComponent(plan, component.id), `remove ${component.name}`)}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
