import { app, dialog, nativeTheme, session, type BrowserWindow } from 'electron';
import * as z from 'zod';
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
import { createCommands } from './commands.ts';
import { givenIn, takeGiven } from './given.ts';
import { answerCalls, answerDrops, sendEvent, type Connection } from './ipc.ts';
import { lockAllContents, lockSession } from './lockdown.ts';
import { showLongWork } from './long-work.ts';
import { showMenu } from './menu.ts';
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
  // A second start hands over what it was given, and leaves.
  if (!app.requestSingleInstanceLock({ given: givenToThis(process.argv, process.cwd()) })) {
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
  const given = givenFiles();
  await app.whenReady();
  await openWindow(start, note('page'), given);
}

function givenToThis(words: readonly string[], folder: string): string | null {
  return givenIn(words, { isUnpackaged: process.defaultApp, folder });
}

/**
 * What the app is asked to open, by its command line, by another start, or by macOS, which tells it
 * before the window is there.
 */
function givenFiles(): (take: (given: string) => void) => void {
  let taken: ((given: string) => void) | null = null;
  const own = givenToThis(process.argv, process.cwd());
  const waiting = own === null ? [] : [own];
  const give = (given: string): void => {
    if (taken) taken(given);
    else waiting.push(given);
  };
  app.on('open-file', (event, file) => {
    event.preventDefault();
    give(file);
  });
  app.on('second-instance', (_event, _words, _folder, data) => {
    const given = z.object({ given: z.string() }).safeParse(data).data?.given;
    if (given !== undefined) give(given);
  });
  return (take) => {
    taken = take;
    waiting.forEach(take);
  };
}

async function openWindow(
  start: DesktopStart,
  noteCrashOfPage: (thrown: unknown) => void,
  whenGiven: ReturnType<typeof givenFiles>,
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
  const commands = createCommands(window);
  const menu = (chosen: Settings | null): void =>
    showMenu(start.platform, languageOf(chosen), (command) => {
      bringForward(window);
      commands.tell(command);
    });
  menu(settings);
  const connection = connect(engine, window, start.platform, menu);
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
  whenGiven((given) => {
    // Where the engine did not start its window says so already.
    void connection.then(async ({ engine: ready }) => {
      if (ready) commands.tell(await takeGiven(ready, given));
    });
  });
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
  menu: (settings: Settings) => void,
): Promise<Connection> {
  try {
    const ready = await engine;
    const language = () => languageOf(ready.settings());
    const showWork = showLongWork(window, ready, {
      language,
      bringForward: () => bringForward(window),
    });
    const unsubscribe = ready.subscribe((event) => {
      sendEvent(window, event);
      showWork(event);
    });
    window.on('closed', unsubscribe);
    const handlers = createHandlers(ready, desktopAbilities(window, platform, language));
    const saveSettings: Handlers['saveSettings'] = async (wanted) => {
      const saved = await handlers.saveSettings(wanted);
      // The window frame and the page's "prefers dark" follow the choice.
      nativeTheme.themeSource = saved.theme;
      menu(saved);
      return saved;
    };
    return { handlers: { ...handlers, saveSettings }, engine: ready };
  } catch (thrown) {
    return { handlers: failedHandlers(thrown), engine: null };
  }
}

function languageOf(settings: Settings | null): Language {
  return settings?.language ?? (app.getLocale().startsWith('zh') ? 'zh-CN' : 'en');
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
