import * as z from 'zod';
import { parseJson } from './json-text.ts';
import type { RunningProcess, System } from './system.ts';
import { toolhelpProgram } from './toolhelp-program.ts';
import { ifUnanswered } from './unanswered.ts';
import { fromFileTime, processesOfRows } from './windows-rows.ts';

/** Milliseconds: a cold start of a Python on a slow disk, and a virus scanner that looks on. */
const timeLimit = 20_000;

const listing = z.tuple([
  z.number().int(),
  z.array(
    z.tuple([
      z.number(),
      z.number(),
      z.string().nullable(),
      z.string().nullable(),
      z.string().nullable(),
    ]),
  ),
]);

/** All processes, as this Python sees them, but itself; null where it does not answer. */
export async function processesByPython(
  system: System,
  python: string,
): Promise<RunningProcess[] | null> {
  const answer = listing.safeParse(await ask(system, python, ['processes']));
  if (!answer.success) return null;
  const [asker, rows] = answer.data;
  const all = processesOfRows(
    rows.map(([pid, parentPid, executable, commandLine, started]) => ({
      ...{ pid, parentPid, executable, commandLine },
      started: fromFileTime(started ?? ''),
    })),
  );
  const own = askers(all ?? [], asker, system.processId);
  return all && all.filter(({ pid }) => !own.has(pid));
}

/** Which of these processes (of all, if none is named) have a library below these folders. */
export async function modulesByPython(
  system: System,
  python: string,
  pids: readonly number[],
  folders: readonly string[],
): Promise<number[] | null> {
  const answer = await ask(system, python, ['modules', pids.join(','), ...folders]);
  const parsed = z.array(z.number().int()).safeParse(answer);
  return parsed.success ? parsed.data : null;
}

/** When a process started, in milliseconds since 1970. */
export async function startByPython(
  system: System,
  python: string,
  pid: number,
): Promise<number | null> {
  const answer = await ask(system, python, ['started', String(pid)]);
  return typeof answer === 'string' ? fromFileTime(answer) : null;
}

/** A venv's python.exe starts another one: all between us and the one that looked are our question. */
function askers(all: readonly RunningProcess[], asker: number, ourselves: number): Set<number> {
  const chain = [asker];
  for (let at = asker; chain.length < 5;) {
    const parent = all.find(({ pid }) => pid === at)?.parentPid;
    if (parent === ourselves) return new Set(chain);
    if (parent == null) break;
    chain.push(parent);
    at = parent;
  }
  return new Set([asker]);
}

async function ask(system: System, program: string, words: readonly string[]): Promise<unknown> {
  // Nothing of the environment but the interpreter and its own library: no site, no user folder,
  // no variables, nothing written.
  const flags = ['-I', '-S', '-B', '-'];
  const command = { program, arguments: [...flags, ...words] };
  const answer = await system
    .run(command, { input: toolhelpProgram, timeLimit })
    .catch(ifUnanswered(null)); // it cannot run here: then it is no means to know anything
  return answer ? parseJson(answer.stdout) : undefined;
}
