import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenIn, takeGiven } from '../../../../electron/hosts/desktop/given.ts';
import { createFakeEngine } from '../../../support/fake-engine.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

describe('what the app was started with', () => {
  it.each([
    [['app'], false, null],
    [['app', '--no-sandbox'], false, null],
    [['app', '/x/ComfyUI'], false, '/x/ComfyUI'],
    [['app', '--flag', 'bundle.zip', 'second'], false, '/work/bundle.zip'],
    [['electron', '--no-sandbox', '/repo'], true, null],
    [['electron', '/repo', 'a b'], true, '/work/a b'],
    [['app', ''], false, null],
  ])('%j', (words, isUnpackaged, expected) => {
    expect(givenIn(words, { isUnpackaged, folder: '/work' })).toBe(expected);
  });

  it('is a folder, a script, a log or nothing that can be read', async () => {
    const folder = await makeTemporaryFolder('given');
    const engine = createFakeEngine();
    await mkdir(join(folder, 'ComfyUI.log'));
    const log = 'x'.repeat(500_000);
    for (const [name, text] of [
      ['run.bat', ''],
      ['comfyui.log', log],
      ['picture.png', ''],
    ] as const)
      await writeFile(join(folder, name), text);
    const take = (name: string) => takeGiven(engine, join(folder, name));
    expect(await take('ComfyUI.log')).toEqual({ kind: 'folder', folderId: 'folder-1' });
    expect(await take('run.bat')).toEqual({ kind: 'folder', folderId: 'folder-2' });
    expect(await take('comfyui.log')).toEqual({
      ...{ kind: 'log', logId: 'log-1', name: 'comfyui.log' },
    });
    expect(engine.logs).toEqual([{ name: 'comfyui.log', bytes: log.length }]);
    expect(await take('picture.png')).toMatchObject({ problem: { code: 'not-a-text' } });
    expect(await take('gone')).toMatchObject({ kind: 'refused', problem: { code: 'not-found' } });
  });
});
