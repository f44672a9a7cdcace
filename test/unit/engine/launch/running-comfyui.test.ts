import { describe, expect, it } from 'vitest';
import {
  placesOfRunning,
  processesOf,
} from '../../../../electron/engine/launch/running-comfyui.ts';
import { startedFrom } from '../../../../electron/engine/machine/holders.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { parsePs } from '../../../../electron/engine/machine/process-list.ts';
import type { RunningProcess } from '../../../../electron/engine/machine/system.ts';
import { splitCommandLine } from '../../../../electron/engine/machine/windows-rows.ts';

const system = createNodeSystem();

function running(
  line: string,
  workingFolder: string | null,
  executable: string | null = null,
): RunningProcess {
  return { pid: 7, parentPid: 1, executable, arguments: splitCommandLine(line), workingFolder };
}

describe('a running ComfyUI', () => {
  const source = '/ai/ComfyUI';
  it.each([
    [
      'by a full path',
      running('/ai/ComfyUI/venv/bin/python /ai/ComfyUI/main.py --port 8189', '/'),
      true,
    ],
    ['by a relative one and its working folder', running('venv/bin/python main.py', source), true],
    ['from the folder above', running('python ComfyUI/main.py', '/ai'), true],
    ['another main.py', running('python main.py', '/ai/other'), false],
    ['an editor that has it open', running('vim main.py', source), false],
    [
      'by its Python, where Windows hides the folder',
      running('python main.py', null, '/ai/ComfyUI/venv/python.exe'),
      true,
    ],
    [
      'with another Python, where Windows hides the folder',
      running('python main.py', null, '/elsewhere/python.exe'),
      false,
    ],
  ])('%s', (_, each, expected) => {
    expect(processesOf(system, source, [each], '/ai/ComfyUI/venv')).toEqual(expected ? [each] : []);
  });

  it('holds the files of the environment that its program belongs to, and of no longer name', () => {
    const each = running('/ai/venv2/bin/python -m http.server', '/');
    expect(startedFrom(system.platform, each, '/ai/venv2')).toBe(true);
    expect(startedFrom(system.platform, each, '/ai/venv')).toBe(false);
  });
});

describe('where a running main.py may lie', () => {
  it.each([
    ['a full path', running('python /ai/ComfyUI/main.py', null), ['/ai/ComfyUI']],
    ['its working folder', running('python main.py --listen', '/ai/ComfyUI'), ['/ai/ComfyUI']],
    ['the folder above', running('python ComfyUI/main.py', '/ai'), ['/ai/ComfyUI']],
    [
      'a portable build, where Windows hides the folder',
      running(
        String.raw`.\python_embeded\python.exe -s ComfyUI\main.py`,
        null,
        '/P/python_embeded/python.exe',
      ),
      ['/P/python_embeded/ComfyUI', '/P/ComfyUI', '/ComfyUI'],
    ],
    [
      'a venv, where Windows hides the folder',
      running('python main.py', null, '/C/venv/Scripts/python.exe'),
      ['/C/venv/Scripts', '/C/venv', '/C'],
    ],
    ['nothing to tell it by', running('python main.py', null), []],
    ['an editor that has it open', running('vim main.py', '/ai/ComfyUI'), []],
  ])('%s', (_, each, places) => {
    expect(placesOfRunning([each])).toEqual(places);
  });

  it('is told by the venv, not by the Python that the venv started', () => {
    const line = 'python main.py';
    const venv = running(line, null, '/C/venv/Scripts/python.exe');
    const base = { ...running(line, null, '/C/venv/base/python.exe'), pid: 8, parentPid: venv.pid };
    expect(processesOf(system, '/C', [base, venv], '/C/venv')).toEqual([venv, base]);
  });
});

describe('process lists of other systems', () => {
  it('reads ps', () => {
    expect(parsePs('  501     1 /usr/bin/python3 main.py --port 8188\n')).toEqual([
      {
        pid: 501,
        parentPid: 1,
        executable: null,
        arguments: ['/usr/bin/python3', 'main.py', '--port', '8188'],
        workingFolder: null,
      },
    ]);
  });
});
