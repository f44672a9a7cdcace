import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isReachable,
  readWindowState,
  writeWindowState,
} from '../../../../electron/hosts/desktop/window-state.ts';

const bounds = { x: 100, y: 50, width: 1000, height: 700 };
const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const newFolder = () => mkdtempSync(path.join(tmpdir(), 'attention-doctor-window-'));

describe('window state', () => {
  it('is remembered, also in a folder that is not there yet', () => {
    const folder = path.join(newFolder(), 'deep', 'folder');
    expect(readWindowState(folder)).toBeNull();
    writeWindowState(folder, { bounds, maximized: true });
    expect(readWindowState(folder)).toEqual({ bounds, maximized: true });
  });

  it.each(['', '{', 'null', '{"bounds":{"x":1},"maximized":true}'])('is null for %j', (text) => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toBeNull();
  });

  it('does not fail where nothing can be written', () => {
    const file = path.join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(() => writeWindowState(file, { bounds, maximized: false })).not.toThrow();
  });

  it.each([
    ['on the screen', bounds, [screen], true],
    ['on the second screen', { ...bounds, x: 2000 }, [screen, { ...screen, x: 1920 }], true],
    ['on a screen that was unplugged', { ...bounds, x: 2000 }, [screen], false],
    ['all but a sliver outside', { ...bounds, x: 1900 }, [screen], false],
    ['without any screen', bounds, [], false],
  ])('is reachable %s', (_name, place, screens, expected) => {
    expect(isReachable(place, screens)).toBe(expected);
  });
});
