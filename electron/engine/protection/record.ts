import path from 'node:path';
import * as z from 'zod';
import { fail } from '../../../shared/problem.ts';
import { guardSchema } from '../../../shared/protection.ts';
import { constraintsName, protectedFileNames } from '../knowledge/protection-places.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { formNames } from './forms/index.ts';

const entrySchema = z.object({
  /**
   * From the environment's folder: it may be moved together with what stands beside it. An environment
   * that comes from elsewhere brings its record along, which leads to no file but these.
   */
  path: z.string().refine((file) => protectedFileNames.has(path.basename(file))),
  form: z.enum(formNames),
  wanted: z.array(z.string()),
  /** The file was there before. */
  existed: z.boolean(),
  /** What was put in, in bytes of the file as we left it, whose SHA-256 is `after`. */
  at: z.number().int(),
  length: z.number().int(),
  after: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;

const recordSchema = z.object({
  about: z.string(),
  schema: z.literal(1),
  /** pending: written before the first file is touched; it may have come to any of them. */
  state: z.enum(['pending', 'on']),
  /** Where the environment stood: another place means that it was moved. */
  root: z.string(),
  guards: z.array(guardSchema),
  entries: z.array(entrySchema),
});
export type ProtectionRecord = z.infer<typeof recordSchema>;

/** Beside the constraints: it moves, and is copied and deleted, with the environment. */
export function recordPath(root: string): string {
  return path.join(root, 'attention-doctor-protection.json');
}

/** null: there is none, or none that can be understood. */
export async function readRecord(system: System, root: string): Promise<ProtectionRecord | null> {
  const text = await system.files.readText(recordPath(root)).catch(ifUnanswered(null));
  return text === null ? null : (recordSchema.safeParse(parseJson(text)).data ?? null);
}

/**
 * The record; null where there was never one. Throws `protection-unreadable` where ours is damaged, or
 * gone from beside what we wrote: then nobody can say what was put in where.
 */
export async function requireRecord(
  system: System,
  root: string,
): Promise<ProtectionRecord | null> {
  const record = await readRecord(system, root);
  if (record === null && (await isLost(system, root))) {
    const files = [recordPath(root), path.join(root, constraintsName)].join(', ');
    fail('protection-unreadable', { params: { files } });
  }
  return record;
}

/** Without a record that can be read, but with what we write beside it. */
export async function isLost(system: System, root: string): Promise<boolean> {
  if (await system.files.linkInfo(recordPath(root))) return true;
  const constraints = path.join(root, constraintsName);
  const text = await system.files.readText(constraints).catch(ifUnanswered(null));
  return text?.includes('Attention Doctor put them here') === true;
}

const about =
  'What Attention Doctor put into other files to keep the PyTorch stack of this Python, so that it can be taken out again to the byte: attention-doctor protect FOLDER --off';

export async function writeRecord(
  system: System,
  record: Omit<ProtectionRecord, 'about' | 'schema'>,
): Promise<void> {
  const text = JSON.stringify({ about, schema: 1, ...record }, null, 2);
  await system.files.writeText(recordPath(record.root), `${text}\n`);
}
