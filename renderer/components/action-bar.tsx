import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBusy } from '../store/store-context.ts';
import styles from './action-bar.module.css';

type Action = { label: string; onClick: () => void };

/** One primary button, what it costs beside it, and quieter ways at the end. */
export function ActionBar(props: {
  primary: (Action & { disabled?: boolean }) | null;
  cost?: ReactNode;
  others?: readonly Action[];
}) {
  const busy = useBusy();
  const { primary } = props;
  return (
    <>
      {primary && (
        <Button
          size="md"
          data-primary
          disabled={busy || primary.disabled === true}
          onClick={primary.onClick}
        >
          {primary.label}
        </Button>
      )}
      {props.cost && <span className={styles.cost}>{props.cost}</span>}
      {props.others && props.others.length > 0 && (
        <span className={styles.others}>
          {props.others.map((action) => (
            <Button
              key={action.label}
              variant="subtle"
              size="sm"
              className={styles.other}
              disabled={busy}
              onClick={action.onClick}
            >
              {action.label}
            </Button>
          ))}
        </span>
      )}
    </>
  );
}
