import { useEffect, useState } from 'react';
import type { UpdateAnswer } from '../../shared/updates.ts';
import { useTexts } from '../language/texts.ts';
import { useActions } from '../store/store-context.ts';
import { ChoiceSwitch } from './choice-switch.tsx';

/** Asks for a newer version while the switch is on; what was answered stands below it. */
export function UpdateSwitch(props: {
  checked: boolean;
  onChange: (on: boolean) => Promise<void>;
}) {
  const { text } = useTexts();
  const { updates } = useActions();
  const [answer, setAnswer] = useState<UpdateAnswer | null>(null);
  useEffect(() => {
    let isHere = true;
    void updates().then((told) => isHere && setAnswer(told));
    return () => {
      isHere = false;
    };
  }, [updates, props.checked]);
  const nowhere = answer?.kind === 'nowhere';
  return (
    <ChoiceSwitch
      label={text('settings.updates')}
      note={noteOf(answer)}
      checked={props.checked}
      // Where nobody can be asked it can still be switched off.
      disabled={nowhere && !props.checked}
      onChange={props.onChange}
    />
  );

  function noteOf(told: UpdateAnswer | null): string {
    if (told?.kind === 'newer') return text('settings.updates.newer', { version: told.version });
    if (told === null || told.kind === 'off') return text('settings.updates.note');
    return text(`settings.updates.${told.kind}`);
  }
}
