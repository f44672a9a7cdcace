import path from 'node:path';
import type { Environment, Install } from '../../../shared/install.ts';
import { flagsOfProcess, processesOf } from '../launch/running-comfyui.ts';
import type { RunningProcess, System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { environmentAt } from '../pythons/environment-at.ts';
import type { Located } from './recognition/locator.ts';
import { installPythonOf } from './recognition/make-install.ts';
import { movedFolders } from './recognition/moved-folders.ts';

/**
 * The install with what only its running process tells: the Python and the flags where no file
 * tells them, and the folders that its flags move. Source: comfy/cli_args.py; and
 * ComfyUI-Manager's restart drops flags that the start script has.
 */
export async function withRunningEvidence(
  system: System,
  install: Install,
  running: RunningProcess,
): Promise<Located> {
  const flags = flagsOfProcess(running) ?? [];
  const launcher = { path: path.join(install.sourceRoot, 'main.py'), flags };
  const moved = await movedFolders(system, [{ ...launcher, folder: running.workingFolder }]);
  const dataRoot = moved.data ?? install.dataRoot;
  const userDir = moved.data === null ? install.userDir : path.join(moved.data, 'user');
  const environment = install.python ? null : await environmentOfProcess(system, running);
  return {
    environment,
    install: {
      ...install,
      dataRoot,
      userDir: moved.user ?? userDir,
      launchers: install.launchers.length > 0 ? install.launchers : [launcher],
      ...(environment && {
        python: installPythonOf(system, environment),
        problems: environment.problems,
      }),
    },
  };
}

/** The same for one install, looking for its process; as it was where none runs. */
export async function completedByProcess(system: System, install: Install): Promise<Install> {
  // Listing processes takes Windows a second: only where the files left something open.
  if (install.python && install.launchers.length > 0) return install;
  const processes = await system.processes(/main\.py/).catch(ifUnanswered([]));
  const root = install.python?.environmentRoot ?? null;
  const [running] = processesOf(system, install.sourceRoot, processes, root);
  if (!running) return install;
  const { install: completed } = await withRunningEvidence(system, install, running);
  return { ...completed, running: true };
}

async function environmentOfProcess(
  system: System,
  { executable, arguments: words, workingFolder }: RunningProcess,
): Promise<Environment | null> {
  const named = executable ?? words[0] ?? '';
  // A bare name is found by the search path of whoever started it, which is not ours.
  if (!/[\\/]/.test(named)) return null;
  if (!path.isAbsolute(named) && workingFolder === null) return null;
  return environmentAt(system, path.resolve(workingFolder ?? '', named)).catch(ifUnanswered(null));
}
