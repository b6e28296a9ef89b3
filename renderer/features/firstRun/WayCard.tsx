import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { KeyCaps } from '../../ui/KeyCaps';
import classes from './WayCard.module.css';

interface WayCardProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly keys: string;
  /** The one that Enter takes. */
  readonly isPrimary?: boolean;
  readonly isBusy?: boolean;
  readonly art: ReactNode;
  readonly onAction: () => void;
}

/** One way to begin: a picture, what it is, its button and key. */
export function WayCard(props: WayCardProps) {
  const { isPrimary = false } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isPrimary) button.current?.focus({ preventScroll: true });
  }, [isPrimary]);
  return (
    <section className={classes.card} data-primary={isPrimary || undefined}>
      <div className={classes.art}>{props.art}</div>
      <div className={classes.body}>
        <h2 className={classes.title}>{props.title}</h2>
        <p className={classes.text}>{props.text}</p>
        <div className={classes.actions}>
          <Button
            ref={button}
            size="md"
            className={classes.button}
            variant={isPrimary ? 'filled' : 'default'}
            disabled={props.isBusy ?? false}
            onClick={props.onAction}
          >
            {props.action}
          </Button>
          <KeyCaps keys={props.keys} />
        </div>
      </div>
    </section>
  );
}
