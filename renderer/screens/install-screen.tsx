import { TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { ActionBar } from '../components/action-bar.tsx';
import { OperationProgress } from '../components/operation-progress.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Screen } from '../components/screen.tsx';
import { useTexts } from '../language/texts.ts';
import { choicesOf, matches, type Choice } from '../store/choices.ts';
import { useActions, useAppState } from '../store/store-context.ts';
import { ChoiceList } from './choice-list.tsx';
import { DriftedInstalls } from './drifted-installs.tsx';
import { FolderBrowser } from './folder-browser.tsx';
import styles from './install-screen.module.css';

/** Fewer than this can be read at a glance. */
const searchFrom = 5;

/** Which ComfyUI is it about? The search starts by itself the first time. */
export function InstallScreen() {
  const { text } = useTexts();
  const { app, session } = useAppState();
  const actions = useActions();
  const [browsing, setBrowsing] = useState(false);
  const [searched, setSearched] = useState('');
  const [picked, setPicked] = useState<string | null>(null);
  const { operation } = session;
  const searching = operation?.kind === 'find' && operation.outcome === null;
  const problem = operation?.kind === 'find' && operation.outcome ? operation.problem : null;

  if (browsing) return <FolderBrowser onDone={() => setBrowsing(false)} />;
  const choices = choicesOf(session);
  const shown = choices.filter((choice) => matches(choice, searched));
  const chosen = preselected(choices, picked ?? session.targetId);
  const addFolder = {
    label: text('ui.install.add-folder'),
    onClick: () => (app.canPickFolder ? void actions.pickFolder() : setBrowsing(true)),
  };
  const searchAgain = {
    label: text('ui.install.search-again'),
    onClick: () => void actions.find(),
  };

  return (
    <Screen
      heading={text(headingKey(searching, choices.length))}
      lead={text(searching || choices.length > 0 ? 'ui.install.lead' : 'ui.install.lead-none')}
      actions={
        chosen ? (
          <ActionBar
            primary={{
              label: text('ui.install.check'),
              onClick: () => void actions.diagnose(chosen.id),
            }}
            cost={text('ui.install.check-cost')}
            others={[addFolder, searchAgain]}
          />
        ) : (
          <ActionBar primary={addFolder} others={[searchAgain]} />
        )
      }
    >
      {actions.canAddDropped && <p className="quiet-note">{text('ui.install.drop')}</p>}
      {problem && <ProblemNotice problem={problem} />}
      {searching && <OperationProgress operation={operation} />}
      <DriftedInstalls />
      {choices.length >= searchFrom && (
        <TextInput
          className={styles.search}
          type="search"
          aria-label={text('ui.install.filter')}
          placeholder={text('ui.install.filter')}
          leftSection={<Search size={16} aria-hidden />}
          value={searched}
          onChange={(event) => setSearched(event.currentTarget.value)}
        />
      )}
      {choices.length > 0 && (
        <ChoiceList choices={shown} chosenId={chosen?.id ?? null} onChoose={setPicked} />
      )}
      {choices.length > 0 && shown.length === 0 && (
        <p className="quiet-note">{text('ui.install.no-match')}</p>
      )}
    </Screen>
  );
}

function headingKey(searching: boolean, count: number) {
  if (searching && count === 0) return 'ui.install.searching';
  return count > 0 ? 'ui.install.heading' : 'ui.install.none';
}

/** What was chosen before, else the first that can be worked with. */
function preselected(choices: readonly Choice[], wanted: string | null): Choice | null {
  const asked = choices.find((choice) => choice.id === wanted);
  const sound = choices.find((choice) => choice.problems.length === 0);
  return asked ?? sound ?? choices[0] ?? null;
}
