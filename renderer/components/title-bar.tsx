import { ActionIcon, Button } from '@mantine/core';
import { BookOpen, Monitor, Moon, Settings as SettingsIcon, Sun } from 'lucide-react';
import type { Settings } from '../../shared/contract.ts';
import { useTexts } from '../language/texts.ts';
import { useActions, useAppState } from '../store/store-context.ts';
import { targetOf } from '../store/target.ts';
import { JobPill } from './job-pill.tsx';
import { Mark } from './mark.tsx';
import { SkipLink } from './skip-link.tsx';
import styles from './title-bar.module.css';

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const satisfies Record<
  Settings['theme'],
  Settings['theme']
>;
const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** Always says which install this is about. */
export function TitleBar() {
  const { text, language } = useTexts();
  const { settings, session } = useAppState();
  const { goTo, saveSettings } = useActions();
  const target = targetOf(session);
  const ThemeIcon = themeIcons[settings.theme];
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <header className={styles.bar}>
      <SkipLink />
      <span className={styles.brand}>
        <Mark />
        <span>{text('ui.app.name')}</span>
      </span>
      {target && (
        <p className={styles.target}>
          <span className="for-screen-readers">{text('ui.title.target')} </span>
          <span className={styles.name}>{target.name}</span>
          <span className={styles.path}>
            <bdi>{target.path}</bdi>
          </span>
        </p>
      )}
      <JobPill />
      <div className={styles.tools}>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={text('explain.title')}
          title={text('explain.title')}
          onClick={() => goTo('attention')}
        >
          <BookOpen size={18} aria-hidden />
        </ActionIcon>
        <Button
          variant="subtle"
          size="compact-sm"
          lang={other}
          onClick={() => void saveSettings({ ...settings, language: other })}
        >
          {text('ui.title.other-language')}
        </Button>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={text(`ui.title.theme.${settings.theme}`)}
          title={text(`ui.title.theme.${settings.theme}`)}
          onClick={() => void saveSettings({ ...settings, theme: nextTheme[settings.theme] })}
        >
          <ThemeIcon size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={text('settings.title')}
          title={text('settings.title')}
          onClick={() => goTo('settings')}
        >
          <SettingsIcon size={18} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}
