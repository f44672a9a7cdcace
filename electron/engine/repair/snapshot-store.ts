import path from 'node:path';
import { z } from 'zod';
import { changeSchema } from '../../../shared/plan.ts';
import type { Snapshot } from '../../../shared/report.ts';
import type { System } from '../system.ts';
import type { Tree } from './tree.ts';

const entrySchema = z.object({
  kind: z.enum(['file', 'folder', 'link', 'other']),
  bytes: z.number(),
  modified: z.string(),
  mode: z.number(),
  target: z.string().nullable(),
});

/** The journal of one repair: written whole before pip starts, and again after every turn. */
export const manifestSchema = z.object({
  id: z.string(),
  at: z.string(),
  reason: z.string(),
  environmentId: z.string(),
  environmentRoot: z.string(),
  planId: z.string(),
  changes: z.array(changeSchema),
  /** pending: pip may have begun. kept: it went well. restored: put back. */
  state: z.enum(['pending', 'kept', 'restored']),
  restoredAt: z.string().nullable(),
  bytes: z.number(),
  roots: z.array(z.string()),
  /** The whole tree before, by absolute path. */
  before: z.array(z.tuple([z.string(), entrySchema])),
  /** Files copied to `files/<index>`. */
  saved: z.array(z.string()),
  /** Where the wheels' files go: what recovery may remove. */
  targets: z.array(z.string()),
  /** What the repair added, known once it is kept. */
  added: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'manifest.json';

export async function writeManifest(
  system: System,
  folder: string,
  manifest: Manifest,
): Promise<void> {
  await system.files.writeText(
    path.join(folder, manifest.id, manifestName),
    JSON.stringify(manifest),
  );
}

/** Oldest first. A folder without a readable manifest never got as far as changing anything. */
export async function readManifests(system: System, folder: string): Promise<Manifest[]> {
  const entries = (await system.files.list(folder)) ?? [];
  const all = await Promise.all(
    entries.map(async (entry) => {
      const text = await system.files.readText(path.join(folder, entry.name, manifestName));
      if (text === null) return null;
      try {
        return manifestSchema.parse(JSON.parse(text));
      } catch {
        return null;
      }
    }),
  );
  return all
    .filter((each) => each !== null)
    .sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

export function savedCopy(folder: string, manifest: Manifest, index: number): string {
  return path.join(folder, manifest.id, 'files', String(index));
}

export function treeBefore(manifest: Manifest): Tree {
  return new Map(manifest.before);
}

/** Newest first, for people. */
export async function listSnapshots(system: System, folder: string): Promise<Snapshot[]> {
  const manifests = await readManifests(system, folder);
  return manifests.reverse().map((each) => ({
    id: each.id,
    at: each.at,
    reason: each.reason,
    bytes: each.bytes,
    changes: each.changes,
    restoredAt: each.restoredAt,
  }));
}
