import { Modal } from '@mantine/core';
import { useCommandStore } from '../../state/commandStore';
import { KeyCaps } from '../../ui/KeyCaps';
import classes from './dialog.module.css';

/** Keys that the list shows beside those of commands: they belong to tables, maps and previews. */
const FIXED = [
  { title: 'Accept a preview', keys: 'Enter' },
  { title: 'Drop a preview, leave a tool', keys: 'Esc' },
  { title: 'Move in a table or a list', keys: 'Arrow keys' },
  { title: 'Extend a selection', keys: 'shift+Arrow keys' },
  { title: 'Copy selected rows for a spreadsheet', keys: 'mod+C' },
  { title: 'Resize a panel, with its edge in focus', keys: 'Arrow keys' },
] as const;

/** Every key there is on this screen. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const commands = useCommandStore((state) => state.commands);
  const groups = new Map<string, { title: string; keys: string }[]>();
  for (const { group, title, keys } of commands) {
    if (keys?.[0]) groups.set(group, [...(groups.get(group) ?? []), { title, keys: keys[0] }]);
  }
  groups.set('Everywhere', [...FIXED]);
  return (
    <Modal opened onClose={onClose} title="Keys" size={720}>
      <div className={classes.columns}>
        {[...groups].map(([group, keys]) => (
          <section className={classes.group} key={group}>
            <h3 className={classes.heading}>{group}</h3>
            <dl className={classes.keys}>
              {keys.map((key) => (
                <Row key={key.title} {...key} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Row({ title, keys }: { readonly title: string; readonly keys: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <KeyCaps keys={keys} />
      </dd>
    </>
  );
}
