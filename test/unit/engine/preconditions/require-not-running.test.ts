import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { Means, RunningProcess, System } from '../../../../electron/engine/machine/system.ts';
import {
  canSeeProcesses,
  isToldUnknown,
  requireNotRunning,
} from '../../../../electron/engine/preconditions/require-not-running.ts';
import type { Plan } from '../../../../shared/plan.ts';
import { fail, toProblem } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { samplePlan } from '../../../support/sample-plan.ts';

const executable = '/D/venv/Scripts/python.exe';
const target = {
  id: 'one',
  install: { sourceRoot: '/D/ComfyUI' },
  environment: { executable, environmentRoot: '/D/venv', problems: [] },
} as unknown as Target;

function running(program: string, ...words: string[]): RunningProcess {
  const folder = { parentPid: null, workingFolder: null };
  return { pid: 7, executable: program, arguments: [program, ...words], ...folder };
}

/** A Windows that tells these; null: it does not. */
function windows(processes: RunningProcess[] | null, holders: RunningProcess[] | null) {
  const means: (Means | undefined)[] = [];
  const system: System = {
    ...createNodeSystem(),
    platform: 'win32',
    processes: async (_, by) => {
      means.push(by);
      return processes ?? fail('processes-unknown');
    },
    holders: async () => holders ?? fail('processes-unknown'),
  };
  return { system, means };
}

const comfyui = running(executable, '/D/ComfyUI/main.py');
const krita = running('/C/krita.exe');

it.each<[string, RunningProcess[] | null, RunningProcess[] | null, string, string]>([
  ['nobody', [], [], 'nothing', 'nothing'],
  ['ComfyUI', [comfyui], [comfyui], 'comfyui-running', 'comfyui-running'],
  ['ComfyUI, where libraries are not told', [comfyui], null, 'comfyui-running', 'comfyui-running'],
  ['another program', [krita], [krita], 'python-in-use', 'python-in-use'],
  ['nobody seen, and libraries not told', [krita], null, 'processes-unknown', 'nothing'],
  ['not told', null, null, 'processes-unknown', 'nothing'],
  ['not told, but libraries would be', null, [krita], 'processes-unknown', 'nothing'],
])('where what runs is %s', async (_, processes, holders, code, accepted) => {
  const { system, means } = windows(processes, holders);
  const codeOf = (unknownIsAccepted: boolean) =>
    requireNotRunning(system, target, { unknownIsAccepted }).then(
      () => 'nothing',
      (error: unknown) => toProblem(error).code,
    );
  expect([await codeOf(false), await codeOf(true)]).toEqual([code, accepted]);
  expect(means[0]).toEqual({ python: executable });
  const seen = await canSeeProcesses(system, target.environment);
  expect(seen).toBe(processes !== null && holders !== null);
});

it('passes on what is no missing answer', async () => {
  const { system } = windows([], []);
  const broken: System = { ...system, processes: () => Promise.reject(new TypeError('a bug')) };
  await expect(requireNotRunning(broken, target, { unknownIsAccepted: true })).rejects.toThrow(
    'a bug',
  );
  const gone: System = { ...system, processes: async () => fail('timed-out') };
  const asked = requireNotRunning(gone, target, { unknownIsAccepted: true });
  expect((await problemOf(asked))?.code).toBe('timed-out');
});

it('asks no Python that is not there', async () => {
  const { system, means } = windows([], []);
  const gone = { code: 'interpreter-missing' as const, params: { executable } };
  await canSeeProcesses(system, { ...target.environment, problems: [gone] });
  expect(means).toEqual([{}]);
});

describe('on Linux', () => {
  const python = '/srv/venv/bin/python';
  const here = {
    install: { sourceRoot: '/srv/ComfyUI' },
    environment: { executable: python, environmentRoot: '/srv/venv', problems: [] },
  } as unknown as Target;
  const of = (pid: number, workingFolder: string | null, ...words: string[]): RunningProcess => ({
    ...{ pid, parentPid: null, executable: null, arguments: words, workingFolder },
  });
  const told = (processes: RunningProcess[], own: Partial<Target> = {}) => {
    const holders = () => Promise.reject(new TypeError('not asked'));
    const system: System = {
      ...createNodeSystem(),
      ...{ platform: 'linux', processes: () => Promise.resolve(processes), holders },
    };
    return problemOf(requireNotRunning(system, { ...here, ...own }));
  };

  it.each<[string, RunningProcess, boolean]>([
    ['this ComfyUI, with another Python', of(7, '/', 'python3', '/srv/ComfyUI/main.py'), true],
    ['this ComfyUI, from its folder', of(7, '/srv/ComfyUI', 'python3', 'main.py'), true],
    ['another ComfyUI, with another Python', of(7, '/', 'python3', '/other/main.py'), false],
    ['another ComfyUI, with this Python', of(7, '/', python, '/other/main.py', '--cpu'), true],
    [
      'another ComfyUI, with this Python, from its folder',
      of(7, '/other', python, 'main.py'),
      true,
    ],
    ['a main.py as Windows writes it', of(7, '/', python, 'D:\\ComfyUI\\main.py'), true],
    ['a script of another name', of(7, '/', python, '/other/domain.py'), false],
    ['a script whose name goes on', of(7, '/', python, '/other/main.pyc'), false],
    ['nothing of ComfyUI, with this Python', of(7, '/', python, '-m', 'http.server'), false],
  ])('%s', async (_, running, expected) => {
    const problem = expected ? { code: 'comfyui-running', params: { pid: 7 } } : null;
    expect(await told([of(6, null, '[kworker]'), running])).toEqual(problem);
  });

  it('what is not told is not nobody', async () => {
    const processes = async () => fail('processes-unknown');
    const system: System = { ...createNodeSystem(), platform: 'linux', processes };
    expect(await problemOf(requireNotRunning(system, here))).toEqual({ code: 'processes-unknown' });
    expect(await canSeeProcesses(system, here.environment)).toBe(false);
  });

  it('a ComfyUI is known by its Python where no install is', async () => {
    const running = of(7, '/', python, '/other/main.py');
    expect((await told([running], { install: null }))?.params).toEqual({ pid: 7 });
    expect(await told([of(7, '/srv/ComfyUI', 'python3', 'main.py')], { install: null })).toBeNull();
  });

  it('that of the install is told first', async () => {
    const processes = [
      of(7, '/', python, '/other/main.py'),
      of(8, '/srv/ComfyUI', 'python3', 'main.py'),
    ];
    expect((await told(processes))?.params).toEqual({ pid: 8 });
  });
});

it('names the program that uses this Python on Windows', async () => {
  const { system } = windows([krita], [{ ...krita, pid: 9 }, krita]);
  expect(await problemOf(requireNotRunning(system, target))).toEqual({
    code: 'python-in-use',
    params: { pid: 9 },
  });
});

it('has to be told by default', async () => {
  const { system } = windows(null, []);
  expect((await problemOf(requireNotRunning(system, target)))?.code).toBe('processes-unknown');
});

it('a plan says whether it is not seen what runs', () => {
  const warnings: Plan['warnings'] = [{ key: 'plan.warning.no-driver-seen' }];
  expect(isToldUnknown(samplePlan({ warnings }))).toBe(false);
  warnings.push({ key: 'plan.warning.processes-unknown' });
  expect(isToldUnknown(samplePlan({ warnings }))).toBe(true);
});
