import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { componentKinds } from '../../../shared/comp/components/registry';
import type { CompComponentKind } from '../../../shared/model/compComponent';
import type { CompPlan } from '../../../shared/model/compPlan';
import { compViewStore, saveCompPlan } from './compViewStore';
import { newComponent } from './newComponent';

/** Adds a component of any kind that the engine has. */
export function AddComponentMenu({ plan }: { readonly plan: CompPlan }) {
  function add(kind: CompComponentKind): void {
    const component = newComponent(plan, kind, crypto.randomUUID());
    const next = { ...plan, components: [...plan.components, component] };
    if (saveCompPlan(next, `add ${component.name} to ${plan.name}`) === null) {
      compViewStore.setState({ componentId: component.id, settingsOf: component.id });
    }
  }
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={14} stroke={1.8} />} aria-label="Add component">
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.values(componentKinds).map(({ kind, label }) => (
          <Menu.Item key={kind} onClick={() => add(kind)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
