import path from 'node:path';
import * as z from 'zod';
import { provedSchema, tracedChangeSchema } from '../../../shared/history.ts';
import type { Problem } from '../../../shared/problem.ts';
import { parseJson } from '../machine/json-text.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { withoutSecrets } from '../redaction/door.ts';
import { identitySchema } from '../repair/identity.ts';
import { seenSchema } from './seen/seen.ts';

const storedKinds = ['look', 'verify', 'benchmark', 'fix', 'undo', 'rollback', 'protect'] as const;
export type StoredKind = (typeof storedKinds)[number];

const noteSchema = z.object({
  at: z.string(),
  kind: z.enum(storedKinds),
  outcome: z.string(),
  proved: provedSchema.nullable(),
  seen: seenSchema,
  /** Against the note before, with who did it as far as traces showed it then. */
  changes: z.array(tracedChangeSchema),
});
export type Note = z.infer<typeof noteSchema>;

const ownSchema = 1;
const fileSchema = z.object({
  schema: z.literal(ownSchema),
  about: z.string(),
  environment: identitySchema,
  /** Oldest first. */
  notes: z.array(noteSchema),
});
export type HistoryFile = z.infer<typeof fileSchema>;

export type Read =
  | { kind: 'none' }
  | { kind: 'read'; file: HistoryFile }
  | { kind: 'damaged' }
  /** A later version of the app wrote it: it is left alone. */
  | { kind: 'newer' };

/** Notes that a history keeps: years of them, in a file of some hundred KiB at most. */
const mostNotes = 150;
const readLimit = 4 * 1024 * 1024;

export function historyPath(folder: string, environmentId: string): string {
  return path.join(folder, `${environmentId}.json`);
}

/** Changes nothing. What cannot be read at all is as good as damaged. */
export async function readHistory(system: System, file: string): Promise<Read> {
  const text = await system.files
    .readText(file, { limit: readLimit })
    .catch(ifUnanswered('\0unreadable'));
  if (text === null) return { kind: 'none' };
  const value = parseJson(text);
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return { kind: 'read', file: parsed.data };
  const head = z.object({ schema: z.number().int() }).safeParse(value);
  return { kind: head.success && head.data.schema > ownSchema ? 'newer' : 'damaged' };
}

/** Whole or not at all; readable, since people look into it. */
export async function writeHistory(
  system: System,
  file: string,
  { environment, notes }: { environment: HistoryFile['environment']; notes: readonly Note[] },
): Promise<void> {
  const about = 'What Attention Doctor saw of this environment. Removing it changes nothing else.';
  const kept = shortened(notes);
  const text = JSON.stringify(
    withoutSecrets({ schema: ownSchema, about, environment, notes: kept }),
    null,
    1,
  );
  await system.files.writeText(file, `${text}\n`);
}

/** The oldest go first, but never the last proof, which everything is compared with. */
export function shortened(notes: readonly Note[]): Note[] {
  if (notes.length <= mostNotes) return [...notes];
  const proof = notes.findLastIndex(({ proved }) => proved !== null);
  const from = notes.length - mostNotes;
  const kept = notes.slice(from);
  const lost = proof !== -1 && proof < from ? notes[proof] : undefined;
  return lost ? [lost, ...kept.slice(1)] : kept;
}

/** Puts a file aside under a name that says why, and tells where. */
export async function setAside(
  system: System,
  file: string,
  why: 'damaged' | 'replaced',
  now: Date,
): Promise<Problem> {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const aside = file.replace(/\.json$/, `.${why}-${stamp}.json`);
  await system.files.rename(file, aside);
  return { code: 'history-damaged', params: { path: aside } };
}
