import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, RunOptions, System } from '../../../../electron/engine/machine/system.ts';
import { download } from '../../../../electron/engine/repair/download.ts';
import type { Diagnosis } from '../../../../shared/finding.ts';
import type { Action, Plan } from '../../../../shared/plan.ts';
import { fail } from '../../../../shared/problem.ts';
import { makePaperEnvironment, problemOf, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { planned } from '../../../support/paper-pip.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { buildWheel } from '../../../support/wheels/wheel.ts';

const a = buildWheel({ name: 'a', version: '1.0', files: { 'a.py': '' } });
const b = buildWheel({ name: 'b', version: '2.0', files: { 'b.py': '' } });
type Install = Extract<Action, { kind: 'pip-install' }>;

let paper: PaperEnvironment;
let folder: string;
let calls: { command: Command; options: RunOptions }[];
beforeEach(async () => {
  paper = await makePaperEnvironment();
  folder = join(paper.folder, 'staging');
  calls = [];
});

function action(changes: Partial<Install> = {}): Install {
  const usual = { kind: 'pip-install' as const, indexUrl: null, forceReinstall: false };
  return { ...usual, wheels: [planned(a)], ...changes };
}
const planOf = (...actions: Action[]): Plan => samplePlan({ actions });
const diagnosis = () => ({ environment: paper.environment }) as Diagnosis;

function systemWith(act: (words: readonly string[]) => Promise<string>): System {
  return {
    ...paper.system,
    environment: {},
    run: async (command, options = {}) => {
      calls.push({ command, options });
      return { exitCode: 0, stdout: await act(command.arguments.slice(3)), stderr: '' };
    },
  };
}

/** An index that has both wheels. */
const index = () =>
  systemWith(async (words) => {
    if (words[0] === 'config') return "global.index-url='https://own/'\nglobal.proxy='p'\n";
    for (const wheel of [a, b])
      if (words.includes(`${wheel.name}==${wheel.version}`))
        await write(join(folder, 'wheels', wheel.fileName), wheel.bytes);
    return '';
  });

describe('a download', () => {
  it('fetches every wheel of every action with the user’s settings', async () => {
    const uninstall: Action = { kind: 'pip-uninstall', names: ['c'] };
    const plan = planOf(uninstall, action(), action({ wheels: [planned(b)] }));
    const files = await download(index(), diagnosis(), plan, folder, {});
    expect(files).toEqual([a, b].map((each) => join(folder, 'wheels', each.fileName)));
    expect(calls.map(({ command }) => command.arguments.slice(3))).toEqual([
      ['config', 'list'],
      [
        ...['download', '--no-deps', '--only-binary', ':all:', '--progress-bar', 'off'],
        ...['--dest', join(folder, 'wheels'), 'a==1.0'],
      ],
      ['config', 'list'],
      expect.arrayContaining(['b==2.0']),
    ]);
    const scratch = join(folder, 'tmp');
    expect(calls[1]?.options).toMatchObject({ workingFolder: scratch });
    expect(calls[1]?.options.environment).toMatchObject({
      ...{ TMPDIR: scratch, TEMP: scratch, TMP: scratch },
      ...{ PIP_INDEX_URL: 'https://own/', PIP_PROXY: 'p' },
    });
  });

  it('takes the index of the action, with its password', async () => {
    const system = {
      ...index(),
      environment: { ATTENTION_DOCTOR_TORCH_INDEX: 'https://me:x@torch/whl' },
    };
    const plan = planOf(action({ indexUrl: 'https://torch/whl/cu124' }));
    await download(system, diagnosis(), plan, folder, {});
    expect(calls[1]?.options.environment).toMatchObject({
      ...{ PIP_INDEX_URL: 'https://me:x@torch/whl/cu124', PIP_PROXY: 'p' },
    });
  });

  it('passes on who cancels and who listens', async () => {
    const { signal } = new AbortController();
    const lines: string[] = [];
    const onLine = ({ text }: { text: string }): void => void lines.push(text);
    await download(index(), diagnosis(), planOf(action()), folder, { signal, onLine });
    expect(calls.map(({ options }) => options.signal)).toEqual([signal, signal]);
    expect(lines).toHaveLength(1);
  });

  it.each<[string, Partial<ReturnType<typeof planned>>, boolean]>([
    ['the content that was reviewed', {}, false],
    ['other content', { sha256: '0'.repeat(64) }, true],
    ['content of which nothing was known', { sha256: null }, false],
    ['another file', { fileName: 'a-1.0-other.whl' }, true],
  ])('brings %s', async (_, changes, changed) => {
    const plan = planOf(action({ wheels: [{ ...planned(a), ...changes }] }));
    const problem = await problemOf(download(index(), diagnosis(), plan, folder, {}));
    expect(problem).toEqual(changed ? { code: 'index-changed', params: { name: 'a' } } : null);
  });

  it.each<[string, Partial<Install>, string]>([
    ['the index', { indexUrl: 'https://torch/whl/cu124' }, 'torch'],
    ['the address of the wheel', {}, 'index'],
    ['an address of another kind', { indexUrl: 'x:/folder' }, 'x:/folder'],
    ['nothing', { wheels: [] }, ''],
  ])('whose wheel is gone names %s', async (_, changes, name) => {
    const system = systemWith(async () =>
      fail('no-matching-wheel', { params: { name: 'a' }, detail: 'said' }),
    );
    const plan = planOf(action(changes));
    expect(await problemOf(download(system, diagnosis(), plan, folder, {}))).toEqual({
      code: 'index-unreachable',
      params: { index: name },
      detail: 'said',
    });
  });

  it('passes other failures on', async () => {
    const failing = (error: Error) =>
      problemOf(
        download(
          systemWith(() => Promise.reject(error)),
          diagnosis(),
          planOf(action()),
          folder,
          {},
        ),
      );
    expect((await failing(new TypeError('a bug')))?.code).toBe('unexpected');
    const full = systemWith(async () => fail('disk-full'));
    const told = download(full, diagnosis(), planOf(action()), folder, {});
    expect(await problemOf(told)).toEqual({ code: 'disk-full' });
  });
});
