import type { TracedChange } from '../../../shared/history.ts';
import type { Change } from '../../../shared/plan.ts';
import type { Snapshot } from '../../../shared/report.ts';
import type { Note } from './history-file.ts';
import { isSameVersion } from './seen/same-version.ts';
import { packageChanges, type Seen } from './seen/seen.ts';

/** The last time that it was proved. */
export function lastProof(notes: readonly Note[]): Note | null {
  return notes.findLast(({ proved }) => proved !== null) ?? null;
}

/**
 * The proof that what is there is compared with. Who went back, or had something else put in
 * that nobody proved, wished to leave what was proved: then only a proof of just that counts.
 */
export function standingProof(notes: readonly Note[]): Note | null {
  for (let at = notes.length - 1; at >= 0; at -= 1) {
    const note = notes[at];
    if (!note) continue;
    if (note.proved !== null) return note;
    if (note.kind === 'rollback' || note.kind === 'fix') {
      return (
        notes
          .slice(0, at)
          .findLast(
            ({ proved, seen }) => proved !== null && packageChanges(seen, note.seen).length === 0,
          ) ?? null
      );
    }
  }
  return null;
}

/**
 * What is not as it was proved, with who did it where a note tells how it came to be so. What came
 * besides takes nothing from what was proved: whether it does harm is the diagnosis' to say.
 */
export function driftOf(notes: readonly Note[], now: Seen): TracedChange[] {
  const proof = standingProof(notes);
  if (!proof) return [];
  return packageChanges(proof.seen, now)
    .filter(({ from }) => from !== null)
    .map((change) => traced(change, notes, proof));
}

function traced(change: Change, notes: readonly Note[], proof: Note): TracedChange {
  const later = notes.slice(notes.indexOf(proof) + 1);
  const last = later
    .flatMap(({ changes }) => changes)
    .findLast((each) => each.name === change.name && each.to === change.to);
  const { candidates } = last ?? {};
  return { ...change, by: last?.by ?? null, ...(candidates ? { candidates } : {}) };
}

/**
 * The saved state that holds what was proved: going back through the repairs since, newest
 * first, must end at those versions. null where somebody else moved one of them meanwhile.
 */
export function snapshotOf(snapshots: readonly Snapshot[], proved: Seen, now: Seen): string | null {
  const plain = (seen: Seen): Map<string, string> =>
    new Map(
      Object.entries(seen.packages).flatMap(([name, { version, code }]) =>
        code === 'none' ? [] : [[name, version]],
      ),
    );
  const [wanted, standing] = [plain(proved), plain(now)];
  for (const { id, changes, restoredAt } of snapshots) {
    if (restoredAt !== null) continue;
    for (const { name, from, to } of changes) {
      if (!wanted.has(name) && !standing.has(name)) continue;
      if (!isSameVersion(standing.get(name) ?? null, to)) return null;
      if (from === null) standing.delete(name);
      else standing.set(name, from);
    }
    const names = new Set([...wanted.keys(), ...standing.keys()]);
    if (
      [...names].every((name) =>
        isSameVersion(wanted.get(name) ?? null, standing.get(name) ?? null),
      )
    )
      return id;
  }
  return null;
}
