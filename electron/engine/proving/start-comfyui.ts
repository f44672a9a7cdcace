import path from 'node:path';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Install } from '../../../shared/install.ts';
import type { Ending } from '../../../shared/kernel-report.ts';
import { message } from '../../../shared/messages/index.ts';
import type { Rung } from '../../../shared/verification.ts';
import { valueOf } from '../../../shared/facts.ts';
import { attentionInUse } from '../log-analysis/attention-in-use.ts';
import { readText } from '../logs/read-log.ts';
import { knownFlags, testFolders, testStart } from '../launch/test-start.ts';
import { processesOf } from '../launch/running-comfyui.ts';
import type { RunningProcess, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { pythonCommand, pythonVariables } from '../pythons/python-command.ts';
import { comfyuiNotStarted, comfyuiRung, type NotStarted } from '../verification/comfyui-rung.ts';
import type { Watch } from './compute.ts';
import { endingOf } from '../probes/kernels/ending-of.ts';

/** Milliseconds. ComfyUI imports torch, transformers and all of its own nodes, perhaps from a slow disk. */
const timeLimit = 180_000;

/**
 * Starts the user's ComfyUI once with its own flags, such that it ends by itself, leaves custom
 * nodes out and writes into `folder` alone, which is removed afterwards. Never while it runs
 * already. Only `cancelled` is thrown.
 */
export async function startComfyUi(
  system: System,
  diagnosis: Diagnosis,
  folder: string,
  watch: Watch,
): Promise<Rung> {
  const { install, facts } = diagnosis;
  if (!install || !facts.comfyui) return comfyuiNotStarted('none');
  const obstacle = await inTheWay(system, diagnosis, install);
  if (obstacle) return comfyuiNotStarted(obstacle);
  const declared = await system.files.readText(
    path.join(install.sourceRoot, 'comfy', 'cli_args.py'),
  );
  const cpu = valueOf(facts.live)?.torch?.cudaAvailable === false && facts.platform !== 'darwin';
  const words = testStart(facts.comfyui.flags, knownFlags(declared ?? ''), {
    folders: testFolders(folder),
    // It ends before it listens; the port names its log, which must not be that of a real start.
    port: 49_152 + Math.floor(Math.random() * 16_000),
    cpu,
  });
  if (!words) return comfyuiNotStarted('no-test');
  watch.onProgress(message('progress.starting-comfyui'), null);
  try {
    const { database, ...folders } = testFolders(folder);
    // ComfyUI refuses a folder for its users that is not there, and makes no other.
    for (const each of [path.dirname(database), ...Object.values(folders)])
      await system.files.makeFolder(each);
    const { ending, lines } = await run(system, diagnosis, install, { folder, words, watch });
    const backend = attentionInUse(readText(lines.join('\n')).said, {
      launch_args: words.join(' '),
    });
    return comfyuiRung({ ending, backend, failedNodes: failedNodes(lines), cpu });
  } finally {
    await system.files.remove(folder).catch(ifUnanswered(undefined));
  }
}

/** Whether this ComfyUI runs, or nothing can be told; null: it does not. */
export async function inTheWay(
  system: System,
  { environment, facts }: Diagnosis,
  install: Install,
): Promise<NotStarted | null> {
  if (!valueOf(facts.live)) return 'no-python';
  const means = { python: environment.executable };
  const seen = await system
    .processes(undefined, means)
    .catch(ifUnanswered<RunningProcess[] | null>(null));
  if (seen === null) return 'cannot-see';
  const running = processesOf(system, install.sourceRoot, seen, environment.environmentRoot);
  return running.length > 0 ? 'running' : null;
}

type Run = { folder: string; words: readonly string[]; watch: Watch };

async function run(
  system: System,
  { environment }: Diagnosis,
  install: Install,
  { folder, words, watch }: Run,
): Promise<{ ending: Ending; lines: string[] }> {
  const lines: string[] = [];
  const main = path.join(install.sourceRoot, 'main.py');
  const ending = await endingOf(
    () =>
      system.run(pythonCommand(environment, [main, ...words]), {
        workingFolder: folder,
        environment: {
          ...pythonVariables(environment),
          PYTHONFAULTHANDLER: '1',
          TRITON_CACHE_DIR: path.join(folder, 'triton'),
          TORCHINDUCTOR_CACHE_DIR: path.join(folder, 'inductor'),
        },
        okExitCodes: 'any',
        timeLimit,
        signal: watch.signal,
        onLine: (line) => {
          lines.push(line.text);
          watch.onLine(line);
        },
      }),
    () => lines.slice(-30).join('\n'),
    timeLimit,
  );
  return { ending, lines };
}

/** "IMPORT FAILED: nodes_audio.py" among ComfyUI's own nodes (nodes.py, init_extra_nodes). */
function failedNodes(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [, name] = /IMPORT FAILED\)?: (.+)$/.exec(line) ?? [];
    return name === undefined ? [] : [name.trim()];
  });
}
