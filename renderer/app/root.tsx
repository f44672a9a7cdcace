import { MantineProvider } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/contract.ts';
import { pickLanguage } from '../language/pick-language.ts';
import { LanguageContext } from '../language/texts.ts';
import { useFetchedLanguage } from '../language/use-fetched-language.ts';
import { AppContext, useApp, type AppHandle } from '../store/store-context.ts';
import { theme } from '../theme/theme.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** Everything around the wizard: language, theme, and the notice for our own mistakes. */
export function Root(props: { handle: AppHandle }) {
  return (
    <ErrorBoundary>
      <AppContext value={props.handle}>
        <Surroundings />
      </AppContext>
    </ErrorBoundary>
  );
}

function Surroundings() {
  const settings = useApp((current) =>
    current.loaded.phase === 'ready' ? current.loaded.state.settings : null,
  );
  const wanted = pickLanguage(settings?.language ?? null, navigator.languages);
  const language = useFetchedLanguage(wanted);
  const scheme = useColorScheme(settings?.theme ?? 'system');
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  // Mantine would write its variables and classes into <style> elements, which the content
  // security policy refuses; theme/variables.css has them instead.
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <LanguageContext value={language}>
        <App />
      </LanguageContext>
    </MantineProvider>
  );
}

const darkQuery = '(prefers-color-scheme: dark)';

function useColorScheme(chosen: Settings['theme']): 'light' | 'dark' {
  const dark = useSyncExternalStore(watchSystem, () => window.matchMedia(darkQuery).matches);
  if (chosen !== 'system') return chosen;
  return dark ? 'dark' : 'light';
}

function watchSystem(changed: () => void): () => void {
  const query = window.matchMedia(darkQuery);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
