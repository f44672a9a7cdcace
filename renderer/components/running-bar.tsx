import { Button } from '@mantine/core';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp, useSession } from '../store/store-context.ts';
import styles from './action-bar.module.css';

/** What runs now, and the way to stop it, on every page. */
export function RunningBar() {
  const { text } = useTexts();
  const { operation } = useSession();
  const cancelling = useApp((current) => current.cancelling);
  const lost = useApp((current) => current.connection === 'lost');
  const { cancel } = useActions();
  if (!operation) return null;
  const waiting = cancelling === operation.operationId;
  const changes = operation.kind === 'fix';
  return (
    <>
      <Button
        size="md"
        variant="default"
        disabled={waiting || lost}
        onClick={() => void cancel(operation.operationId)}
      >
        {text(waiting ? 'ui.running.cancelling' : 'ui.running.cancel')}
      </Button>
      <span className={styles.cost}>
        {text(`ui.running.${operation.kind}`)}{' '}
        {text(changes ? 'ui.running.cancel-undoes' : 'ui.running.cancel-harmless')}
      </span>
    </>
  );
}
