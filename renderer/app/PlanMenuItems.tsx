import { Menu } from '@mantine/core';
import { useCommandStore } from '../state/commandStore';
import { KeyCaps } from '../ui/KeyCaps';

/** Commands of the plan menu, by id, in their order; null draws a line. */
const ITEMS: readonly (string | null)[] = [
  'plan.rename',
  'plan.settings',
  null,
  'plan.new',
  'plan.open',
  'plan.import',
  'plan.saveFile',
  'plan.duplicate',
  null,
  'plan.all',
  'app.keys',
  'app.about',
];

/** What can be done with a plan; the same commands that search and keys run. */
export function PlanMenuItems() {
  const commands = useCommandStore((state) => state.commands);
  return ITEMS.map((id, index) => {
    if (id === null) return <Menu.Divider key={`line-${index}`} />;
    const command = commands.find((each) => each.id === id);
    if (!command) return null;
    return (
      <Menu.Item
        key={id}
        disabled={!(command.isEnabled?.() ?? true)}
        rightSection={command.keys?.[0] ? <KeyCaps keys={command.keys[0]} /> : null}
        onClick={command.run}
      >
        {command.title}
      </Menu.Item>
    );
  });
}
