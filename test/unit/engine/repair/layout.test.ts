import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { Command, RunOptions, System } from '../../../../electron/engine/machine/system.ts';
import { layoutOf, placeInLayout } from '../../../../electron/engine/repair/layout.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';

const layout = {
  ...{ purelib: '/pure', platlib: '/plat', scripts: '/scripts', data: '/data' },
  headers: { a: '/headers/a' },
};

it.each([
  ['a/x.py', true, '/pure/a/x.py'],
  ['a/x.py', false, '/plat/a/x.py'],
  ['a-1.data/purelib/x.py', false, '/pure/x.py'],
  ['a-1.data/platlib/x.py', true, '/plat/x.py'],
  ['a-1.data/scripts/run', true, '/scripts/run'],
  ['a-1.data/data/share/x', true, '/data/share/x'],
  ['a-1.data/headers/x.h', true, '/headers/a/x.h'],
  ['a-1.data/other/x', true, '/pure/a-1.data/other/x'],
  ['b/a-1.data/scripts/x', true, '/pure/b/a-1.data/scripts/x'],
  ['a-1.data/scripts', true, '/pure/a-1.data/scripts'],
  ['.data/scripts/x', true, '/pure/.data/scripts/x'],
  ['a-1Xdata/scripts/x', true, '/pure/a-1Xdata/scripts/x'],
])('%s (pure: %s) goes to %s', (name, pure, place) => {
  expect(placeInLayout(layout, 'a', pure, name)).toBe(place);
});

it('puts headers of a package that was not asked for with the data', () => {
  expect(placeInLayout(layout, 'b', true, 'b-1.data/headers/x.h')).toBe('/data/x.h');
});

describe('pip’s own answer', () => {
  const environment = sampleEnvironment();
  function answering(say: (marker: string) => string) {
    const calls: { command: Command; options: RunOptions }[] = [];
    const system: System = {
      ...createNodeSystem(),
      run: async (command, options = {}) => {
        calls.push({ command, options });
        return { exitCode: 1, stdout: say(command.arguments[2] ?? ''), stderr: '' };
      },
    };
    return { system, calls };
  }

  it('is found between whatever else is printed', async () => {
    const json = JSON.stringify(layout);
    const { system, calls } = answering((marker) => `hello\n${marker}${json}\r\nbye {}\n`);
    const signal = new AbortController().signal;
    expect(await layoutOf(system, environment, ['a', 'b'], signal)).toEqual(layout);
    const [call] = calls;
    expect(call?.command.program).toBe(environment.executable);
    expect(call?.command.arguments.slice(0, 2)).toEqual(['-B', '-']);
    expect(call?.command.arguments[2]).toMatch(/^attention-doctor-[\da-f-]{36}$/);
    // No pip of ours for this one.
    expect(call?.command.arguments.slice(3)).toEqual(['', 'a', 'b']);
    expect(call?.options).toMatchObject({ okExitCodes: 'any', timeLimit: 60_000, signal });
    expect(call?.options.environment).toMatchObject({ PYTHONUTF8: '1' });
    expect(call?.options.input).toContain('get_scheme');
  });

  it.each<[string, (marker: string) => string]>([
    ['nothing', () => ''],
    ['no JSON', (marker) => `${marker}{"purelib":`],
    ['a layout without its marker', () => JSON.stringify(layout)],
    ['no headers', (marker) => marker + JSON.stringify({ ...layout, headers: undefined })],
    ['no purelib', (marker) => marker + JSON.stringify({ ...layout, purelib: undefined })],
    ['no platlib', (marker) => marker + JSON.stringify({ ...layout, platlib: undefined })],
    ['no scripts', (marker) => marker + JSON.stringify({ ...layout, scripts: undefined })],
    ['no data', (marker) => marker + JSON.stringify({ ...layout, data: undefined })],
  ])('%s is told', async (_, say) => {
    const { system, calls } = answering(say);
    expect(await problemOf(layoutOf(system, environment, []))).toEqual({
      code: 'interpreter-unreadable',
      params: { executable: environment.executable },
    });
    expect(calls[0]?.options).not.toHaveProperty('signal');
  });
});
