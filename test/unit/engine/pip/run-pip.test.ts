import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type {
  Command,
  RunOptions,
  RunResult,
  System,
} from '../../../../electron/engine/machine/system.ts';
import {
  explain,
  pip,
  readable,
  requirePip,
  settingsOf,
} from '../../../../electron/engine/pip/run-pip.ts';
import type { Arrival } from '../../../../electron/engine/pip/read-arrival.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';

const environment = sampleEnvironment({ executable: '/env/bin/python', environmentRoot: '/env' });

function answering(result: Partial<RunResult>) {
  const calls: { command: Command; options: RunOptions }[] = [];
  const system: System = {
    ...createNodeSystem(),
    platform: 'linux',
    environment: { PIP_PROXY: 'p' },
    run: async (command, options = {}) => {
      calls.push({ command, options });
      return { exitCode: 0, stdout: '', stderr: '', ...result };
    },
  };
  return { system, calls };
}

describe('pip itself', () => {
  const params = { executable: '/env/bin/python' };
  it.each<[string | null, Problem | null]>([
    [null, { code: 'pip-missing', params }],
    ['22.1.2', { code: 'pip-too-old', params: { ...params, version: '22.1.2', needed: '22.2' } }],
    ['22.2', null],
    ['22.10', null],
  ])('in the version %s', async (version, problem) => {
    const { system } = answering({});
    expect(await problemOf(requirePip(system, environment, version))).toEqual(problem);
  });

  it('runs as a module of the Python, and tells its command', async () => {
    const { system, calls } = answering({ stdout: 'done' });
    const lines: unknown[] = [];
    const signal = new AbortController().signal;
    const onLine = (line: unknown): void => void lines.push(line);
    const options = {
      signal,
      onLine,
      workingFolder: '/w',
      timeLimit: 5,
      environment: { TMP: '/t' },
    };
    const settings = { 'index-url': 'https://index/' };
    const result = await pip(system, environment, ['install', 'a b'], settings, options);
    expect(result.stdout).toBe('done');
    const [call] = calls;
    expect(call?.command).toEqual({
      program: '/env/bin/python',
      arguments: ['-B', '-m', 'pip', 'install', 'a b'],
    });
    expect(call?.options).toMatchObject({
      okExitCodes: 'any',
      signal,
      workingFolder: '/w',
      timeLimit: 5,
    });
    expect(call?.options.environment).toMatchObject({
      ...{ TMP: '/t', PIP_INDEX_URL: 'https://index/', PYTHONUTF8: '1', PIP_PROXY: undefined },
    });
    expect(lines).toEqual([{ stream: 'command', text: '/env/bin/python -B -m pip install "a b"' }]);
    const said = { stream: 'stdout' as const, text: 'Collecting x' };
    call?.options.onLine?.(said);
    call?.options.onLine?.({ ...said, text: 'Progress 1 of 2' });
    expect(lines.slice(1)).toEqual([said]);
  });

  it('tells what comes over the network, and keeps the numbers out of its last words', async () => {
    const stdout = 'Downloading a-1.whl (1 MB)\nProgress 5 of 10\nthen it broke\nProgress 6 of 10';
    const { system, calls } = answering({ exitCode: 1, stdout });
    const arrivals: Arrival[] = [];
    const onArrival = (arrival: Arrival): void => void arrivals.push(arrival);
    const problem = await problemOf(pip(system, environment, ['download'], {}, { onArrival }));
    expect(problem?.detail).toBe('Downloading a-1.whl (1 MB)\nthen it broke');
    for (const text of stdout.split('\n')) calls[0]?.options.onLine?.({ stream: 'stdout', text });
    calls[0]?.options.onLine?.({ stream: 'stderr', text: 'Progress 7 of 10' });
    expect(arrivals.map(({ done }) => done)).toEqual([0, 5, 6]);
  });

  it('is asked for nothing that was not wanted', async () => {
    const { system, calls } = answering({});
    await pip(system, environment, [], {});
    expect(Object.keys(calls[0]?.options ?? {})).toEqual([
      'environment',
      'okExitCodes',
      'keepSecrets',
      'timeLimit',
    ]);
  });

  it('fails with what it said last', async () => {
    const failing = { exitCode: 2, stdout: 'out', stderr: ' ' };
    const settings = { 'index-url': 'https://me:x@index/simple' };
    expect(await problemOf(pip(answering(failing).system, environment, ['x'], settings))).toEqual({
      code: 'pip-failed',
      params: { reason: 'exit code 2' },
      command: ['/env/bin/python', '-B', '-m', 'pip', 'x'],
      exitCode: 2,
      detail: 'out',
    });
    const stderr = 'ConnectionError';
    const { system } = answering({ ...failing, stderr });
    expect(await problemOf(pip(system, environment, ['x'], settings))).toMatchObject({
      ...{ code: 'index-unreachable', params: { index: 'index/simple' }, detail: stderr },
    });
    expect((await problemOf(pip(system, environment, ['x'], {})))?.params).toEqual({
      index: 'PyPI',
    });
  });
});

