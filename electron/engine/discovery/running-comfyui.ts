import path from 'node:path';
import { z } from 'zod';
import type { Install, InstallKind } from '../../../shared/install.ts';
import { startedFrom } from '../machine/holders.ts';
import type { RunningProcess, System } from '../system.ts';

/** Processes that run the main.py of this source folder, perhaps with this Python. */
export function processesOf(
  system: System,
  sourceRoot: string,
  processes: readonly RunningProcess[],
  environmentRoot: string | null = null,
): RunningProcess[] {
  const wanted = comparable(system, path.join(sourceRoot, 'main.py'));
  return processes.filter((each) => {
    const script = mainScript(each);
    if (script === null) return false;
    // A relative main.py is the normal case: only the working folder says which one it is.
    const full = path.resolve(each.workingFolder ?? '', script);
    if (path.isAbsolute(script) || each.workingFolder !== null) {
      return comparable(system, full) === wanted;
    }
    // Windows keeps the working folder to itself; there the Python tells.
    return environmentRoot !== null && startedFrom(system.platform, each, environmentRoot);
  });
}

function mainScript(running: RunningProcess): string | null {
  const program = path.basename(running.executable ?? running.arguments[0] ?? '').toLowerCase();
  if (!program.startsWith('python') && !program.startsWith('pypy')) return null;
  return running.arguments.slice(1).find((word) => /(^|[\\/])main\.py$/.test(word)) ?? null;
}

function comparable(system: System, location: string): string {
  const normal = path.resolve(location);
  return system.platform === 'win32' ? normal.toLowerCase() : normal;
}

/** Milliseconds: a ComfyUI that is making a picture may not answer at all. */
const statsLimit = 500;
/** Where it listens when no --port says otherwise (knowledge/install_kinds.json, default_ports). */
const defaultPorts: Partial<Record<InstallKind, number>> = {
  desktop_v1: 8000,
  vast: 18188,
  swarmui: 7820,
};

const statsSchema = z.object({
  system: z.object({
    comfyui_version: z.string().nullish(),
    pytorch_version: z.string().nullish(),
  }),
});

/** The install with what its running process tells, if one runs. */
export async function withProcess(
  system: System,
  install: Install,
  processes: readonly RunningProcess[],
): Promise<Install> {
  const [running] = processesOf(
    system,
    install.sourceRoot,
    processes,
    install.python?.environmentRoot ?? null,
  );
  if (!running) return { ...install, running: false };
  const port = portIn(running.arguments) ?? defaultPorts[install.kind] ?? 8188;
  const answers = await Promise.all(
    ['127.0.0.1', '[::1]'].map((host) =>
      system.localJson(`http://${host}:${port}/system_stats`, statsLimit),
    ),
  );
  const stats = answers
    .map((each) => statsSchema.safeParse(each))
    .find((each) => each.success)?.data;
  return {
    ...install,
    running: true,
    process: {
      pid: running.pid,
      port,
      stats: stats
        ? {
            comfyuiVersion: stats.system.comfyui_version ?? null,
            pytorchVersion: stats.system.pytorch_version ?? null,
          }
        : null,
    },
  };
}

/** --port 8189 or --port=8189. */
function portIn(words: readonly string[]): number | null {
  const at = words.findIndex((word) => word === '--port' || word.startsWith('--port='));
  const text = at === -1 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1]);
  return text !== undefined && /^\d{2,5}$/.test(text) ? Number(text) : null;
}
