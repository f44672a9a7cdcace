import { expect, it } from 'vitest';
import { requireOwnersClosed } from '../../../../electron/engine/preconditions/require-owners-closed.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { RunningProcess, System } from '../../../../electron/engine/machine/system.ts';
import type { LaunchSettingsId } from '../../../../shared/install.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';

const process = (
  pid: number,
  words: string[],
  executable: string | null = null,
): RunningProcess => ({
  pid,
  parentPid: 1,
  executable,
  arguments: words,
  workingFolder: null,
});

function on(platform: System['platform'], processes: RunningProcess[]): System {
  return { ...createNodeSystem(), platform, processes: async () => processes };
}

it.each<[string, System['platform'], LaunchSettingsId, RunningProcess[], number | null]>([
  [
    'ComfyUI Desktop by its program, not by its window',
    'win32',
    'desktop_v1',
    [
      process(1, ['C:\\p\\ComfyUI.exe', '--type=renderer'], 'C:\\p\\ComfyUI.exe'),
      process(2, ['C:\\p\\ComfyUI.exe'], 'C:\\p\\ComfyUI.exe'),
    ],
    2,
  ],
  [
    'a program whose command line nobody may read',
    'win32',
    'stability_matrix',
    [process(3, [], 'D:\\StabilityMatrix.exe')],
    3,
  ],
  ['an AppImage', 'linux', 'stability_matrix', [process(4, ['./StabilityMatrix.AppImage'])], 4],
  ['what dotnet runs', 'linux', 'swarmui', [process(5, ['dotnet', 'bin/SwarmUI.dll', 'x'])], 5],
  [
    'an application of macOS, spaces and all',
    'darwin',
    'desktop_v2',
    [process(6, '/Applications/Comfy Desktop.app/Contents/MacOS/Comfy Desktop'.split(' '))],
    6,
  ],
  [
    'the same with words behind',
    'darwin',
    'krita',
    [process(7, '/Applications/krita.app/Contents/MacOS/krita --nosplash'.split(' '))],
    7,
  ],
  [
    'not a helper of macOS, nor another application',
    'darwin',
    'desktop_v1',
    [
      process(
        8,
        '/x/ComfyUI.app/Contents/Frameworks/ComfyUI Helper.app/Contents/MacOS/ComfyUI Helper'.split(
          ' ',
        ),
      ),
      process(9, '/Applications/Comfy Desktop.app/Contents/MacOS/Comfy Desktop'.split(' ')),
    ],
    null,
  ],
  [
    'not a program that is only told its folder',
    'linux',
    'krita',
    [process(10, ['/usr/bin/ls', '/home/mei/krita']), process(11, ['python', 'krita'])],
    null,
  ],
  ['nobody', 'linux', 'desktop_v2', [], null],
])('finds %s', async (_, platform, id, processes, pid) => {
  const problem = await problemOf(requireOwnersClosed(on(platform, processes), ['webui', id]));
  expect(problem?.params?.['pid'] ?? null).toBe(pid);
  if (pid !== null) expect(problem?.code).toBe('owner-running');
});

it('does not look where nobody keeps settings in memory, and leaves what is not told to others', async () => {
  const system = on('linux', []);
  const blind: System = {
    ...system,
    processes: () => Promise.reject(new ProblemError({ code: 'processes-unknown' })),
  };
  const broken: System = { ...system, processes: () => Promise.reject(new Error('broken')) };
  await requireOwnersClosed(broken, []);
  await requireOwnersClosed(broken, ['webui', 'comfy_cli', 'runpod_base']);
  await requireOwnersClosed(blind, ['desktop_v1']);
  await expect(requireOwnersClosed(broken, ['desktop_v1'])).rejects.toThrow('broken');
});
