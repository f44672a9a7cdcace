import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Protection } from '../../shared/protection.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy } from '../store/store-context.ts';
import styles from './protect-panel.module.css';

/** Each file and line that a protection would write, and who would not be held back by it. */
export function ProtectPlan(props: { protection: Protection }) {
  const { text, say } = useTexts();
  const { protect } = useActions();
  const busy = useBusy();
  const [wanted, setWanted] = useState(true);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { targetId, planId, files, guards, uncovered } = props.protection;
  const names = guards.map(({ name, specifier }) => name + specifier).join(', ');
  const show = () => void protect(targetId, 'plan');
  if (!wanted) {
    return (
      <Button size="sm" variant="default" disabled={busy} onClick={show}>
        {text('protection.show')}
      </Button>
    );
  }
  return (
    <div role="group" aria-label={text('protection.files')}>
      <p>{text('protection.keeps', { names })}</p>
      <p>{text('protection.files')}:</p>
      <ul className={styles.list}>
        {files.map(({ path, lines, isNew }) => (
          <li key={path}>
            {isNew ? text('protection.file-new', { path }) : path}
            <pre className="code-block" tabIndex={0} role="region" aria-label={path}>
              {lines.join('\n')}
            </pre>
          </li>
        ))}
      </ul>
      {uncovered.length > 0 && <p>{text('protection.uncovered')}:</p>}
      <ul className={styles.list}>
        {uncovered.map((each) => (
          <li key={say(each)}>{say(each)}</li>
        ))}
      </ul>
      <div className={styles.answers}>
        <Button
          ref={first}
          size="sm"
          variant="default"
          disabled={busy}
          onClick={() => void protect(targetId, 'on', planId)}
        >
          {text('protection.confirm')}
        </Button>
        <Button size="sm" variant="subtle" onClick={() => setWanted(false)}>
          {text('protection.not-now')}
        </Button>
      </div>
    </div>
  );
}
