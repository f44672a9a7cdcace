import { describe, expect, it } from 'vitest';
import { listHolders } from '../../../../electron/engine/machine/list-processes.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { startedAt } from '../../../../electron/engine/machine/started-at.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { listWindowsProcesses } from '../../../../electron/engine/machine/windows-processes.ts';
import { fail, toProblem } from '../../../../shared/problem.ts';

type Tool = 'powershell' | 'wmic' | 'tasklist' | 'modules' | 'python';
/** What each of the tools says; a tool that is not named is missing. */
type Said = Partial<Record<Tool, string>>;

function windows(said: Said) {
  const asked: string[] = [];
  const system: System = {
    ...createNodeSystem(),
    platform: 'win32',
    processId: 500,
    environment: { SystemRoot: '/C/Windows' },
    run: async ({ program, arguments: words }) => {
      asked.push([program, ...words.slice(0, 5)].join(' '));
      const name = /(\w+)\.exe$/.exec(program)?.[1] ?? '';
      const tool = name === 'tasklist' && words.includes('/m') ? 'modules' : name;
      const answer = Object.entries(said).find(([each]) => each === tool)?.[1];
      if (answer === undefined) fail('command-missing', { params: { program } });
      return { exitCode: 0, stdout: answer, stderr: '' };
    },
    processes: (_, means) => listWindowsProcesses(system, means ?? {}),
  };
  return { system, asked };
}

const json = JSON.stringify([
  { ProcessId: 7, ParentProcessId: 1, ExecutablePath: '/D/a.exe', CommandLine: 'a', Started: null },
]);
const value =
  'CommandLine=b\r\r\nExecutablePath=/D/b.exe\r\r\nParentProcessId=1\r\r\nProcessId=8\r\r\n';
const names = '"krita.exe","9","Console","1","10,240 K"\r\n';
const noPython = 'INFO: No tasks are running which match the specified criteria.\r\n';
// The venv's python.exe (31) started the real one (32), which looked.
const byPython = JSON.stringify([
  32,
  [
    [500, 2, '/C/node.exe', 'node cli.js', null],
    [31, 500, '/D/venv/Scripts/python.exe', 'python -I', null],
    [32, 31, '/C/Python/python.exe', 'python -I', null],
    [33, 2, '/D/venv/Scripts/python.exe', 'python main.py', '134093574151234567'],
  ],
]);
const python = { python: '/D/venv/Scripts/python.exe' };

describe('the processes of Windows', () => {
  it.each<[string, Said, number[]]>([
    ['PowerShell', { powershell: json, wmic: value, python: byPython }, [7]],
    ['wmic where PowerShell is silent', { powershell: '', wmic: value, python: byPython }, [8]],
    ['wmic where PowerShell is blocked', { powershell: 'blocked', wmic: value }, [8]],
    ['a Python where both are', { powershell: '[{"Proc', wmic: '', python: byPython }, [500, 33]],
    ['tasklist where no Python runs at all', { tasklist: names, modules: noPython }, [9]],
  ])('are told by %s', async (_, said, pids) => {
    const processes = await listWindowsProcesses(windows(said).system, python);
    expect(processes.map(({ pid }) => pid)).toEqual(pids);
  });

  it.each<[string, Said]>([
    ['nothing answers', {}],
    ['all are silent', { powershell: '', wmic: '', tasklist: '', modules: '', python: '' }],
    ['a Python runs, and only its name is told', { tasklist: '"python.exe","9","","",""\r\n' }],
    ['another program runs one', { tasklist: names, modules: '"krita.exe","9","python310.dll"' }],
    ['who runs one is not told', { tasklist: names, modules: '' }],
    ['the Python is broken', { python: 'Traceback (most recent call last):' }],
    ['the Python says something else', { python: '[1, [[1, 2]]]' }],
  ])('are unknown where %s', async (_, said) => {
    const thrown: unknown = await listWindowsProcesses(windows(said).system, python).catch(
      (error: unknown) => error,
    );
    expect(toProblem(thrown).code).toBe('processes-unknown');
  });

  it('are asked of Windows by full paths, and of a Python that reads nothing else', async () => {
    const { system, asked } = windows({ python: byPython });
    await listWindowsProcesses(system, python);
    expect(asked[0]).toMatch(
      /^\/C\/Windows\/System32\/WindowsPowerShell\/v1\.0\/powershell\.exe -NoP/,
    );
    expect(asked[1]).toMatch(/^\/C\/Windows\/System32\/wbem\/wmic\.exe process get /);
    expect(asked[2]).toBe(`${python.python} -I -S -B - processes`);
  });
});

describe('the holders of a folder', () => {
  it('are those that can be seen, though libraries cannot', async () => {
    const found = await listHolders(windows({ powershell: json }).system, '/D');
    expect(found.map(({ pid }) => pid)).toEqual([7]);
  });
  it('are unknown, not nobody, where libraries cannot be seen', async () => {
    const thrown: unknown = await listHolders(windows({ powershell: json }).system, '/E').catch(
      (error: unknown) => error,
    );
    expect(toProblem(thrown).code).toBe('processes-unknown');
  });
});

describe('the start of a process', () => {
  const { pid } = process;
  const digits = '134093574151234567';
  it.each<[string, Said]>([
    ['PowerShell', { powershell: `${digits}\r\n` }],
    ['wmic', { powershell: '', wmic: '\r\r\n\r\r\nCreationDate=20251205053015.123456+480\r\r\n' }],
    ['a Python', { python: `"${digits}"\n` }],
  ])('is the same by %s', async (_, said) => {
    expect(await startedAt(windows(said).system, pid, python)).toBe('1764883815123');
  });
  it('is unknown where nothing tells, and nothing where none runs', async () => {
    expect(await startedAt(windows({ powershell: 'no' }).system, pid, python)).toBeNull();
    const { system, asked } = windows({ powershell: digits });
    expect(await startedAt(system, 2 ** 30, python)).toBeNull();
    expect(asked).toEqual([]);
  });
});
