import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { ActionBar } from '../components/action-bar.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts, type Texts } from '../language/texts.ts';
import { choicesOf, clearPatient, matches, type Choice } from '../store/choices.ts';
import { useActions, useApp, useAppState } from '../store/store-context.ts';
import { isGlancing } from '../store/wizard-steps.ts';
import { ChoiceList, type Card } from './choice-list.tsx';
import { cardText, wordsOf } from './choice-words.ts';
import { DriftedInstalls } from './drifted-installs.tsx';
import { FolderBrowser } from './folder-browser.tsx';
import styles from './install-screen.module.css';
import { PythonChoice } from './python-choice.tsx';

/** Fewer than this can be read at a glance. */
const searchFrom = 3;

/** Which ComfyUI is it about? The search starts by itself the first time. */
export function InstallScreen() {
  const texts = useTexts();
  const { text } = texts;
  const { app, session } = useAppState();
  const actions = useActions();
  const picked = useApp((current) => current.pickedId);
  const [browsing, setBrowsing] = useState(false);
  const [askingPython, setAskingPython] = useState<string | null>(null);
  const [searched, setSearched] = useState('');
  const { operation, found } = session;
  const searching = operation?.kind === 'find' && operation.outcome === null;
  const glancing = isGlancing(session);
  const problem = operation?.kind === 'find' && operation.outcome ? operation.problem : null;

  if (browsing) return <FolderBrowser onDone={() => setBrowsing(false)} />;
  if (askingPython !== null)
    return <PythonChoice installId={askingPython} onBack={() => setAskingPython(null)} />;

  const choices = choicesOf(session);
  const cards = choices
    .map((choice): Card => ({ choice, words: wordsOf(texts, choice, glancing) }))
    .filter(({ choice, words }) => matches(cardText(words, choice), searched));
  const shown = cards.map(({ choice }) => choice);
  const chosen = preselected(shown, choices, picked ?? session.targetId);
  const nothing = found !== null && found.installs.length === 0 && !searching;
  const addFolder = {
    label: text('ui.install.add-folder'),
    onClick: () => (app.canPickFolder ? void actions.pickFolder() : setBrowsing(true)),
  };
  const searchAgain = {
    label: text('ui.install.search-again'),
    onClick: () => void actions.find(),
  };
  const readLog = { label: text('ui.install.only-log'), onClick: () => actions.goTo('log') };
  const needsPython = chosen?.lacksPython === true;

  return (
    <Screen
      heading={text(headingKey(searching, found?.installs.length ?? 0))}
      lead={leadOf(texts, nothing, choices)}
      actions={
        chosen ? (
          <ActionBar
            primary={
              needsPython
                ? {
                    label: text('ui.install.choose-python'),
                    onClick: () => setAskingPython(chosen.id),
                  }
                : {
                    label: text('ui.install.check'),
                    onClick: () => void actions.diagnose(chosen.id),
                  }
            }
            cost={needsPython ? null : text('ui.install.check-cost')}
            others={glancing ? [addFolder] : [addFolder, searchAgain]}
          />
        ) : nothing ? (
          <ActionBar primary={addFolder} others={[searchAgain, readLog]} />
        ) : (
          <ActionBar
            primary={null}
            cost={text('ui.install.choose-first')}
            others={glancing ? [addFolder] : [addFolder, searchAgain]}
          />
        )
      }
    >
      {actions.canAddDropped && <p className="quiet-note">{text('ui.install.drop')}</p>}
      {problem && problem.code !== 'cancelled' && <ProblemNotice problem={problem} />}
      {searching && !glancing && <OperationProgress operation={operation} />}
      <DriftedInstalls />
      {choices.length >= searchFrom && (
        <TextInput
          className={styles.search}
          type="search"
          aria-label={text('ui.install.filter')}
          placeholder={text('ui.install.filter')}
          leftSection={<Search size={16} aria-hidden />}
          value={searched}
          onChange={(event) => {
            setSearched(event.currentTarget.value);
            // Whoever searches is at work here.
            actions.goTo('install');
          }}
        />
      )}
      {choices.length > 0 && (
        <ChoiceList
          cards={cards}
          chosenId={chosen?.id ?? null}
          onChoose={actions.pick}
          openPythons={searched.trim() !== '' || chosen?.kind.of === 'environment'}
        />
      )}
      {choices.length > 0 && cards.length === 0 && (
        <p className="quiet-note" role="status">
          {text('ui.install.no-match')}
        </p>
      )}
    </Screen>
  );
}

function headingKey(searching: boolean, installs: number) {
  if (installs > 0) return 'ui.install.heading';
  return searching ? 'ui.install.searching' : 'ui.install.none';
}

/** What is sick stands in the first sentence; where nothing was found, what to do. */
function leadOf({ text }: Texts, nothing: boolean, choices: readonly Choice[]): string {
  if (nothing) return text('ui.install.lead-none');
  const sick = choices.filter((choice) => choice.verdict === 'problem').length;
  if (sick === 0) return text('ui.install.lead');
  return text(sick === 1 ? 'ui.install.lead-one' : 'ui.install.lead-sick', { count: sick });
}

/** What was chosen before, else the one clear patient: always one of those that are shown. */
function preselected(
  shown: readonly Choice[],
  all: readonly Choice[],
  wanted: string | null,
): Choice | null {
  const asked = wanted ?? clearPatient(all)?.id;
  return shown.find((choice) => choice.id === asked) ?? null;
}
