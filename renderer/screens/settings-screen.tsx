import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { languages, type Language } from '../../shared/languages.ts';
import { savedSpaces, usualSavedSpace, type Settings } from '../../shared/settings.ts';
import { ActionBar } from '../components/action-bar.tsx';
import { ChoiceSwitch } from '../components/choice-switch.tsx';
import { MirrorSelect, useMirrors } from '../components/mirror-select.tsx';
import { ProxyField } from '../components/proxy-field.tsx';
import { Screen } from '../components/screen.tsx';
import { languageNames } from '../language/language-names.ts';
import { formatCount } from '../language/formats.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useAppState } from '../store/store-context.ts';
import { useNextActions } from '../store/use-next-actions.ts';
import { UpdateSwitch } from '../components/update-switch.tsx';
import styles from './settings-screen.module.css';

const themes = ['system', 'light', 'dark'] as const;

/** What holds for the window and for the command line; every change is saved at once. */
export function SettingsScreen() {
  const { language: shown, text } = useTexts();
  const { settings } = useAppState();
  const { saveSettings, goTo } = useActions();
  const { done } = useNextActions();
  const mirrors = useMirrors();
  const [saved, setSaved] = useState(0);
  const spaces = [...new Set([...savedSpaces, settings.savedSpace ?? usualSavedSpace])];

  async function save(change: Partial<Settings>): Promise<void> {
    if (await saveSettings({ ...settings, ...change })) setSaved((count) => count + 1);
  }
  return (
    <Screen
      heading={text('settings.title')}
      lead={text('settings.lead')}
      actions={
        <ActionBar
          primary={done}
          others={[{ label: text('settings.about'), onClick: () => goTo('about') }]}
        />
      }
    >
      <div className={styles.fields}>
        <NativeSelect
          label={text('settings.language')}
          value={settings.language ?? ''}
          onChange={({ currentTarget: { value } }) => {
            void save({ language: languages.find((each) => each === value) ?? null });
          }}
          data={[
            { value: '', label: text('settings.language.system') },
            ...languages.map((each: Language) => ({ value: each, label: languageNames[each] })),
          ]}
        />
        <NativeSelect
          label={text('settings.theme')}
          value={settings.theme}
          onChange={({ currentTarget: { value } }) => {
            void save({ theme: themes.find((each) => each === value) ?? 'system' });
          }}
          data={themes.map((each) => ({ value: each, label: text(`settings.theme.${each}`) }))}
        />
        <h2 className="section-title">{text('settings.network')}</h2>
        <MirrorSelect
          label={text('settings.mirror')}
          note={text('settings.mirror.note')}
          known={mirrors ?? []}
          value={settings.mirror ?? null}
          onChoose={(mirror) => void save({ mirror })}
        />
        <ProxyField value={settings.proxy ?? null} onSave={(proxy) => save({ proxy })} />
        <ChoiceSwitch
          label={text('settings.offline')}
          note={text('settings.offline.note')}
          checked={settings.offline ?? false}
          onChange={(offline) => save({ offline })}
        />
        <UpdateSwitch
          checked={settings.checkForUpdates ?? false}
          onChange={(checkForUpdates) => save({ checkForUpdates })}
        />
        <h2 className="section-title">{text('ui.history.title')}</h2>
        <NativeSelect
          label={text('settings.space')}
          description={text('settings.space.note')}
          value={String(settings.savedSpace ?? usualSavedSpace)}
          onChange={({ currentTarget: { value } }) => void save({ savedSpace: Number(value) })}
          data={spaces
            .sort((a, b) => a - b)
            .map((each) => ({
              value: String(each),
              label: text('settings.space.size', { count: formatCount(shown, each) }),
            }))}
        />
      </div>
      <SavedNote count={saved} />
    </Screen>
  );
}

/** Said for each change, also to a screen reader. */
function SavedNote(props: { count: number }) {
  const { text } = useTexts();
  return (
    <p className={styles.saved} role="status">
      {props.count > 0 && <span key={props.count}>{text('settings.saved')}</span>}
    </p>
  );
}
