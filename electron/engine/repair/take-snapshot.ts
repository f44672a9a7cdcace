import path from 'node:path';
import type { Facts } from '../../../shared/facts.ts';
import type { Plan } from '../../../shared/plan.ts';
import { fail } from '../../../shared/problem.ts';
import type { System } from '../system.ts';
import { filesOfDistribution } from './record-files.ts';
import { savedCopy, writeManifest, type Manifest } from './snapshot-store.ts';
import { readTree } from './tree.ts';

export type SnapshotOptions = {
  folder: string;
  id: string;
  at: Date;
  targets: string[];
  signal?: AbortSignal;
  onCount?: (files: number) => void;
};

/**
 * Copies every file that the plan can touch and notes the whole tree around it. The manifest
 * is written last: from then on an interrupted repair can be put back.
 */
export async function takeSnapshot(
  system: System,
  facts: Facts,
  plan: Plan,
  options: SnapshotOptions,
): Promise<Manifest> {
  const roots = treeRoots(system, facts);
  const before = await readTree(system, roots, options.signal);
  const owned = await Promise.all(
    plan.changes.map(async (change) => {
      const distribution = facts.distributions.find((each) => each.name === change.name);
      return distribution ? filesOfDistribution(system, distribution) : [];
    }),
  );
  const touched = [...new Set([...owned.flat(), ...options.targets])];
  const saved = touched.filter((file) => {
    const entry = before.get(file);
    return entry && (entry.kind === 'file' || entry.kind === 'link');
  });
  const manifest: Manifest = {
    id: options.id,
    at: options.at.toISOString(),
    reason: plan.goal,
    environmentId: plan.environmentId,
    environmentRoot: plan.environmentRoot,
    planId: plan.id,
    changes: plan.changes,
    state: 'pending',
    restoredAt: null,
    bytes: saved.reduce((total, file) => total + (before.get(file)?.bytes ?? 0), 0),
    roots,
    before: [...before],
    saved,
    targets: options.targets,
    added: [],
  };
  options.onCount?.(saved.length);
  await copyAll(system, manifest, options);
  await writeManifest(system, options.folder, manifest);
  return manifest;
}

async function copyAll(
  system: System,
  manifest: Manifest,
  options: SnapshotOptions,
): Promise<void> {
  const kinds = new Map(manifest.before);
  for (const [index, file] of manifest.saved.entries()) {
    if (options.signal?.aborted) fail('cancelled');
    const copy = savedCopy(options.folder, manifest, index);
    if (kinds.get(file)?.kind === 'link') await system.files.copyLink(file, copy);
    else await system.files.copyFile(file, copy);
  }
}

/** A virtual environment is watched whole; of a shared Python only what pip writes to. */
function treeRoots(system: System, facts: Facts): string[] {
  const { kind, environmentRoot, sitePackages } = facts.interpreter;
  if (kind === 'venv' || kind === 'virtualenv' || kind === 'uv') return [environmentRoot];
  const scripts = path.join(environmentRoot, system.platform === 'win32' ? 'Scripts' : 'bin');
  return [...sitePackages.slice(0, 1), scripts];
}
