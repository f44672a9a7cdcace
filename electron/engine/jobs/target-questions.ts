import path from 'node:path';
import type { SavedState } from '../../../shared/report.ts';
import { isHeldByAnother } from '../repair/environment-lock.ts';
import { readHeads, snapshotsFor, type Noted } from '../repair/journals.ts';
import { lockName } from '../repair/prepare.ts';
import type { JobOptions } from './job-options.ts';

/** What is asked between two operations: nothing is changed, and no Python is started. */
export function createTargetQuestions(options: JobOptions) {
  const { system, paths, targets, begun } = options;

  async function stateOf({ head }: Noted): Promise<SavedState['state']> {
    if (head.state === 'kept') return 'kept';
    if (head.state === 'restored') return 'restored';
    const { operation } = options.session();
    const running = operation !== null && operation.outcome === null;
    const held = await isHeldByAnother(system, paths.locks, lockName(head.environmentId));
    return running || held ? 'kept' : 'interrupted';
  }

  async function savedState(noted: Noted): Promise<SavedState[]> {
    const { root } = noted.head.environment;
    const targetId = await targets.idAt(root);
    const state = await stateOf(noted);
    return snapshotsFor([noted]).map((snapshot) => ({
      ...snapshot,
      ...{ targetId, root, state },
      earlier: new Date(snapshot.restoredAt ?? snapshot.at) < begun,
    }));
  }

  return {
    /** The saved states of all environments, newest first. */
    async savedStates(): Promise<SavedState[]> {
      const folders = (await system.files.list(paths.allSnapshots)) ?? [];
      const noted = await Promise.all(
        folders.map(({ name }) => readHeads(system, path.join(paths.allSnapshots, name))),
      );
      const all = await Promise.all(noted.flat().map(savedState));
      return all.flat().sort((a, b) => b.at.localeCompare(a.at));
    },
    /** The programs that use this Python now; a target that is gone has none. */
    async inUse(targetId: string) {
      const { environment } = await targets.target(targetId);
      const holders = await system.holders(environment.environmentRoot);
      const programs = holders.map(({ pid, executable, arguments: words }) => ({
        pid,
        program: executable ?? words[0] ?? '',
      }));
      return { programs };
    },
    choosePython: targets.choosePython,
  };
}
