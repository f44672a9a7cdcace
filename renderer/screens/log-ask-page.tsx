import { Button, Textarea } from '@mantine/core';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { Problem } from '../../shared/problem.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp, useSession } from '../store/store-context.ts';
import { targetOf } from '../store/target.ts';
import { isRunning } from '../store/wizard-steps.ts';
import styles from './log-ask-page.module.css';

/** What a text field can hold without making the window slow; more is read without being shown. */
const mostShown = 200_000;

/** Asks for a log: pasted, chosen, or dropped anywhere. */
export function LogAskPage(props: { problem: Problem | null }) {
  const { text } = useTexts();
  const { readLog } = useActions();
  const [typed, setTyped] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const { problem } = props;
  // Then the bar below offers the cancel of that job, and a log waits for its end.
  const running = isRunning(useSession());
  const empty = typed.trim() === '';

  function read(content: string): void {
    void readLog({ name: null, content: new Blob([content]) });
  }
  function paste(event: ClipboardEvent): void {
    const pasted = event.clipboardData.getData('text/plain');
    if (typed.length + pasted.length <= mostShown) return;
    event.preventDefault();
    read(typed + pasted);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !empty) read(typed);
  }
  return (
    <Screen
      heading={text(problem ? headingOf(problem) : 'ui.read-log.heading')}
      lead={text('ui.read-log.lead')}
      actions={
        <ActionBar
          primary={{
            label: text('ui.read-log.read'),
            onClick: () => read(typed),
            disabled: empty,
          }}
        />
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      <Textarea
        label={text('ui.read-log.text')}
        description={text('ui.read-log.text-hint')}
        classNames={{ input: styles.text, label: styles.label, description: styles.hint }}
        rows={12}
        maxLength={mostShown}
        wrap="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onPaste={paste}
        onKeyDown={press}
      />
      <div className={styles.ways}>
        {running && (
          <Button variant="light" size="sm" disabled={empty} onClick={() => read(typed)}>
            {text('ui.read-log.read')}
          </Button>
        )}
        <Button variant="default" size="sm" onClick={() => chooser.current?.click()}>
          {text('ui.read-log.choose-file')}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={text('ui.read-log.choose-file')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void readLog({ name: file.name, content: file });
        }}
      />
      <Belongs />
    </Screen>
  );
}

/** Only where an install was looked at: then what was seen there counts too. */
function Belongs() {
  const { text } = useTexts();
  const session = useSession();
  const belongs = useApp((current) => current.logBelongs);
  const { setLogBelongs } = useActions();
  const target = targetOf(session);
  if (!session.diagnosis || !target) return null;
  return (
    <label className={styles.belongs}>
      <input
        type="checkbox"
        className={styles.box}
        checked={belongs}
        onChange={(event) => setLogBelongs(event.currentTarget.checked)}
      />
      <span>{text('ui.read-log.belongs', { name: target.name })}</span>
    </label>
  );
}

function headingOf(problem: Problem) {
  return problem.code === 'cancelled' ? 'ui.read-log.cancelled' : 'ui.read-log.failed';
}
