import { describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import type { RunningProcess, System } from '../../../../electron/engine/machine/system.ts';
import { endLeftoverPrograms } from '../../../../electron/engine/repair/leftover-programs.ts';
import { statePaths } from '../../../../electron/engine/state/state-paths.ts';
import { fail } from '../../../../shared/problem.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { headOf } from '../../../support/sample-journal.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';

const environment = sampleEnvironment();
const staging = '/state/staging/one';

function process(
  pid: number,
  words: string[],
  workingFolder: string | null = null,
): RunningProcess {
  return { pid, parentPid: null, executable: null, arguments: words, workingFolder };
}

async function ended(
  processes: RunningProcess[] | (() => never),
  isAlive: (pid: number) => boolean = () => false,
) {
  const calls: unknown[] = [];
  const system: System = {
    ...createNodeSystem(),
    processId: 1,
    isAlive,
    processes: async (...asked) => {
      calls.push(asked);
      return typeof processes === 'function' ? processes() : processes;
    },
    endProcess: async (...asked) => void calls.push(asked),
  };
  const target = { id: 'target-1', install: null, environment };
  const ground = { system, paths: statePaths('/state'), target, now: new Date() };
  const noted = { head: headOf({ staging: '/old/staging/one' }), folder: '/f' };
  const problem = await problemOf(endLeftoverPrograms(ground, noted));
  return { problem, asked: calls[0], pids: calls.slice(1) };
}

describe('programs of an interrupted repair', () => {
  const means = { python: environment.executable };
  it('are ended where their words or their working folder name its folder', async () => {
    const { problem, asked, pids } = await ended([
      process(1, [staging]),
      process(2, ['python', `--requirement=${staging}/action-0.txt`]),
      process(3, ['python'], `${staging}/work`),
      process(4, ['python', '/state/staging/two'], '/state/staging'),
      process(5, [], null),
      process(6, ['x'], `/x${staging}`),
    ]);
    expect(problem).toBeNull();
    expect(asked).toEqual([undefined, means]);
    expect(pids).toEqual([
      [2, means],
      [3, means],
    ]);
  });

  it('that do not end are told', async () => {
    const processes = [process(2, [staging]), process(3, [staging])];
    const { problem } = await ended(processes, (pid) => pid === 3);
    expect(problem).toEqual({ code: 'python-in-use', params: { pid: 3 } });
  });

  it('are none where it is not told what runs; other failures are passed on', async () => {
    expect(await ended(() => fail('processes-unknown'))).toMatchObject({ problem: null, pids: [] });
    expect((await ended(() => fail('timed-out'))).problem?.code).toBe('timed-out');
    const broken = await ended(() => {
      throw new TypeError('a bug');
    });
    expect(broken.problem?.code).toBe('unexpected');
  });
});
