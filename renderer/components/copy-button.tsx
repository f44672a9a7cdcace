import { Button } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../language/texts.ts';
import { copyText } from './copy-text.ts';

/** Copies, and says so for two seconds. `name`: what tells it from others with the same label. */
export function CopyButton(props: {
  /** Or what makes it, where it is long and seldom wanted. */
  text: string | (() => string);
  label: string;
  name?: string;
}) {
  const { text } = useTexts();
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  async function copy(): Promise<void> {
    const copied = typeof props.text === 'string' ? props.text : props.text();
    setOutcome((await copyText(copied)) ? 'copied' : 'refused');
  }
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={
          outcome === 'copied' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />
        }
        onClick={() => void copy()}
        {...(props.name === undefined ? {} : { 'aria-label': props.name })}
      >
        {props.label}
      </Button>
      <span role="status" className="quiet-note">
        {outcome === 'copied' && text('ui.copy.done')}
        {outcome === 'refused' && text('ui.copy.refused')}
      </span>
    </>
  );
}
