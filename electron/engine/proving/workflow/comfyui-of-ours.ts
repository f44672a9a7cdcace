import path from 'node:path';
import type { Diagnosis } from '../../../../shared/finding.ts';
import { valueOf } from '../../../../shared/facts.ts';
import type { Install } from '../../../../shared/install.ts';
import { fail, ProblemError } from '../../../../shared/problem.ts';
import { knownFlags, testFolders, testStart } from '../../launch/test-start.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { pythonCommand, pythonVariables } from '../../pythons/python-command.ts';
import type { Watch } from '../compute.ts';
import { answers, type Comfy } from './talk-to-comfyui.ts';

/** Milliseconds until it answers: as for its trial start. */
const startLimit = 180_000;
const betweenLooks = 300;

/**
 * Starts the user's ComfyUI such that it listens on this machine alone, without custom nodes and
 * writing into `folder` alone; ends it after `use` in any case. Throws `workflow-no-comfyui`.
 */
export async function withComfyUi<T>(
  system: System,
  diagnosis: Diagnosis,
  { install, folder, watch }: { install: Install; folder: string; watch: Watch },
  use: (comfy: Comfy) => Promise<T>,
): Promise<T> {
  const port = 49_152 + Math.floor(Math.random() * 16_000);
  const words = await wordsFor(system, diagnosis, { install, folder, port });
  if (!words) fail('workflow-no-comfyui');
  const end = new AbortController();
  const stop = (): void => end.abort();
  watch.signal.addEventListener('abort', stop);
  const lines: string[] = [];
  const state = { isOver: false };
  const { environment } = diagnosis;
  const main = path.join(install.sourceRoot, 'main.py');
  const running = system
    .run(pythonCommand(environment, [main, ...words]), {
      workingFolder: folder,
      environment: pythonVariables(environment),
      okExitCodes: 'any',
      signal: end.signal,
      onLine: (line) => {
        lines.push(line.text);
        watch.onLine(line);
      },
    })
    .catch(unlessEnded)
    .finally(() => {
      state.isOver = true;
    });
  try {
    const comfy = { system, address: `127.0.0.1:${port}`, signal: watch.signal };
    const begun = performance.now();
    while (!(await answers(comfy))) {
      if (watch.signal.aborted) fail('cancelled');
      if (state.isOver || performance.now() - begun > startLimit)
        fail('workflow-no-comfyui', { detail: lines.slice(-30).join('\n') });
      await new Promise((resolve) => setTimeout(resolve, betweenLooks));
    }
    return await use(comfy);
  } finally {
    watch.signal.removeEventListener('abort', stop);
    end.abort();
    await running;
    await system.files.remove(folder).catch(ifUnanswered(undefined));
  }
}

/** It does not end by itself: that we end it is no failure. */
function unlessEnded(thrown: unknown): null {
  const isEnded = thrown instanceof ProblemError && thrown.problem.code === 'cancelled';
  return isEnded ? null : ifUnanswered(null)(thrown);
}

async function wordsFor(
  system: System,
  { facts }: Diagnosis,
  { install, folder, port }: { install: Install; folder: string; port: number },
): Promise<string[] | null> {
  const file = path.join(install.sourceRoot, 'comfy', 'cli_args.py');
  const known = knownFlags((await system.files.readText(file)) ?? '');
  const cpu = valueOf(facts.live)?.torch?.cudaAvailable === false && facts.platform !== 'darwin';
  const folders = testFolders(folder);
  const start = { folders, port, cpu, listens: true as const };
  const { database, ...others } = folders;
  for (const each of [path.dirname(database), ...Object.values(others)])
    await system.files.makeFolder(each);
  return testStart(facts.comfyui?.flags ?? [], known, start);
}
