import { Button } from '@mantine/core';
import { hideNotification, Notifications, showNotification } from '@mantine/notifications';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconCheck,
  IconInfoCircle,
  type Icon,
} from '@tabler/icons-react';
import { useEffect } from 'react';
import { noticeStore, type Notice } from '../state/noticeStore';
import classes from './Notices.module.css';

const ICONS: Readonly<Record<Notice['tone'], Icon>> = {
  done: IconCheck,
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  error: IconAlertCircle,
};

/** Shows what any layer has to say; errors stay until they are closed. */
export function Notices() {
  useEffect(
    () =>
      noticeStore.subscribe(({ latest }) => {
        if (latest) show(latest);
      }),
    [],
  );
  return <Notifications className={classes.stack ?? ''} position="bottom-right" autoClose={6000} limit={4} />;
}

function show({ id, tone, title, text, action }: Notice): void {
  const ToneIcon = ICONS[tone];
  const key = `notice-${id}`;
  showNotification({
    id: key,
    title,
    autoClose: tone === 'error' ? false : 6000,
    classNames: { root: classes.notice, title: classes.title, description: classes.text, icon: classes.icon },
    attributes: { root: { 'data-tone': tone } },
    icon: <ToneIcon size={16} stroke={1.6} aria-hidden />,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <>
        {text}
        {action && (
          <Button
            className={classes.action}
            onClick={() => {
              hideNotification(key);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </>
    ),
  });
}
