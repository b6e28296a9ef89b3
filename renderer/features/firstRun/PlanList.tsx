import { useEffect, useRef } from 'react';
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconDots, IconFolderOpen, IconHistory, IconFile } from '@tabler/icons-react';
import { openDialog } from '../../state/dialogStore';
import {
  duplicatePlan,
  openBackup,
  openRecentFile,
  openSavedPlan,
  removeSavedPlan,
  renameSavedPlan,
} from '../../state/planSession';
import { planStore } from '../../state/planStore';
import { goTo } from '../../state/routeStore';
import { useSavedPlans } from '../../state/savedPlanStore';
import classes from './PlanList.module.css';

const DAY = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const COUNT = new Intl.NumberFormat();

async function toMap(opening: Promise<unknown>): Promise<void> {
  await opening;
  if (planStore.store.getState().plan) goTo('territories');
}

/** Plans of this computer, backups of plans that are not there, and plan files used lately. */
export function PlanList() {
  const { plans, backups, recentFiles } = useSavedPlans((state) => state);
  const list = useRef<HTMLUListElement>(null);
  const hasPlans = (plans?.length ?? 0) > 0;
  useEffect(() => {
    if (hasPlans) list.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [hasPlans]);
  if (plans === null) return null;
  if (plans.length + backups.length + recentFiles.length === 0) return <NoPlans />;
  return (
    <ul ref={list} className={classes.list} aria-label="Plans on this computer" tabIndex={0}>
      {plans.map((plan) => (
        <li className={classes.item} key={plan.id}>
          <UnstyledButton className={classes.open} onClick={() => void toMap(openSavedPlan(plan.id))}>
            <span className={classes.name}>{plan.name}</span>
            <span className={classes.note}>
              {COUNT.format(plan.accountCount)} accounts, {DAY.format(plan.savedAt)}
            </span>
          </UnstyledButton>
          <PlanActions id={plan.id} name={plan.name} />
        </li>
      ))}
      {backups.map((backup) => (
        <li className={classes.item} key={backup.backupId}>
          <UnstyledButton className={classes.open} onClick={() => void toMap(openBackup(backup.backupId))}>
            <span className={classes.name}>
              <IconHistory size={14} stroke={1.6} aria-hidden /> {backup.planName}
            </span>
            <span className={classes.note}>Backup of {DAY.format(new Date(backup.savedAt))}</span>
          </UnstyledButton>
        </li>
      ))}
      {recentFiles.map((file) => (
        <li className={classes.item} key={file.fileId}>
          <UnstyledButton className={classes.open} onClick={() => void toMap(openRecentFile(file.fileId))}>
            <span className={classes.name}>
              <IconFile size={14} stroke={1.6} aria-hidden /> {file.name}
            </span>
            <span className={classes.note}>{file.folder ?? 'File'}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

function NoPlans() {
  return (
    <div className={classes.none}>
      <span className={classes.icon}>
        <IconFolderOpen size={22} stroke={1.6} aria-hidden />
      </span>
      <p className={classes.noneTitle}>No recent plans yet</p>
      <p className={classes.noneText}>
        Plans you open show up here. A plan is one file, .evenland, that you can copy and send.
      </p>
    </div>
  );
}

function PlanActions({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Menu width={180} position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`More for ${name}`}>
          <IconDots size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() =>
            openDialog({
              kind: 'name',
              title: 'Rename plan',
              label: 'Name',
              initial: name,
              action: 'Rename',
              onAccept: (given) => void renameSavedPlan(id, given),
            })
          }
        >
          Rename
        </Menu.Item>
        <Menu.Item onClick={() => void toMap(duplicatePlan(id, name))}>Duplicate</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void removeSavedPlan(id, name)}>Remove</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
