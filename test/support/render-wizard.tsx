import { act, render, screen } from '@testing-library/react';
import type { AppState } from '../../shared/contract.ts';
import type { Session } from '../../shared/session.ts';
import { Root } from '../../renderer/app/root.tsx';
import { fetchLanguage } from '../../renderer/language/fetched-catalogues.ts';
import { startApp } from '../../renderer/app/start-app.ts';
import type { AppHandle } from '../../renderer/store/store-context.ts';
import { createFakeBackend, type FakeBackend } from './fake-backend.ts';
import { appState } from './sample-session.ts';

/** The whole wizard over a fake back end, as it stands once the state has come. */
export async function renderWizard(
  session: Session,
  changes: Partial<AppState> = {},
): Promise<{ backend: FakeBackend; app: AppHandle }> {
  giveJsdomWhatItLacks();
  const backend = createFakeBackend(appState(session, changes));
  await fetchLanguage('zh-CN');
  const app = startApp(backend);
  // What a boundary caught is on the page, where the test reads it.
  render(<Root handle={app} />, { onCaughtError() {} });
  await act(() => app.started);
  return { backend, app };
}

export function heading(): string {
  return screen.getByRole('heading', { level: 1 }).textContent;
}

export async function press(name: string | RegExp): Promise<void> {
  const button = screen.getByRole('button', { name });
  await act(async () => {
    button.click();
  });
}

/** jsdom draws nothing: no media queries, no scrolling. */
function giveJsdomWhatItLacks(): void {
  // The address outlives a test; each begins as a window that was just opened.
  window.history.replaceState(null, '', '/');
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
    scrollTo() {},
    ResizeObserver: class {
      observe(): void {}
      disconnect(): void {}
    },
  });
}
