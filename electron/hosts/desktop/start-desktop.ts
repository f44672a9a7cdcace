import { app, dialog, Menu, nativeTheme, session, type BrowserWindow } from 'electron';
import type { Handlers, Language, Settings } from '../../../shared/contract.ts';
import type { Crash } from '../../../shared/crash.ts';
import type { Platform } from '../../../shared/facts.ts';
import { message, translate, type MessageKey } from '../../../shared/messages/index.ts';
import type { Engine } from '../../engine/engine.ts';
import { createAssets } from '../assets.ts';
import { noteCrash } from '../note-crash.ts';
import { createHandlers, failedHandlers } from '../handlers.ts';
import { desktopAbilities } from './abilities.ts';
import { declareAppScheme, serveAppScheme } from './app-scheme.ts';
import { answerCalls, answerDrops, sendEvent, type Connection } from './ipc.ts';
import { lockAllContents, lockSession } from './lockdown.ts';
import { quitAfter } from './quit.ts';
import { bringPageBack, endOnMistake } from './survive-crashes.ts';
import { userDataFolder } from './user-data.ts';
import { createWindow, showPage } from './window.ts';

export type DesktopStart = {
  createEngine: () => Promise<Engine>;
  platform: Platform;
  stateFolder: string;
  assetsFolder: string;
  preload: string;
};

/** The desktop app over any engine: the product's own, or one that a test brings. */
export async function startDesktop(start: DesktopStart): Promise<void> {
  // The lock below holds one window per folder.
  app.setPath('userData', userDataFolder(start.stateFolder));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const note = (where: Crash['where']) => (thrown: unknown) =>
    noteCrash(start.stateFolder, { at: new Date().toISOString(), where }, thrown);
  endOnMistake(note('main'), () => {
    const say = (key: MessageKey) => translate(languageOf(null), message(key));
    return { title: say('host.name'), sentence: say('host.crash') };
  });
  declareAppScheme();
  lockAllContents();
  // Both together keep Chromium from starting; root on Linux needs the switch.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  setMenu();
  await app.whenReady();
  await openWindow(start, note('page'));
}

async function openWindow(
  start: DesktopStart,
  noteCrashOfPage: (thrown: unknown) => void,
): Promise<void> {
  const engine = start.createEngine();
  const settings = await settingsOf(engine);
  if (settings) nativeTheme.themeSource = settings.theme;
  lockSession(session.defaultSession);
  serveAppScheme(session.defaultSession, createAssets(start.assetsFolder));
  const window = createWindow({
    title: translate(languageOf(settings), message('host.name')),
    preload: start.preload,
    stateFolder: start.stateFolder,
  });
  const connection = connect(engine, window, start.platform);
  answerCalls(window, connection);
  answerDrops(window, engine);
  // An engine that never started has nothing to close.
  quitAfter(
    window,
    async () => (await connection).engine?.close(),
    async () => mayStop(window, (await connection).engine),
  );
  bringPageBack(window, noteCrashOfPage);
  app.on('second-instance', () => bringForward(window));
  await showPage(window);
}

/** A change in the middle is stopped only by somebody who knows what that means. */
async function mayStop(window: BrowserWindow, engine: Engine | null): Promise<boolean> {
  const operation = engine?.session().operation ?? null;
  if (!engine || !operation || operation.outcome !== null) return true;
  const { kind } = operation;
  if (kind !== 'fix' && kind !== 'rollback') return true;
  const say = (key: MessageKey) => translate(languageOf(engine.settings()), message(key));
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: say(`host.close.${kind}`),
    detail: say(`host.close.${kind}.detail`),
    buttons: [say('host.close.stay'), say('host.close.leave')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** null where the engine did not start: its window says why. */
async function settingsOf(engine: Promise<Engine>): Promise<Settings | null> {
  const [started] = await Promise.allSettled([engine]);
  return started.status === 'fulfilled' ? started.value.settings() : null;
}

/** The handlers of this engine, and its events sent to this window. */
async function connect(
  engine: Promise<Engine>,
  window: BrowserWindow,
  platform: Platform,
): Promise<Connection> {
  try {
    const ready = await engine;
    const unsubscribe = ready.subscribe((event) => sendEvent(window, event));
    window.on('closed', unsubscribe);
    const language = () => languageOf(ready.settings());
    const handlers = createHandlers(ready, desktopAbilities(window, platform, language));
    const saveSettings: Handlers['saveSettings'] = async (wanted) =>
      applyTheme(await handlers.saveSettings(wanted));
    return { handlers: { ...handlers, saveSettings }, engine: ready };
  } catch (thrown) {
    return { handlers: failedHandlers(thrown), engine: null };
  }
}

/** The window frame and the page's "prefers dark" follow the choice. */
function applyTheme(settings: Settings): Settings {
  nativeTheme.themeSource = settings.theme;
  return settings;
}

function languageOf(settings: Settings | null): Language {
  return settings?.language ?? (app.getLocale().startsWith('zh') ? 'zh-CN' : 'en');
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** macOS needs a menu for copy and paste; elsewhere a menu bar would only be in the way. */
function setMenu(): void {
  const mac = Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]);
  Menu.setApplicationMenu(process.platform === 'darwin' ? mac : null);
}
