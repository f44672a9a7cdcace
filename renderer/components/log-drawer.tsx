import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { LogLine, OperationState } from '../../shared/operation.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp } from '../store/store-context.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './log-drawer.module.css';
import { LogLines } from './log-lines.tsx';

const streams = ['all', 'stdout', 'stderr', 'command'] as const;
type Wanted = (typeof streams)[number];

/** What the programs said, for those who want to read along. It opens from below, and stays open. */
export function LogDrawer(props: { operation: OperationState | null }) {
  const { text } = useTexts();
  const open = useApp((current) => current.logOpen);
  const { setLogOpen } = useActions();
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
          onClick={() => setLogOpen(!open)}
        >
          {text(open ? 'ui.log.hide' : 'ui.log.show')}
        </Button>
        <span className="quiet-note">
          {logDropped === 0
            ? text('ui.log.count', { count: log.length })
            : text('ui.log.count-last', { count: log.length, all: log.length + logDropped })}
        </span>
      </div>
      <div id={id} className={styles.body} hidden={!open}>
        {open && log.length > 0 && (
          <Reader key={operation.operationId} log={log} dropped={logDropped} />
        )}
        {open && log.length === 0 && <p className={styles.empty}>{text('ui.log.empty')}</p>}
      </div>
    </div>
  );
}

/** The lines with what narrows them down. */
function Reader(props: { log: readonly LogLine[]; dropped: number }) {
  const { text } = useTexts();
  const [searched, setSearched] = useState('');
  const [stream, setStream] = useState<Wanted>('all');
  const { log, dropped } = props;
  const shown = useMemo(() => {
    const wanted = searched.trim().toLowerCase();
    if (wanted === '' && stream === 'all') return log;
    return log.filter(
      (line) =>
        (stream === 'all' || line.stream === stream) &&
        (wanted === '' || line.text.toLowerCase().includes(wanted)),
    );
  }, [log, searched, stream]);
  const narrowed = shown !== log;
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          className={styles.search}
          type="search"
          size="xs"
          aria-label={text('ui.log.search')}
          placeholder={text('ui.log.search')}
          value={searched}
          onChange={(event) => setSearched(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={text('ui.log.stream')}
          value={stream}
          onChange={(event) => {
            const value = event.currentTarget.value;
            setStream(streams.find((each) => each === value) ?? 'all');
          }}
          data={streams.map((each) => ({ value: each, label: text(`ui.log.stream.${each}`) }))}
        />
        {narrowed && (
          <span className="quiet-note" role="status">
            {text('ui.log.matching', { count: shown.length })}
          </span>
        )}
        <span className={styles.copy}>
          <CopyButton
            label={text('ui.log.copy')}
            text={() => shown.map((line) => line.text).join('\n')}
          />
        </span>
      </div>
      <LogLines lines={shown} dropped={narrowed ? 0 : dropped} />
    </>
  );
}
