import { Button } from '@mantine/core';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy, useSession } from '../store/store-context.ts';

/** The way on from a repair that was interrupted, wherever it is told. */
export function EndInterrupted(props: { targetId?: string }) {
  const { text } = useTexts();
  const { endInterrupted } = useActions();
  const chosen = useSession().targetId;
  const targetId = props.targetId ?? chosen;
  const busy = useBusy();
  if (targetId === null) return null;
  return (
    <Button
      size="sm"
      variant="default"
      disabled={busy}
      onClick={() => void endInterrupted(targetId)}
    >
      {text('ui.history.end-interrupted')}
    </Button>
  );
}
