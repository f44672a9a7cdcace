import { availableParallelism, freemem, hostname, homedir, tmpdir, userInfo } from 'node:os';
import { execa } from 'execa';
import { fail } from '../../../shared/problem.ts';
import { absoluteProgram } from './absolute-program.ts';
import { childEnvironment } from './child-environment.ts';
import { emptyFolder } from './empty-folder.ts';
import { endTree, isAlive, signalProcess } from './end-process-tree.ts';
import { endProcess } from './end-process.ts';
import { createLineReader, decodeBytes } from './line-reader.ts';
import { listHolders, listProcesses } from './list-processes.ts';
import { createNodeFiles } from './node-files.ts';
import { readRegistry } from './registry.ts';
import { finished, lastLines } from './run-outcome.ts';
import { startedAt } from './started-at.ts';
import type { Command, Means, RunningProcess, RunOptions, RunResult, System } from './system.ts';
import { createTailBuffer } from './tail-buffer.ts';
import { isUnanswered } from './unanswered.ts';
import { watchLimits, type Struck } from './watch-limits.ts';
import { listenLocally } from './local-socket.ts';
import { fetchFile } from './fetch-file.ts';
import { contentLength, fetchTime, localAnswer, localJson } from './web-questions.ts';
import { windowsProgram } from './windows-program.ts';

const keptOutput = 4 * 1024 * 1024;

/** The machine that this runs on; `broughtFolder` as in System. */
export function createNodeSystem(broughtFolder?: string): System {
  const platform = supportedPlatform();
  const system: System = {
    platform,
    architecture: process.arch,
    environment: process.env,
    homeFolder: homedir(),
    userName: safely(() => userInfo().username),
    userId: process.getuid?.() ?? null,
    hostName: hostname(),
    temporaryFolder: tmpdir(),
    processId: process.pid,
    ...(broughtFolder === undefined ? {} : { broughtFolder }),
    resources: () => ({ processors: availableParallelism(), freeMemoryBytes: freemem() }),
    files: createNodeFiles(),
    contentLength,
    fetchTime,
    fetchFile,
    localJson,
    localAnswer,
    localMessages: listenLocally,
    run: (command, options) =>
      run(platform, command, options ?? {}, () => system.processes(undefined, asMeans(command))),
    processes: (wanted, means) => listProcesses(system, wanted, means),
    isAlive,
    holders: (folder, means) => listHolders(system, folder, means),
    startedAt: (pid, means) => startedAt(system, pid, means),
    endProcess: (pid, means) =>
      endProcess(system, pid, () => system.processes(undefined, means), taskkill),
    registry: (key) => readRegistry(system, key),
  };
  return system;
}

function supportedPlatform(): System['platform'] {
  return process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
}

async function run(
  platform: System['platform'],
  command: Command,
  options: RunOptions,
  processes: () => Promise<RunningProcess[]>,
): Promise<RunResult> {
  if (options.signal?.aborted) fail('cancelled');
  const ownGroup = platform !== 'win32';
  const env = childEnvironment(process.env, options.environment, options.keepSecrets);
  const child = execa(absoluteProgram(command.program, env), [...command.arguments], {
    env,
    extendEnv: false,
    stdin: options.input === undefined ? 'ignore' : 'pipe',
    ...(options.input === undefined ? {} : { input: options.input }),
    cwd: options.workingFolder ?? emptyFolder(),
    buffer: false,
    reject: false,
    encoding: 'buffer',
    windowsHide: true,
    // A group of its own lets one signal reach pip and everything that pip started.
    detached: ownGroup,
  });

  if (child.pid !== undefined) options.onStart?.(child.pid);
  const out = createTailBuffer(keptOutput);
  const err = createTailBuffer(keptOutput);
  const outLines = createLineReader((text) => options.onLine?.({ stream: 'stdout', text }));
  const errLines = createLineReader((text) => options.onLine?.({ stream: 'stderr', text }));
  const limits = watchLimits(options, (struck) => {
    endAll(struck);
  });
  child.stdout.on('data', (chunk: Buffer) => {
    limits.heard();
    out.push(chunk);
    outLines.push(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    limits.heard();
    err.push(chunk);
    errLines.push(chunk);
  });

  // First cause wins: a program that ends by itself while it is being cancelled was cancelled.
  const end: { cause?: 'cancelled' | Struck; done?: Promise<unknown> } = {};
  let release = (): void => undefined;
  const released = new Promise<'released'>((resolve) => {
    release = () => {
      resolve('released');
    };
  });
  function endAll(reason: 'cancelled' | Struck): void {
    end.cause ??= reason;
    end.done ??= endTree(platform, child.pid, processes, taskkill).finally(release);
  }
  const onAbort = (): void => {
    endAll('cancelled');
  };
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const onExit = (): void => {
    if (child.pid !== undefined && ownGroup) signalProcess(-child.pid, 'SIGKILL');
  };
  process.once('exit', onExit);
  try {
    // A grandchild that left the group may hold the pipes open for ever: once the tree has
    // been ended we do not wait for it.
    const result = await Promise.race([child, released]);
    await end.done;
    outLines.end();
    errLines.end();
    const stdout = decodeBytes(out.read());
    const stderr = decodeBytes(err.read());
    if (end.cause === 'cancelled') fail('cancelled');
    if (end.cause !== undefined) {
      fail('timed-out', {
        params: { ...end.cause },
        detail: lastLines(stderr || stdout),
        command: [command.program, ...command.arguments],
      });
    }
    if (result === 'released') fail('unexpected', { detail: 'released without a cause' });
    return finished(command, options, result, stdout, stderr);
  } finally {
    limits.stop();
    options.signal?.removeEventListener('abort', onAbort);
    process.removeListener('exit', onExit);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

/** False where something of the tree may be left: 128 is that it had ended already. */
async function taskkill(pid: number): Promise<boolean> {
  const program = windowsProgram({ environment: process.env }, 'taskkill.exe');
  const { exitCode } = await execa(program, ['/PID', String(pid), '/T', '/F'], {
    ...{ reject: false, windowsHide: true, stdin: 'ignore', timeout: 10_000 },
  });
  return exitCode === 0 || exitCode === 128;
}

/** A Python that is to be ended can be asked for what it started, where nobody else tells. */
function asMeans({ program }: Command): Means {
  return /(^|[\\/])python[\w.]*$/i.test(program) ? { python: program } : {};
}

function safely(read: () => string): string {
  try {
    return read();
  } catch (thrown) {
    // No passwd entry for this user number, as in some containers.
    if (isUnanswered(thrown)) return '';
    throw thrown;
  }
}
