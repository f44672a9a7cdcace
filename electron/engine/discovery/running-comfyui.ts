import path from 'node:path';
import type { RunningProcess, System } from '../system.ts';

/** Processes that run the main.py of this source folder. */
export function processesOf(
  system: System,
  sourceRoot: string,
  processes: readonly RunningProcess[],
): RunningProcess[] {
  const wanted = comparable(system, path.join(sourceRoot, 'main.py'));
  return processes.filter((each) => {
    const program = path.basename(each.arguments[0] ?? '').toLowerCase();
    if (!program.startsWith('python') && !program.startsWith('pypy')) return false;
    const script = each.arguments.slice(1).find((word) => /(^|[\\/])main\.py$/.test(word));
    if (script === undefined) return false;
    // A relative main.py is the normal case: only the working folder says which one it is.
    const full = path.resolve(each.workingFolder ?? '', script);
    return comparable(system, full) === wanted;
  });
}

function comparable(system: System, location: string): string {
  const normal = path.resolve(location);
  return system.platform === 'win32' ? normal.toLowerCase() : normal;
}
