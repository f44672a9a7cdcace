import path from 'node:path';
import { createHash } from 'node:crypto';
import { message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Facts } from '../../../shared/facts.ts';
import { fail } from '../../../shared/problem.ts';
import type { Guard, ProtectedFile, Threat } from '../../../shared/protection.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import { guardsFor } from '../knowledge/guarded-packages.ts';
import type { System } from '../machine/system.ts';
import { requireChangeable } from '../preconditions/require-changeable.ts';
import { hashOf, insertion, linesPutIn, missingIn, withoutOurs, withWanted } from './edits.ts';
import { contradictionsAmong, ownConstraints, type Own } from './contradictions.ts';
import { placesFor, type Place } from './places.ts';
import { requireRecord, type Entry, type ProtectionRecord } from './record.ts';

/** Bytes; no settings file that we write into is larger. */
const largestFile = 4 * 1024 * 1024;

/** One file on its way: as it is, as it would be without us, and as it is to be. null: not there. */
export type Step = {
  path: string;
  now: Uint8Array | null;
  after: Uint8Array | null;
  /** What of the record it is from now on; null where nothing of ours is in it any more. */
  entry: Entry | null;
};

export type ProtectionPlan = {
  id: string;
  root: string;
  record: ProtectionRecord | null;
  guards: Guard[];
  steps: Step[];
  files: ProtectedFile[];
  uncovered: MessageRef[];
  /** Files that stay although we made them: somebody wrote in them. */
  left: string[];
};

/**
 * What has to be written so that later installations keep what is here; what an earlier protection
 * wrote comes out with it. Throws `torch-missing`, `externally-managed`, `read-only`,
 * `protection-not-possible`, `protection-contradicted`, `protection-unreadable`.
 */
export async function planProtection(
  system: System,
  target: Target,
  facts: Facts,
  threats: readonly Threat[],
  comfyuiRuns: boolean,
): Promise<ProtectionPlan> {
  const guards = guardsFor(facts.distributions);
  if (!guards.some(({ name }) => name === 'torch')) fail('torch-missing');
  requireChangeable(facts);
  const root = target.environment.environmentRoot;
  if (!(await system.files.writable(root))) fail('read-only', { params: { path: root } });
  const record = await requireRecord(system, root);
  const old = await stepsBack(system, root, record);
  const { places, uncovered } = await placesFor(
    system,
    target,
    { guards, threats, distributions: facts.distributions },
    comfyuiRuns,
  );
  const standing = await Promise.all(
    places.map(async (place) => {
      const back = old.find((each) => each.path === place.path);
      const now = back ? back.now : await readFile(system, place.path);
      return { place, now, plain: back ? back.after : now };
    }),
  );
  requireAgreement(facts, await ownConstraints(system, standing));
  const steps: Step[] = [];
  const files: ProtectedFile[] = [];
  const more: MessageRef[] = [];
  for (const { place, now, plain } of standing) {
    const made = (await isWritable(system, place.path)) ? stepTo(root, place, now, plain) : null;
    if (made === null) {
      // Where pip itself is not held back there is no protection to speak of.
      if (place.form === 'pip') fail('protection-not-possible', { params: { path: place.path } });
      more.push(message('protection.uncovered.file', { path: place.path }));
      continue;
    }
    steps.push(made.step);
    if (made.lines.length > 0)
      files.push({ path: place.path, lines: made.lines, isNew: plain === null });
  }
  const dropped = old.filter((each) => !steps.some((step) => step.path === each.path));
  const all = [...steps, ...dropped];
  return {
    id: idOf(all),
    ...{ root, record, guards, files, left: [] },
    steps: all,
    uncovered: [...uncovered, ...more],
  };
}

/** Beside a constraint that asks for another version ours would make pip refuse everything. */
function requireAgreement(facts: Facts, own: readonly Own[]): void {
  const lines = contradictionsAmong(facts, own).map(
    ({ file, requirement }) => `${requirement.text} (${file})`,
  );
  if (lines.length > 0) fail('protection-contradicted', { params: { lines: lines.join(', ') } });
}

/** What has to be written so that nothing of ours is left. */
export async function planRemoval(system: System, root: string): Promise<ProtectionPlan> {
  const record = await requireRecord(system, root);
  const back = await stepsBack(system, root, record);
  // The constraints go last: pip stops where a file that it is sent to is missing.
  const steps = back.reverse();
  const entries = record?.entries ?? [];
  const left = steps.filter(({ path: file, after }) =>
    entries.some((each) => !each.existed && path.resolve(root, each.path) === file && after),
  );
  return {
    id: idOf(steps),
    ...{ root, record, steps, uncovered: [] },
    guards: record?.guards ?? [],
    files: steps.flatMap(({ path: file, now, after }) => {
      const lines = now === null ? [] : linesPutIn(after, now);
      return lines.length === 0 ? [] : [{ path: file, lines, isNew: after === null }];
    }),
    left: left.map((each) => each.path),
  };
}

/** Each file of the record once, without anything of ours. */
async function stepsBack(
  system: System,
  root: string,
  record: ProtectionRecord | null,
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const entry of record?.entries ?? []) {
    const file = path.resolve(root, entry.path);
    const same = steps.find((each) => each.path === file);
    // Of an interrupted change both the old and the new entry may be in it.
    if (same) same.after = withoutOurs(same.after, entry);
    else {
      const now = await readFile(system, file);
      steps.push({ path: file, now, after: withoutOurs(now, entry), entry: null });
    }
  }
  return steps;
}

function stepTo(
  root: string,
  { path: file, form, wanted: all }: Place,
  now: Uint8Array | null,
  plain: Uint8Array | null,
): { step: Step; lines: string[] } | null {
  const wanted = missingIn(plain, form, all);
  if (wanted.length === 0)
    return { step: { path: file, now, after: plain, entry: null }, lines: [] };
  const after = withWanted(plain, form, wanted);
  const where = after && insertion(plain, after);
  if (!after || !where) return null;
  const own = { form, wanted, existed: plain !== null, after: hashOf(after), ...where };
  const entry = { path: path.relative(root, file), ...own };
  return { step: { path: file, now, after, entry }, lines: linesPutIn(plain, after) };
}

async function readFile(system: System, file: string): Promise<Uint8Array | null> {
  return system.files.readBytes(file, { limit: largestFile });
}

async function isWritable(system: System, file: string): Promise<boolean> {
  // A link leads out of the environment: to the settings of all Pythons, perhaps.
  const there = await system.files.linkInfo(file);
  if (there && there.kind !== 'file') return false;
  return system.files.writable(there ? file : path.dirname(file));
}

function idOf(steps: readonly Step[]): string {
  const content = steps.map(({ path: file, after }) => [file, after && hashOf(after)]);
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `protection-${hash.slice(0, 16)}`;
}
