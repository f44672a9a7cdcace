import { expect, it } from 'vitest';
import { holdersAmong } from '../../../../electron/engine/machine/holders.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type {
  Command,
  RunningProcess,
  RunOptions,
  System,
} from '../../../../electron/engine/machine/system.ts';
import { parseTasklist } from '../../../../electron/engine/machine/windows-listings.ts';
import { pidsWithModulesBelow } from '../../../../electron/engine/machine/windows-modules.ts';
import { fail } from '../../../../shared/problem.ts';

const rows =
  '"python.exe","4711","python3.dll,python311.dll"\r\n"krita.exe","12","python310.dll"\r\n';

type Ask = { command: Command; options: RunOptions | undefined };

/** A Windows whose tasklist and PowerShell say this; null: they do not come back in time. */
function windows(tasklist: string | null, powershell: string | null) {
  const asked: Ask[] = [];
  const system: System = {
    ...createNodeSystem(),
    platform: 'win32',
    environment: { SystemRoot: '/C/Windows' },
    run: async (command, options) => {
      asked.push({ command, options });
      const stdout = command.program.includes('tasklist') ? tasklist : powershell;
      if (stdout === null) fail('timed-out', { params: { seconds: 15 } });
      return { exitCode: 0, stdout, stderr: '' };
    },
  };
  return { system, asked };
}

it.each([
  ['rows', rows, [4711, 12]],
  ['no row, in English', 'INFO: No tasks are running which match the specified criteria.\r\n', []],
  ['no row, in Chinese', '信息: 没有运行的任务匹配指定标准。\r\n', []],
  ['no row, in German', 'INFORMATION: Es werden keine Aufgaben mit den Kriterien 1,2 ...\r\n', []],
  ['a comma in a name', '"a,b.exe","7","python3.dll"\r\n', [7]],
])('reads of tasklist: %s', (_, output, pids) => {
  expect(parseTasklist(output).map(({ pid }) => pid)).toEqual(pids);
});

it('names those whose libraries lie below the folder, by the path alone', async () => {
  const { system, asked } = windows(rows, '4711\r\nhello\r\nthat was all\r\n');
  const folder = "/D/AI 图像/it's $(calc)/venv";
  expect([...((await pidsWithModulesBelow(system, folder)) ?? [])]).toEqual([4711]);
  const [tasklist, powershell] = asked;
  expect(tasklist?.command.program).toBe('/C/Windows/System32/tasklist.exe');
  expect(tasklist?.command.arguments).toContain('/nh');
  expect(powershell?.command.arguments.at(-1)).toContain('-Id 4711,12 ');
  // A path in a script would be run by it.
  expect(powershell?.command.arguments.join(' ')).not.toContain('calc');
  expect(powershell?.options?.environment).toEqual({ ATTENTION_DOCTOR_FOLDERS: `${folder}/` });
  expect(asked.every(({ options }) => (options?.timeLimit ?? Infinity) <= 20_000)).toBe(true);
});

it('knows nothing where PowerShell is silent, and asks no further where no Python runs', async () => {
  const ask = (tasklist: string | null, said: string | null) =>
    pidsWithModulesBelow(windows(tasklist, said).system, '/D/venv');
  expect(await ask(rows, null)).toBeNull();
  expect(await ask(rows, '')).toBeNull();
  // Half an answer: it was ended in the midst of it.
  expect(await ask(rows, '4711\r\n')).toBeNull();
  expect(await ask('', '')).toBeNull();
  const none = windows('INFO: nothing\r\n', '4711');
  expect((await pidsWithModulesBelow(none.system, '/D/venv'))?.size).toBe(0);
  expect(none.asked).toHaveLength(1);
});

it('asks all processes where tasklist is silent, and a Python where PowerShell is', async () => {
  const { system, asked } = windows(null, '4711\r\nthat was all\r\n');
  expect([...((await pidsWithModulesBelow(system, '/D/venv')) ?? [])]).toEqual([4711]);
  expect(asked[1]?.command.arguments.at(-1)).toContain('Get-Process -ErrorAction');
  const locked = windows(rows, '');
  const run: System['run'] = async (command, options) =>
    command.program === '/D/venv/python.exe'
      ? { exitCode: 0, stdout: '[12]\n', stderr: '' }
      : locked.system.run(command, options);
  const found = await pidsWithModulesBelow({ ...locked.system, run }, '/D/venv', {
    python: '/D/venv/python.exe',
  });
  expect([...(found ?? [])]).toEqual([12]);
});

it('counts a process that was started elsewhere and has loaded from there', async () => {
  const process = (pid: number, executable: string): RunningProcess => ({
    pid,
    parentPid: null,
    executable,
    arguments: [],
    workingFolder: null,
  });
  const processes = [process(1, '/C/Python/python.exe'), process(2, '/D/venv/Scripts/python.exe')];
  const pids = async (loaded: readonly number[]) =>
    (await holdersAmong('win32', processes, '/D/venv', new Set(loaded))).map(({ pid }) => pid);
  expect(await pids([])).toEqual([2]);
  expect(await pids([1, 99])).toEqual([1, 2]);
});
