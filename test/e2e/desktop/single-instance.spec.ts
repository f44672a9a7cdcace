import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findElectron } from '../../../build/electron-runtime.mjs';
import { root } from '../../../build/paths.mjs';
import { environmentOf, makeMachine } from '../fixtures/machine.ts';
import { desktopSwitches, openDesktop } from '../fixtures/open-desktop.ts';
import { expect, test } from '../fixtures/wizard-test.ts';

test('a second start with the same state folder leaves at once', async ({ desktop, machine }) => {
  const second = spawn(findElectron()?.program ?? '', [...desktopSwitches, root], {
    env: environmentOf(machine),
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(await desktop.call('getState', {})).toMatchObject({ ok: true });
});

test('a second start with another state folder is an app of its own', async ({ desktop }) => {
  const { machine, remove } = await makeMachine();
  const second = await openDesktop(machine);
  expect(await second.call('getState', {})).toMatchObject({ ok: true });
  expect(await desktop.call('getState', {})).toMatchObject({ ok: true });
  await second.close();
  await remove();
});
