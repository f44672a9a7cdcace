import type { Files, System } from '../../../electron/engine/machine/system.ts';
import { ProblemError } from '../../../shared/problem.ts';

export type Operation = keyof Files;
export type ErrorCode = 'ENOSPC' | 'EIO' | 'EACCES';

export const writing: readonly Operation[] = [
  'writeText',
  'writeBytes',
  'createExclusive',
  'makeFolder',
  'copyFile',
  'hardLink',
  'makeLink',
  'rename',
  'flush',
  'setTimes',
  'setMode',
  'setOwner',
  'remove',
  'removeEmptyFolder',
];
export const reading: readonly Operation[] = [
  'readText',
  'readBytes',
  'openFile',
  'list',
  'info',
  'linkInfo',
  'readLink',
  'realPath',
  'sha256',
  'openArchive',
];

export type Arming = {
  /** The first one fails at 1; 0 only counts. */
  at: number;
  operations: readonly Operation[];
  error?: ErrorCode;
  /** A disk that is full stays full. */
  forEver?: boolean;
};

export type Faults = {
  adjust: (system: System) => System;
  arm: (arming: Arming) => void;
  /** Ends the fault; answers how many operations were counted and what failed. */
  lift: () => { count: number; failed: string[] };
};

/** Makes the n-th operation on files below these folders fail, as node-files would tell it. */
export function createFaults(folders: readonly string[]): Faults {
  let armed: Arming | null = null;
  let count = 0;
  let failed: string[] = [];

  function strike(operation: Operation, paths: readonly unknown[]): void {
    if (!armed?.operations.includes(operation)) return;
    const touched = paths.find(
      (each): each is string =>
        typeof each === 'string' && folders.some((folder) => each.startsWith(folder)),
    );
    if (touched === undefined) return;
    count += 1;
    const { at, forEver = false, error = 'EIO' } = armed;
    if (at === 0 || count < at || (count > at && !forEver)) return;
    failed.push(`${operation} ${touched}`);
    throw failure(error, operation, touched);
  }

  return {
    adjust: (system) => ({ ...system, files: guarded(system.files, strike) }),
    arm(next) {
      armed = next;
      count = 0;
      failed = [];
    },
    lift() {
      armed = null;
      return { count, failed };
    },
  };
}

type Guard = (operation: Operation, parameters: readonly unknown[]) => void;

/** The same files, but `before` is called first and may throw. */
export function guarded(files: Files, before: Guard): Files {
  const names = Object.keys(files) as Operation[];
  const all = names.map((name) => {
    const act = files[name] as (...parameters: unknown[]) => Promise<unknown>;
    return [
      name,
      async (...parameters: unknown[]) => {
        try {
          before(name, parameters);
        } catch (error) {
          // These two have no way to fail but to say no.
          if (name === 'removeEmptyFolder' || name === 'writable') return false;
          throw error;
        }
        return act(...parameters);
      },
    ];
  });
  return Object.fromEntries(all) as Files;
}

function failure(code: ErrorCode, operation: Operation, path: string): Error {
  const detail = `${code}: made up, ${operation} '${path}'`;
  switch (code) {
    case 'ENOSPC':
      return new ProblemError({ code: 'disk-full', params: { path, needed: '?' }, detail });
    case 'EACCES':
      return new ProblemError({ code: 'permission-denied', params: { path }, detail });
    case 'EIO':
      return new ProblemError({ code: 'input-unreadable', params: { path }, detail });
  }
}