describe('the settings', () => {
  it('are asked of pip', async () => {
    const { system, calls } = answering({ stdout: "global.proxy='p'\n" });
    const signal = new AbortController().signal;
    expect(await settingsOf(system, environment, { signal })).toEqual({ proxy: 'p' });
    expect(calls[0]?.command.arguments).toEqual(['-B', '-m', 'pip', 'config', 'list']);
    expect(calls[0]?.options.signal).toBe(signal);
    expect(calls[0]?.options.environment).not.toHaveProperty('PIP_PROXY');
    await settingsOf(system, environment);
    expect(calls[1]?.options).not.toHaveProperty('signal');
  });

  it('are not taken for none where pip fails', async () => {
    const failing = { exitCode: 1, stdout: 'said', stderr: '\n' };
    expect(await problemOf(settingsOf(answering(failing).system, environment))).toEqual({
      code: 'pip-failed',
      params: { reason: 'exit code 1' },
      command: ['/env/bin/python', '-B', '-m', 'pip', 'config', 'list'],
      exitCode: 1,
      detail: 'said',
    });
    const { system } = answering({ ...failing, stderr: 'MaxRetryError: Max retries exceeded' });
    expect(await problemOf(settingsOf(system, environment))).toMatchObject({
      ...{ code: 'index-unreachable', params: { index: 'PyPI' } },
      detail: 'MaxRetryError: Max retries exceeded',
    });
  });
});

describe('what pip’s words mean', () => {
  const told = (text: string, index = 'https://index.example/simple') =>
    explain(environment, { exitCode: 3, stdout: '', stderr: text }, index);

  it.each<[string, Problem['code'], Problem['params']]>([
    ['/env/bin/python: No module named pip', 'pip-missing', { executable: '/env/bin/python' }],
    [
      "[Errno 28] No space left on device: '/tmp/x.whl'",
      'disk-full',
      { path: '/tmp/x.whl', needed: '?' },
    ],
    ['OSError: [Errno 28] full: "/tmp/it\'s"', 'disk-full', { path: "/tmp/it's", needed: '?' }],
    [
      "[WinError 112] There is not enough space on the disk: 'C:\\\\x'",
      'disk-full',
      { path: 'C:\\\\x', needed: '?' },
    ],
    ['No space left on device', 'disk-full', { path: '/env', needed: '?' }],
    ['Not enough SPACE on the disk', 'disk-full', { path: '/env', needed: '?' }],
    ["Errno 28 \n: '/other'", 'disk-full', { path: '/env', needed: '?' }],
    [
      "HTTPConnectionPool(host='a.b', port=443): Max retries exceeded",
      'index-unreachable',
      { index: 'a.b:443' },
    ],
    ['ReadTimeoutError for https://me:secret@c.d/simple/x', 'index-unreachable', { index: 'c.d' }],
    ["SSLError at 'http://e.f'", 'index-unreachable', { index: 'e.f' }],
    ['HTTP error 503 while getting x', 'index-unreachable', { index: 'index.example/simple' }],
    ['502 Server Error', 'index-unreachable', { index: 'index.example/simple' }],
    ['error: externally-managed-environment', 'externally-managed', undefined],
    [
      'ERROR: ResolutionImpossible\nThe conflict is caused by:\n    a 1 needs b\n    c needs d\n\nTo fix',
      'would-break-packages',
      { packages: 'a 1 needs b c needs d' },
    ],
    ['conflicting dependencies', 'would-break-packages', { packages: '' }],
    [
      'ERROR: No matching distribution found for xformers==9 (from x)',
      'no-matching-wheel',
      { name: 'xformers==9', what: '/env/bin/python' },
    ],
    ['Permission denied', 'permission-denied', { path: '/env' }],
    ['Access is denied', 'permission-denied', { path: '/env' }],
    ['[WinError 32] in use', 'permission-denied', { path: '/env' }],
    ['first\nERROR:  it  broke \nERROR: again', 'pip-failed', { reason: 'it broke' }],
    ['not an ERROR: x', 'pip-failed', { reason: 'exit code 3' }],
    ['HTTP error 404', 'pip-failed', { reason: 'exit code 3' }],
    [`ERROR: ${'x'.repeat(400)}`, 'pip-failed', { reason: 'x'.repeat(300) }],
  ])('%s', (text, code, params) => {
    expect(told(text)).toEqual({ code, ...(params ? { params } : {}) });
  });

  it('takes the most telling of several', () => {
    const all = ['Permission denied', 'No matching distribution found for x'];
    expect(told(all.join('\n')).code).toBe('no-matching-wheel');
    expect(told([...all, 'ResolutionImpossible'].join('\n')).code).toBe('would-break-packages');
    expect(told([...all, 'Connection refused'].join('\n')).code).toBe('index-unreachable');
    expect(told(['Connection refused', 'Errno 28'].join('\n')).code).toBe('disk-full');
    expect(told('No module named pipx').code).toBe('pip-failed');
  });

  it('reads both streams, and names the index as it can be shown', () => {
    const result = { exitCode: 1, stdout: 'ProxyError', stderr: '' };
    expect(explain(environment, result, '').params).toEqual({ index: 'PyPI' });
    const shown = (url: string) => explain(environment, result, url).params?.['index'];
    expect(shown('HTTPS://me:x@host/simple')).toBe('host/simple');
    expect(shown('host/simple@1')).toBe('host/simple@1');
    expect(shown('https://host/a@b')).toBe('host/a@b');
  });
});

it('writes a command as people do', () => {
  expect(readable('/a b/python', ['-m', "it's", '"x"', 'plain'])).toBe(
    `"/a b/python" -m "it's" ""x"" plain`,
  );
});
