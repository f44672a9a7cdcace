import type { Environment } from '../../../shared/install.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail, ProblemError } from '../../../shared/problem.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { missingPython } from '../knowledge/missing-python.ts';
import { processesOf } from '../launch/running-comfyui.ts';
import { startedFrom } from '../machine/holders.ts';
import type { Means, RunningProcess, System } from '../machine/system.ts';

/** The user was told that it cannot be seen what runs, and wants it nevertheless. */
export type Accepted = { unknownIsAccepted?: boolean };

/**
 * Throws `comfyui-running` where a ComfyUI of this install, or of this Python, is alive; and
 * `python-in-use` on Windows for any program of this Python, since loaded files cannot be
 * replaced there (elsewhere they can). Throws `processes-unknown` where the machine does not tell,
 * unless that is accepted.
 */
export async function requireNotRunning(
  system: System,
  target: Target,
  { unknownIsAccepted = false }: Accepted = {},
): Promise<void> {
  const { processes, holders } = await look(system, target.environment);
  const comfyui = runningComfyUi(system, target, processes ?? []);
  if (comfyui) fail('comfyui-running', { params: { pid: comfyui.pid } });
  const [holder] = holders ?? [];
  if (holder) fail('python-in-use', { params: { pid: holder.pid } });
  if (!unknownIsAccepted && (processes === null || holders === null)) fail('processes-unknown');
}

/** Whether a plan says that it cannot be seen what runs: whoever agreed to it has been told. */
export function isToldUnknown(plan: Plan): boolean {
  return plan.warnings.some((warning) => warning.key === 'plan.warning.processes-unknown');
}

/** Whether this machine tells which programs run, and which of them use this environment. */
export async function canSeeProcesses(system: System, environment: Environment): Promise<boolean> {
  const { processes, holders } = await look(system, environment);
  return processes !== null && holders !== null;
}

/** null: it is not told. Who uses files without ComfyUI matters on Windows alone. */
async function look(system: System, environment: Environment) {
  const gone = missingPython(environment.problems) !== null;
  const means: Means = gone ? {} : { python: environment.executable };
  const processes = await orUnknown(system.processes(undefined, means));
  if (system.platform !== 'win32') return { processes, holders: [] };
  if (processes === null) return { processes, holders: null };
  const holders = await orUnknown(system.holders(environment.environmentRoot, means));
  return { processes, holders };
}

async function orUnknown(asked: Promise<RunningProcess[]>): Promise<RunningProcess[] | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'processes-unknown') return null;
    throw error;
  }
}

function runningComfyUi(
  system: System,
  { environment: { environmentRoot }, install }: Target,
  processes: readonly RunningProcess[],
): RunningProcess | undefined {
  const root = install?.sourceRoot;
  const ofInstall = root === undefined ? [] : processesOf(system, root, processes, environmentRoot);
  const ofPython = processes.filter((each) => startedFrom(system.platform, each, environmentRoot));
  const main = ofPython.filter((each) =>
    each.arguments.some((word) => /(^|[\\/])main\.py$/.test(word)),
  );
  return [...ofInstall, ...main][0];
}
