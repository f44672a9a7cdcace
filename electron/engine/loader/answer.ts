import type { ExtensionAnswer } from '../../../shared/extensions.ts';

/** What was found out about one file: pure facts, from which the answer follows. */
export type Loading = {
  /** Libraries that are nowhere, in the order in which they would be asked for. */
  missing: readonly string[];
  /** Those that come with the graphics driver, which may stand elsewhere in a container. */
  withoutDriver: readonly string[];
  /** Those that the system may have or not: it is another one than ours and cannot be seen. */
  unsure: readonly string[];
  /** Functions that no library gives which would be loaded. */
  functions: readonly string[];
  /** Versions that the system's own libraries do not have: "GLIBC_2.38 (libc.so.6)". */
  versions: readonly string[];
  /** Files that are there and could not be read: what they need and give is not known. */
  unread: readonly string[];
};

type Outcome = Omit<ExtensionAnswer, 'distribution' | 'file'>;

const mostNames = 3;

/** The earliest reason is the one that the loader would stop at. */
export function answerOf(loading: Loading): Outcome {
  const { missing, withoutDriver, unsure, functions, versions, unread } = loading;
  const [library] = missing;
  if (library !== undefined) return { answer: 'cannot-load', why: 'library', name: library };
  const [version] = versions;
  if (version !== undefined) return { answer: 'cannot-load', why: 'version', name: version };
  const [name] = functions;
  if (name !== undefined) {
    const names = functions.slice(0, mostNames);
    return { answer: 'cannot-load', why: 'functions', name, names, count: functions.length };
  }
  const [driver] = withoutDriver;
  if (driver !== undefined) return { answer: 'unknown', why: 'driver', name: driver };
  const [other] = unsure;
  if (other !== undefined) return { answer: 'unknown', why: 'library', name: other };
  const [file] = unread;
  if (file !== undefined) return { answer: 'unknown', why: 'unreadable', name: file };
  return { answer: 'loads' };
}
