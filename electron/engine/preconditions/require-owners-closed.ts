import path from 'node:path';
import type { LaunchSettingsId } from '../../../shared/install.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import { launchSettingsOf } from '../knowledge/launch-settings.ts';
import type { RunningProcess, System } from '../machine/system.ts';

/**
 * Throws `owner-running` while a program runs that keeps these settings in memory: at its end it
 * would write them over whatever we had changed. Where the machine does not tell what runs, it is
 * for the other preconditions to say so.
 */
export async function requireOwnersClosed(
  system: System,
  settings: readonly LaunchSettingsId[],
): Promise<void> {
  const owners = [...new Set(settings)].map(launchSettingsOf);
  if (owners.every(({ processes }) => processes.length === 0)) return;
  const running = await processesOrNone(system);
  for (const { program, processes } of owners) {
    const names = processes.map((each) => each.toLowerCase());
    const found = running.filter((each) => isOneOf(system, each, names));
    // Its windows are processes of their own: the first one is what a person closes.
    const [first] = [...found.filter((each) => !isPart(each)), ...found];
    if (first) fail('owner-running', { params: { program, pid: first.pid } });
  }
}

async function processesOrNone(system: System): Promise<RunningProcess[]> {
  try {
    return await system.processes();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'processes-unknown') return [];
    throw error;
  }
}

function isPart({ arguments: words }: RunningProcess): boolean {
  return words.some((word) => word.startsWith('--type='));
}

/** By the name of its program; `names` in lower case. */
function isOneOf(
  { platform }: System,
  { executable, arguments: words }: RunningProcess,
  names: readonly string[],
): boolean {
  if (platform === 'darwin') {
    // ps tells one line, and these names have spaces.
    const line = words.join(' ').toLowerCase();
    return names.some((name) => `${line} -`.includes(`/contents/macos/${name} -`));
  }
  const [program = '', first = ''] = words;
  const isHost = /^dotnet(\.exe)?$/i.test(path.win32.basename(program));
  const said = [executable ?? '', program, ...(isHost ? [first] : [])];
  return said.some((each) => names.includes(nameOf(each)));
}

function nameOf(program: string): string {
  const name = path.win32.basename(program).toLowerCase();
  return name.replace(/\.(exe|dll|appimage)$/, '');
}
