import { Button } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useState } from 'react';
import type { OperationState } from '../../shared/operation.ts';
import { useTexts } from '../language/texts.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './log-drawer.module.css';
import { LogLines } from './log-lines.tsx';

/** What the programs said, for those who want to read along. It opens from below. */
export function LogDrawer(props: { operation: OperationState | null }) {
  const { text } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { operation } = props;
  if (!operation || (operation.outcome !== null && operation.log.length === 0)) return null;
  const { log, logDropped } = operation;
  return (
    <div className={styles.drawer}>
      <div className={styles.strip}>
        <Button
          variant="subtle"
          size="compact-xs"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          leftSection={
            open ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />
          }
          onClick={() => setOpen(!open)}
        >
          {text(open ? 'ui.log.hide' : 'ui.log.show')}
        </Button>
        <span className="quiet-note">
          {text('ui.log.count', { count: log.length + logDropped })}
        </span>
        {open && log.length > 0 && (
          <span className={styles.copy}>
            <CopyButton
              label={text('ui.log.copy')}
              text={log.map((line) => line.text).join('\n')}
            />
          </span>
        )}
      </div>
      <div id={id} className={styles.body} hidden={!open}>
        {open &&
          (log.length > 0 ? (
            <LogLines key={operation.operationId} lines={log} dropped={logDropped} />
          ) : (
            <p className={styles.empty}>{text('ui.log.empty')}</p>
          ))}
      </div>
    </div>
  );
}
