import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Crash } from '../../shared/crash.ts';
import { statePaths } from '../engine/state/state-paths.ts';
import { makeFoldersNow } from '../engine/machine/make-folders.ts';
import { isUnanswered } from '../engine/machine/unanswered.ts';
import { problemToTell } from '../engine/redaction/door.ts';

/** Characters: a stack is shorter; one that runs round in circles is not. */
const longest = 20_000;

/**
 * Writes down at once that the app breaks off: into the log, which every bundle carries, and into a
 * note for the next start. What cannot be written is lost, and nothing else.
 */
export function noteCrash(stateFolder: string, crash: Crash, thrown: unknown): void {
  const { log, crash: note } = statePaths(stateFolder);
  const detail = (problemToTell(thrown).detail ?? '').slice(0, longest);
  try {
    makeFoldersNow(path.dirname(log), 0o700);
    appendFileSync(log, `${crash.at} crashed ${JSON.stringify({ ...crash, detail })}\n`, {
      mode: 0o600,
    });
    writeFileSync(note, JSON.stringify(crash), { mode: 0o600 });
  } catch (unwritten) {
    if (!isUnanswered(unwritten)) throw unwritten;
  }
}
