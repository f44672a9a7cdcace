import { expect, it } from 'vitest';
import {
  canSeeProcesses,
  requireNotRunning,
} from '../../../electron/engine/repair/require-not-running.ts';
import type { Target } from '../../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../../electron/engine/node-system.ts';
import type { Means, RunningProcess, System } from '../../../electron/engine/system.ts';
import { fail, toProblem } from '../../../shared/problem.ts';

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
});

it('asks no Python that is not there', async () => {
  const { system, means } = windows([], []);
  const gone = { code: 'interpreter-missing' as const, params: { executable } };
  await canSeeProcesses(system, { ...target.environment, problems: [gone] });
  expect(means).toEqual([{}]);
});
