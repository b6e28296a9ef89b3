import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconCursorText,
  IconFilePlus,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { compPlanSchema, type CompPlan } from '../../../shared/model/compPlan';
import { openDialog } from '../../state/dialogStore';
import { notify } from '../../state/noticeStore';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import classes from './CompHeader.module.css';
import { planTemplates, type PlanTemplate } from '../../../shared/comp/planTemplates';
import { saveCompPlan, showCompPlan } from './compViewStore';
import type { ShownCompPlan } from './useCompPlan';

/** Adds a plan from a template and shows it. */
export function addFromTemplate(template: PlanTemplate): void {
  const plan = template.make(crypto.randomUUID());
  if (saveCompPlan(plan, `add comp plan ${plan.name}`) === null) showCompPlan(plan.id);
}

/** Adds a plan without a component, to be built by hand, and shows it. */
export function addBlankPlan(): void {
  const plan = compPlanSchema.parse({ id: crypto.randomUUID(), name: 'New comp plan', components: [] });
  if (saveCompPlan(plan, 'add an empty comp plan') === null) showCompPlan(plan.id);
}

/** The plan's name, and beneath it all that is done with whole plans. */
export function CompPlanMenu({ shown }: { readonly shown: ShownCompPlan }) {
  const { plan, plans } = shown;
  const say = (refusal: string | null) => refusal !== null && notify('error', refusal);

  function copy(isVersion: boolean): void {
    const made: CompPlan = {
      ...plan,
      id: crypto.randomUUID(),
      name: isVersion ? plan.name : `${plan.name} copy`,
      version: isVersion
        ? Math.max(...plans.filter((each) => each.name === plan.name).map((each) => each.version)) + 1
        : 1,
    };
    const refusal = saveCompPlan(
      made,
      isVersion ? `add version ${made.version} of ${plan.name}` : `copy ${plan.name}`,
    );
    say(refusal);
    if (refusal === null) showCompPlan(made.id);
  }

  return (
    <Menu position="bottom-start" width={290}>
      <Menu.Target>
        <UnstyledButton className={classes.title} aria-label={`Comp plan ${plan.name}: switch, copy, add`}>
          <span>{plan.name}</span>
          <IconChevronDown size={16} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>Comp plans</Menu.Label>
        {plans.map((each) => (
          <Menu.Item
            key={each.id}
            leftSection={
              <IconCheck size={16} stroke={1.6} visibility={each.id === plan.id ? 'visible' : 'hidden'} />
            }
            onClick={() => showCompPlan(each.id)}
          >
            {each.name}
            {plans.some((other) => other !== each && other.name === each.name) && `, version ${each.version}`}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>This plan</Menu.Label>
        <Menu.Item
          leftSection={<IconCursorText size={16} stroke={1.6} />}
          onClick={() =>
            openDialog({
              kind: 'name',
              title: 'Rename comp plan',
              label: 'Name',
              initial: plan.name,
              action: 'Rename',
              onAccept: (name) => say(saveCompPlan({ ...plan, name }, `rename ${plan.name} to ${name}`)),
            })
          }
        >
          Rename
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => copy(false)}>
          Copy
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => copy(true)}>
          New version
        </Menu.Item>
        <Menu.Item leftSection={<IconUsers size={16} stroke={1.6} />} onClick={() => goTo('team')}>
          Choose who is on it
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => {
            const result = planStore.dispatch({ kind: 'removeCompPlan', compPlanId: plan.id });
            if (result.ok) showCompPlan(null);
            else notify('error', result.message);
          }}
        >
          Remove
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconFilePlus size={16} stroke={1.6} />} onClick={addBlankPlan}>
          New, empty
        </Menu.Item>
        <Menu.Label>New from a template</Menu.Label>
        {planTemplates.map((template) => (
          <Menu.Item
            key={template.id}
            leftSection={<IconFilePlus size={16} stroke={1.6} />}
            onClick={() => addFromTemplate(template)}
          >
            {template.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
