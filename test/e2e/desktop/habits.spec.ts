import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findElectron } from '../../../build/electron-runtime.mjs';
import { root } from '../../../build/paths.mjs';
import { environmentOf } from '../fixtures/machine.ts';
import { desktopSwitches, openDesktop } from '../fixtures/open-desktop.ts';
import { seeHeading } from '../fixtures/walk.ts';
import { expect, test } from '../fixtures/wizard-test.ts';

test('the window has menus, zoom and settings, and takes what a second start is given', async ({
  machine,
}) => {
  const log = path.join(machine.home, 'comfyui.log');
  await writeFile(log, "ModuleNotFoundError: No module named 'sageattention'\n");
  const { app, page, close } = await openDesktop(machine, [log]);
  await seeHeading(page, 'An acceleration package that is asked for is not installed.');

  const press = (label: string) =>
    app.evaluate(({ Menu, BrowserWindow }, wanted) => {
      const all = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      const item = all?.find((each) => each.label === wanted && each.visible);
      const [window] = BrowserWindow.getAllWindows();
      item?.click(undefined, window, window?.webContents);
    }, label);
  await press('&Settings…');
  await seeHeading(page, 'Settings');
  await press('&About Attention Doctor');
  await seeHeading(page, 'About');
  await expect(page.getByText('Electron', { exact: true })).toBeVisible();

  const zoom = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomLevel);
  await press('Zoom &in');
  await expect.poll(zoom).toBeGreaterThan(0);
  await press('&Actual size');
  await expect.poll(zoom).toBe(0);

  const gone = path.join(machine.home, 'not-there');
  const second = spawn(findElectron()?.program ?? '', [...desktopSwitches, root, gone], {
    env: environmentOf(machine),
    stdio: 'ignore',
  });
  await once(second, 'exit');
  await expect(page.getByRole('alert')).toContainText('not-there');
  await close();
});
