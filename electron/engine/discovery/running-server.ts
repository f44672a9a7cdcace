import * as z from 'zod';
import type { Install, InstallKind } from '../../../shared/install.ts';
import { processesOf } from '../launch/running-comfyui.ts';
import type { RunningProcess, System } from '../machine/system.ts';
import type { Located } from './recognition/locator.ts';
import { withRunningEvidence } from './running-evidence.ts';

/** Milliseconds: a ComfyUI that is making a picture may not answer at all. */
const statsLimit = 500;
/** Where it listens when no --port says otherwise: what each kind's own start script or settings say. */
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

/** The install and the environment that its process runs in, if one runs and no file tells it. */
export async function withProcess(
  system: System,
  install: Install,
  processes: readonly RunningProcess[],
): Promise<Located> {
  const [running] = processesOf(
    system,
    install.sourceRoot,
    processes,
    install.python?.environmentRoot ?? null,
  );
  if (!running) return { install: { ...install, running: false }, environment: null };
  const port = portIn(running.arguments) ?? defaultPorts[install.kind] ?? 8188;
  const answers = await Promise.all(
    ['127.0.0.1', '[::1]'].map((host) =>
      system.localJson(`http://${host}:${port}/system_stats`, statsLimit),
    ),
  );
  const stats = answers
    .map((each) => statsSchema.safeParse(each))
    .find((each) => each.success)?.data;
  const process = {
    pid: running.pid,
    port,
    stats: stats
      ? {
          comfyuiVersion: stats.system.comfyui_version ?? null,
          pytorchVersion: stats.system.pytorch_version ?? null,
        }
      : null,
  };
  const seen = await withRunningEvidence(system, install, running);
  return { ...seen, install: { ...seen.install, running: true, process } };
}

/** --port 8189 or --port=8189. */
function portIn(words: readonly string[]): number | null {
  const at = words.findIndex((word) => word === '--port' || word.startsWith('--port='));
  const text = at === -1 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1]);
  return text !== undefined && /^\d{2,5}$/.test(text) ? Number(text) : null;
}
