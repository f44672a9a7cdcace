import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Problem } from '../../shared/problem.ts';
import type { TablesEdition } from '../../shared/tables-edition.ts';
import { formatDay } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useBusy } from '../store/store-context.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** Which tables count, and newer ones where somebody asks for them; nothing is asked by itself. */
export function TablesPanel() {
  const { text, language } = useTexts();
  const { tables } = useActions();
  const busy = useBusy();
  const [edition, setEdition] = useState<TablesEdition | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState<'no' | 'asking' | 'renewed' | 'newest'>('no');

  useEffect(() => {
    let isHere = true;
    void tables().then((answer) => {
      if (isHere && answer.ok) setEdition(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [tables]);

  async function renew(before: TablesEdition): Promise<void> {
    setAsked('asking');
    setProblem(null);
    const answer = await tables('renew');
    if (!answer.ok) {
      setProblem(answer.problem);
      setAsked('no');
      return;
    }
    setEdition(answer.value);
    setAsked(answer.value.date === before.date ? 'newest' : 'renewed');
  }

  if (!edition) return null;
  const day = (date: string): string => formatDay(language, date);
  const told = asked === 'no' ? '' : text(said[asked], { date: day(edition.date) });
  const shown = problem ?? edition.problem;
  return (
    <>
      <p>
        <strong>{text('tables.of', { date: day(edition.date) })}</strong>{' '}
        {text(`tables.from.${edition.from}`, { date: day(edition.shippedDate) })}{' '}
        {text('tables.counts', edition.counts)}
      </p>
      <p className="quiet-note">
        {text('tables.note')}{' '}
        {edition.address === null
          ? text('tables.no-address')
          : text('tables.address', { address: edition.address })}
      </p>
      {edition.address !== null && (
        <Button
          variant="default"
          disabled={busy || asked === 'asking'}
          onClick={() => void renew(edition)}
        >
          {text('tables.renew')}
        </Button>
      )}
      <p role="status">{told}</p>
      {shown && <ProblemNotice problem={shown} />}
    </>
  );
}

const said = {
  asking: 'tables.renewing',
  renewed: 'tables.renewed',
  newest: 'tables.newest',
} as const;
