import { useState } from 'react';
import { ActionBar } from '../components/action-bar.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { choicesOf } from '../store/choices.ts';
import { useActions, useSession } from '../store/store-context.ts';
import { CardGroup } from './choice-list.tsx';
import { wordsOf } from './choice-words.ts';

/** No file says which Python this ComfyUI is started with: the user does, from those that are there. */
export function PythonChoice(props: { installId: string; onBack: () => void }) {
  const texts = useTexts();
  const { text } = texts;
  const session = useSession();
  const { choosePython } = useActions();
  const [picked, setPicked] = useState<string | null>(null);
  const install = session.found?.installs.find((one) => one.id === props.installId);
  // Also those that other installs use: two ComfyUIs may share one Python.
  const cards = everyPython(session).map((choice) => ({
    choice,
    words: wordsOf(texts, choice, false),
  }));
  const chosen = cards.find(({ choice }) => choice.id === picked)?.choice ?? null;
  const back = { label: text('ui.folders.back'), onClick: props.onBack };
  return (
    <Screen
      heading={text('ui.python-choice.heading', { name: install?.name ?? 'ComfyUI' })}
      lead={text(cards.length > 0 ? 'ui.python-choice.lead' : 'ui.python-choice.none')}
      actions={
        chosen ? (
          <ActionBar
            primary={{
              label: text('ui.python-choice.use'),
              onClick: () => void choosePython(props.installId, chosen.id),
            }}
            cost={text('ui.python-choice.cost')}
            others={[back]}
          />
        ) : (
          <ActionBar primary={null} cost={text('ui.install.choose-first')} others={[back]} />
        )
      }
    >
      {install && <p className="quiet-note">{install.sourceRoot}</p>}
      {cards.length > 0 && (
        <CardGroup cards={cards} chosenId={picked} onChoose={setPicked} title={null} />
      )}
    </Screen>
  );
}

function everyPython(session: ReturnType<typeof useSession>) {
  const { found } = session;
  const alone = { ...session, found: found && { ...found, installs: [] } };
  return choicesOf(alone);
}
