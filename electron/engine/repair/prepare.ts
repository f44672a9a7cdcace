import { valueOf } from '../../../shared/facts.ts';
import type { Diagnosis } from '../../../shared/finding.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import { processesOf } from '../discovery/running-comfyui.ts';
import { gatherStaticFacts, type Target } from '../inspection/gather-static-facts.ts';
import { readableBytes } from '../readable-bytes.ts';
import { startedFrom } from '../machine/holders.ts';
import type { StatePaths } from '../state-paths.ts';
import type { RunningProcess, System } from '../system.ts';
import { ownerOf } from './environment-lock.ts';
import { requireChangeable } from './preconditions.ts';
import { restoreTree, writtenByRepair } from './restore.ts';
import { readManifests, writeManifest, type Manifest } from './snapshot-store.ts';

/**
 * Throws `comfyui-running` where a ComfyUI of this install, or of this Python, is alive; and
 * `python-in-use` on Windows for any program of this Python, since loaded files cannot be
 * replaced there (elsewhere they can).
 */
export async function requireNotRunning(system: System, target: Target): Promise<void> {
  const processes = await system.processes().catch((): RunningProcess[] => []);
  const { environmentRoot } = target.environment;
  const root = target.install?.sourceRoot;
  const ofInstall = root === undefined ? [] : processesOf(system, root, processes, environmentRoot);
  const ofPython = processes.filter((each) => startedFrom(system.platform, each, environmentRoot));
  const main = ofPython.filter((each) =>
    each.arguments.some((word) => /(^|[\\/])main\.py$/.test(word)),
  );
  const comfyui = [...ofInstall, ...main][0];
  if (comfyui) fail('comfyui-running', { params: { pid: comfyui.pid } });
  const holder =
    system.platform === 'win32' ? (await system.holders(environmentRoot))[0] : undefined;
  if (holder) fail('python-in-use', { params: { pid: holder.pid } });
}

/** Throws `plan-outdated` unless everything that the plan speaks of is as it was when it was made. */
export async function requireUnchanged(
  system: System,
  target: Target,
  plan: Plan,
  diagnosis: Diagnosis,
): Promise<void> {
  const now = await gatherStaticFacts(system, target);
  requireChangeable(now);
  const version = (name: string): string | null =>
    now.distributions.find((each) => each.name === name)?.version ?? null;
  const moved =
    plan.changes.some((change) => version(change.name) !== change.from) ||
    plan.pinned.some((pin) => version(pin.name) !== pin.version) ||
    JSON.stringify(valueOf(now.torch)) !== JSON.stringify(valueOf(diagnosis.facts.torch));
  if (moved) fail('plan-outdated');
}

/** Throws `disk-full` where the plan would not fit. */
export async function requireSpace(system: System, paths: StatePaths, plan: Plan): Promise<void> {
  if (plan.diskBytes === null) return;
  await system.files.makeFolder(paths.staging);
  // The wheels and the saved files lie in the state folder, which may be on another disk.
  for (const folder of [plan.environmentRoot, paths.staging]) {
    if ((await system.files.freeBytes(folder)) >= plan.diskBytes) continue;
    fail('disk-full', { params: { path: folder, needed: readableBytes(plan.diskBytes) } });
  }
}

/** Repairs of this environment that never came to their end: nobody holds them any more. */
export async function interruptedRepairs(
  system: System,
  paths: StatePaths,
  environmentId: string,
): Promise<Manifest[]> {
  const owner = await ownerOf(system, paths.lock(environmentId));
  if (owner !== null && owner !== system.processId && system.isAlive(owner)) return [];
  const manifests = await readManifests(system, paths.snapshots(environmentId));
  return manifests.filter((each) => each.state === 'pending').reverse();
}

/** Puts back what a power loss or a kill left half done, newest first. */
export async function recover(
  system: System,
  paths: StatePaths,
  manifest: Manifest,
  now: Date,
): Promise<void> {
  const folder = paths.snapshots(manifest.environmentId);
  await restoreTree(system, folder, manifest, writtenByRepair(manifest));
  await writeManifest(system, folder, {
    ...manifest,
    state: 'restored',
    restoredAt: now.toISOString(),
  });
}
