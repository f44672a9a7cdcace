import { expect, it } from 'vitest';
import { environmentKinds } from '../../../../shared/install.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { always, readSettings, variablesOf } from '../../../../electron/engine/pip/settings.ts';

function systemWith(
  environment: Record<string, string>,
  platform: System['platform'] = 'linux',
): System {
  return { ...createNodeSystem(), platform, environment };
}

const venv = { kind: 'venv' } as const;

it('ranks variables over the section of a command over the general one', () => {
  const listing = (...names: string[]) =>
    names.map((name, index) => `${name}.index-url='${index}'`).join('\r\n');
  const winner = (...names: string[]) =>
    names[Number(readSettings(listing(...names))['index-url'])];
  expect(winner('global', 'install')).toBe('install');
  expect(winner('install', 'global')).toBe('install');
  expect(winner('install', 'download')).toBe('install');
  expect(winner('download', 'global')).toBe('download');
  expect(winner(':env:', 'install', 'global', 'download')).toBe(':env:');
});

it('keeps only what may reach our calls', () => {
  const listing = [
    "global.index-url='https://one/'",
    "install.target='/elsewhere'",
    "wheel.find-links='/x'",
    "xglobal.proxy='p'",
    "global.cert=''",
    ":env:.cert='c'",
    "install.cert=''",
    '  global.trusted-host=plain  ',
    'no setting',
    "global.no-index=''",
    '',
  ].join('\n');
  expect(readSettings(listing)).toEqual({
    'index-url': 'https://one/',
    'trusted-host': 'plain',
    cert: 'c',
  });
  expect(readSettings('')).toEqual({});
});

it.each([
  [String.raw`'one\ntwo'`, 'one\ntwo'],
  [String.raw`'a\tb\rc'`, 'a\tb\rc'],
  [String.raw`"it's"`, "it's"],
  [String.raw`'a\'b'`, "a'b"],
  [String.raw`'C:\\x\\new'`, 'C:\\x\\new'],
  [String.raw`'\x41\xe9'`, 'Aé'],
  [String.raw`'\u4e2d\u0041'`, '中A'],
  [String.raw`'\X41'`, 'A'],
  [String.raw`'\xzz'`, 'xzz'],
  [String.raw`'a\q'`, 'aq'],
  [`'a"`, `'a"`],
  [`x'a'`, `x'a'`],
  [`'a'x`, `'a'x`],
  ['plain', 'plain'],
])('reads the literal %s', (literal, text) => {
  expect(readSettings(`global.proxy=${literal}`)).toEqual({ proxy: text });
});

it('blanks the user’s variables, and sets those that are to be', () => {
  const system = systemWith({
    ...{ PIP_TARGET: '/x', pip_proxy: 'p', PYTHONPATH: '/y', pythonhome: '/z', XPIP_A: '1' },
    ...{ MYPYTHON: '1', PATH: '/bin' },
  });
  expect(variablesOf(system, venv, { 'extra-index-url': ' a\n  b\n\n c ', proxy: 'own' })).toEqual({
    PIP_RESUME_RETRIES: '60',
    PIP_TARGET: undefined,
    pip_proxy: undefined,
    PYTHONPATH: undefined,
    pythonhome: undefined,
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PIP_NO_COLOR: '1',
    PIP_NO_INPUT: '1',
    PIP_REQUIRE_VIRTUALENV: undefined,
    _PIP_RUNNING_IN_SUBPROCESS: '1',
    PIP_CONFIG_FILE: '/dev/null',
    PIP_USER: '0',
    PIP_EXTRA_INDEX_URL: 'a b c',
    PIP_PROXY: 'own',
  });
  const blank = Object.keys(variablesOf(system, venv, {}));
  expect(blank).toEqual(expect.arrayContaining(['PIP_TARGET', 'pip_proxy', 'PYTHONPATH']));
  expect(blank).not.toContain('XPIP_A');
  expect(blank).not.toContain('MYPYTHON');
});

it('installs into the folder of the user only where a Python has no other', () => {
  const free = environmentKinds.filter(
    (kind) => variablesOf(systemWith({}), { kind }, {})['PIP_USER'] !== '0',
  );
  expect(free).toEqual(['store']);
});

it('names the empty file of each system', () => {
  const file = (platform: System['platform']) =>
    variablesOf(systemWith({}, platform), venv, {})['PIP_CONFIG_FILE'];
  expect([file('win32'), file('darwin'), file('linux')]).toEqual(['nul', '/dev/null', '/dev/null']);
});

it('asks for the settings with the user’s own variables of pip', () => {
  expect(Object.keys(always(systemWith({ PIP_PROXY: 'p' })))).toEqual([
    ...['PIP_DISABLE_PIP_VERSION_CHECK', 'PIP_NO_COLOR', 'PIP_NO_INPUT'],
    ...['PIP_REQUIRE_VIRTUALENV', '_PIP_RUNNING_IN_SUBPROCESS'],
  ]);
});
