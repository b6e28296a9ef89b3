import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCommandStore, type AppCommand } from '../state/commandStore';
import { usePlanStore } from '../state/planStore';
import { KeyCaps } from '../ui/KeyCaps';
import classes from './CommandSearch.module.css';
import { findInPlan } from './findInPlan';

/** Search in the plan and run commands by name, from anywhere. */
export function CommandSearch() {
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const commands = useCommandStore((state) => state.commands);
  // Closed, it is not drawn again with each edit.
  const plan = usePlanStore((state) => (isOpen ? state.plan : null));
  const hasPlan = usePlanStore((state) => state.plan !== null);
  // Not deferred: Enter takes the first line, which the list marks once, right after a key.
  const groups = useMemo(
    () =>
      mergedGroups([
        ...commandGroups(commands, query),
        ...(plan ? foundGroups(findInPlan(plan, query)) : []),
      ]),
    [commands, plan, query],
  );
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setIsOpen(true)}
      onSpotlightClose={() => setIsOpen(false)}
      filter={(_, actions) => actions}
      shortcut={null}
      size={640}
      radius="xl"
      centered={false}
      yOffset="12vh"
      overlayProps={{ blur: 0 }}
      transitionProps={{ duration: 90 }}
      highlightQuery={false}
      attributes={{ content: { 'aria-label': 'Search' } }}
      scrollAreaProps={{ mah: 420, viewportProps: { tabIndex: 0, 'aria-label': 'Found' } }}
      nothingFound={`Nothing is called "${query}". Try an account, a territory, a rep, or what you want to do.`}
      searchProps={{
        leftSection: <IconSearch size={16} stroke={1.6} />,
        placeholder: hasPlan ? 'Search accounts, territories, reps, or run a command' : 'Run a command',
        'aria-label': 'Search or run a command',
      }}
      classNames={{
        action: classes.action ?? '',
        actionsGroup: classes.group ?? '',
        search: classes.search ?? '',
        content: classes.content ?? '',
        actionsList: classes.list ?? '',
      }}
    />
  );
}

function commandGroups(commands: readonly AppCommand[], query: string): SpotlightActionGroupData[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const byGroup = new Map<string, SpotlightActionData[]>();
  for (const command of commands) {
    const text = `${command.title} ${command.group} ${command.words ?? ''}`.toLowerCase();
    if (!(command.isEnabled?.() ?? true) || !words.every((word) => text.includes(word))) continue;
    const key = command.keys?.[0];
    const action: SpotlightActionData = {
      id: command.id,
      label: command.title,
      onClick: command.run,
      ...(key ? { rightSection: <KeyCaps keys={key} /> } : {}),
    };
    byGroup.set(command.group, [...(byGroup.get(command.group) ?? []), action]);
  }
  return [...byGroup].map(([group, actions]) => ({ group, actions }));
}

function foundGroups(found: ReturnType<typeof findInPlan>): SpotlightActionGroupData[] {
  return found.map(({ group, items }) => ({
    group,
    actions: items.map(({ id, title, note, open }) => ({
      id,
      label: title,
      onClick: open,
      rightSection: <span className={classes.note}>{note}</span>,
    })),
  }));
}

/** One group a name: the list keeps its groups by name, and would keep lines of a second one for good. */
function mergedGroups(groups: readonly SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const merged = new Map<string, SpotlightActionData[]>();
  for (const { group, actions } of groups) merged.set(group, [...(merged.get(group) ?? []), ...actions]);
  return [...merged].map(([group, actions]) => ({ group, actions }));
}
