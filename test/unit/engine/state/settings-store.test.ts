import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { openSettings } from '../../../../electron/engine/state/settings-store.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder('settings');
  file = join(folder, 'settings.json');
});
const usual = { language: null, theme: 'system' } as const;

describe('the file of settings', () => {
  it('is read by people, and by the next start', async () => {
    const first = await openSettings(system, file);
    expect(first.get()).toEqual(usual);
    await first.save({
      language: 'zh-CN',
      theme: 'dark',
      proxy: 'http://proxy:3128',
      savedSpace: 5,
    });
    expect(await readFile(file, 'utf8')).toContain('\n  "theme": "dark",\n');
    const second = await openSettings(system, file);
    expect(second.get()).toMatchObject({ theme: 'dark', proxy: 'http://proxy:3128' });
    expect(second.savedBytes()).toBe(5 * 1024 ** 3);
    expect(second.problem()).toBeNull();
  });

  it.each(['{"theme": "da', '[]', '7', 'null', ''])(
    'that is damaged (%j) is set aside and told',
    async (text) => {
      await writeFile(file, text);
      const opened = await openSettings(system, file);
      const aside = join(folder, 'settings-damaged-1.json');
      expect(opened.get()).toEqual(usual);
      expect(opened.problem()).toEqual({ code: 'settings-damaged', params: { path: file, aside } });
      expect(await readFile(aside, 'utf8')).toBe(text);
      // Said once: there is nothing damaged any more.
      expect((await openSettings(system, file)).problem()).toBeNull();
    },
  );

  it('never writes over an earlier one that was set aside', async () => {
    for (const text of ['one', 'two']) {
      await writeFile(file, text);
      await openSettings(system, file);
    }
    expect(await readdir(folder)).toEqual(['settings-damaged-1.json', 'settings-damaged-2.json']);
  });

  it('keeps what it understands, names the rest, and loses neither', async () => {
    const text = JSON.stringify({
      theme: 'pink',
      language: 'en',
      folders: ['/a'],
      later: { x: 1 },
    });
    await writeFile(file, text);
    const opened = await openSettings(system, file);
    expect(opened.get()).toEqual({ language: 'en', theme: 'system' });
    expect(opened.folders()).toEqual(['/a']);
    expect(opened.problem()).toEqual({
      code: 'settings-misread',
      params: { path: file, names: 'theme' },
    });
    expect(await readFile(file, 'utf8')).toBe(text);
    await opened.save({ language: 'en', theme: 'light' });
    expect(opened.problem()).toBeNull();
    expect(await readFile(join(folder, 'settings-damaged-1.json'), 'utf8')).toBe(text);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      ...{ theme: 'light', folders: ['/a'] },
      later: { x: 1 },
    });
  });

  it('keeps the password of a proxy that the page knows only without', async () => {
    const opened = await openSettings(system, file);
    await opened.save({ ...usual, proxy: 'http://joe:Secret12345@proxy:3128' });
    await opened.save({ ...usual, theme: 'dark', proxy: 'http://<credentials>@proxy:3128' });
    expect(opened.network().proxy).toBe('http://joe:Secret12345@proxy:3128');
    await opened.save({ ...usual, proxy: null });
    expect(opened.network()).toEqual({ proxy: null, offline: false });
  });
});
