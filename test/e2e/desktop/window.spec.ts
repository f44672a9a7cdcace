import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from '../../../build/paths.mjs';
import { expect, test } from '../fixtures/wizard-test.ts';

test('locks the window', async ({ desktop: { app } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  expect(Reflect.get(preferences, 'enableBlinkFeatures') ?? '').toBe('');
});

test('offers the page exactly one function per method', async ({ desktop: { page } }) => {
  expect(await page.evaluate(() => Object.keys(window.attentionDoctor ?? {}).sort())).toEqual([
    'addToLog',
    'cancel',
    'choosePython',
    'folderOfDrop',
    'getState',
    'history',
    'inUse',
    'listFolders',
    'mirrors',
    'onCommand',
    'onEvent',
    'openLink',
    'openLog',
    'pickFolder',
    'pickWheel',
    'renewTables',
    'saveBundle',
    'saveSettings',
    'savedStates',
    'showBundle',
    'start',
    'tables',
    'updates',
  ]);
});

test('stays on its page, whatever the page tries', async ({ desktop: { page, app } }) => {
  const address = 'app://attention-doctor/#/install';
  await expect(page).toHaveURL(address);
  for (const target of [
    'https://example.invalid/',
    'file:///etc/passwd',
    'app://evil/',
    'data:text/html,x',
  ]) {
    await page.evaluate((url) => (location.href = url), target);
    await page.evaluate((url) => window.open(url), target);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    for (const name of ['webview', 'iframe', 'object']) {
      const frame = document.createElement(name);
      frame.setAttribute(name === 'object' ? 'data' : 'src', 'https://example.invalid/');
      frame.setAttribute('allowpopups', '');
      frame.setAttribute('nodeintegration', '');
      document.body.append(frame);
    }
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getType()),
  );
  expect(contents).toEqual(['window']);
});

test('denies every permission but copying text', async ({ desktop: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
    const answers = names.map((name) => navigator.permissions.query({ name }));
    return (await Promise.all(answers)).map((answer) => answer.state);
  });
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('refuses calls that do not come from its own window, loudly', async ({ desktop: { app } }) => {
  const answer = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
    await other.loadURL('app://attention-doctor/');
    const said = (await other.webContents.executeJavaScript(
      'attentionDoctor.getState({}).then(() => "answered", (error) => String(error))',
    )) as string;
    other.destroy();
    return said;
  }, fromRoot('out/desktop/preload.cjs'));
  expect(answer).toContain('refused: the call does not come from the window');
});

test('is at least 360 by 480, and remembers where it was', async ({ openWizard, machine }) => {
  const first = await openWizard();
  expect(await first.page.evaluate(() => window.innerWidth)).toBeGreaterThan(360);
  await first.close();
  const state = JSON.parse(
    await readFile(path.join(machine.state, 'window.json'), 'utf8'),
  ) as object;
  expect(state).toMatchObject({ maximized: false, bounds: { width: 1120, height: 800 } });
});

test('asks for a folder in a native dialog and gives the page only an id', async ({
  desktop,
  machine,
}) => {
  await desktop.answerFolderDialog(machine.home);
  const chosen = await desktop.call('pickFolder', {});
  expect(chosen).toMatchObject({ ok: true, value: { folderId: expect.stringContaining('') } });
  expect(JSON.stringify(chosen)).not.toContain(machine.home);
  await desktop.answerFolderDialog(null);
  expect(await desktop.call('pickFolder', {})).toEqual({ ok: true, value: { folderId: null } });
});

test('opens links of its own list only, in the browser of the user', async ({ desktop }) => {
  await desktop.app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'opened', []);
    shell.openExternal = (url) => {
      (Reflect.get(globalThis, 'opened') as string[]).push(url);
      return Promise.resolve();
    };
  });
  expect(await desktop.call('openLink', { linkId: 'comfyui-issues' })).toMatchObject({ ok: true });
  expect(await desktop.call('openLink', { linkId: 'https://example.invalid' })).toMatchObject({
    ok: false,
  });
  const opened = await desktop.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
  expect(opened).toEqual([expect.stringMatching(/^https:\/\/github\.com\//)]);
});

test('a page that crashed comes back, says so, and the crash is in the log', async ({
  desktop: { app },
  machine,
}) => {
  // The page that Playwright holds is gone with it: the window itself is asked.
  const text = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const back = new Promise<void>((resolve) => {
      window.webContents.once('did-finish-load', () => resolve());
    });
    window.webContents.forcefullyCrashRenderer();
    await back;
    const read = () => window.webContents.executeJavaScript('document.body.innerText');
    for (let tries = 0; tries < 100; tries += 1) {
      const shown = String(await read());
      if (shown.includes('broke down')) return shown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return String(await read());
  });
  expect(text).toContain('This window broke down on');
  expect(text).toContain('Prepare a report');
  const log = await readFile(path.join(machine.state, 'logs', 'attention-doctor.log'), 'utf8');
  expect(log).toMatch(/ crashed \{.*the page is gone: (crashed|killed)/);
});
