import path from 'node:path';
import { startedFrom } from '../machine/holders.ts';
import type { RunningProcess, System } from '../machine/system.ts';

/** Processes that run the main.py of this source folder, perhaps with this Python. */
export function processesOf(
  system: System,
  sourceRoot: string,
  processes: readonly RunningProcess[],
  environmentRoot: string | null = null,
): RunningProcess[] {
  const folder = comparable(system, sourceRoot);
  const wanted = comparable(system, path.join(sourceRoot, 'main.py'));
  const found = processes.filter((each) => {
    const script = mainScript(each);
    if (script === null) return false;
    // A relative main.py is the normal case: only the working folder says which one it is.
    const full = path.resolve(each.workingFolder ?? '', script);
    if (path.isAbsolute(script) || each.workingFolder !== null) {
      return comparable(system, full) === wanted;
    }
    // Windows keeps the working folder to itself; there the Python tells, or where it lies.
    if (environmentRoot !== null) return startedFrom(system.platform, each, environmentRoot);
    return placesOfRunning([each]).some((place) => comparable(system, place) === folder);
  });
  // A venv's python.exe on Windows starts the real one with the same words: it comes first.
  const isChild = (each: RunningProcess): boolean =>
    found.some((other) => other.pid === each.parentPid);
  return [...found.filter((each) => !isChild(each)), ...found.filter(isChild)];
}

/** The main.py that a Python runs, as its command line has it; null: it runs something else. */
function mainScript(running: RunningProcess): string | null {
  const program = path.basename(running.executable ?? running.arguments[0] ?? '').toLowerCase();
  if (!program.startsWith('python') && !program.startsWith('pypy')) return null;
  return running.arguments.slice(1).find((word) => /(^|[\\/])main\.py$/.test(word)) ?? null;
}

/** What follows main.py on its command line; null where it runs something else. */
export function flagsOfProcess(running: RunningProcess): string[] | null {
  const script = mainScript(running);
  return script === null ? null : running.arguments.slice(running.arguments.indexOf(script) + 1);
}

function comparable(system: System, location: string): string {
  const normal = path.resolve(location);
  return system.platform === 'win32' ? normal.toLowerCase() : normal;
}

/** The folders in which the main.py of a running Python may lie; they need not hold a ComfyUI. */
export function placesOfRunning(processes: readonly RunningProcess[]): string[] {
  const found = processes.flatMap((running) => {
    const script = mainScript(running);
    if (script === null) return [];
    const parts = script.split(/[\\/]+/).slice(0, -1);
    if (path.isAbsolute(script)) return [path.dirname(script)];
    return startFolders(running).map((folder) => path.join(folder, ...parts));
  });
  return [...new Set(found)];
}

/** Where it was started; Windows does not tell, but people start a Python from near to it. */
function startFolders({ workingFolder, executable }: RunningProcess): string[] {
  if (workingFolder !== null) return [workingFolder];
  if (executable === null) return [];
  // The portable build's root, a clone with its venv\Scripts, a conda environment's neighbour.
  const beside = path.dirname(executable);
  const above = path.dirname(beside);
  return [beside, above, path.dirname(above)];
}
