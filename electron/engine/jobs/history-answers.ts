import type { History, SinceProved } from '../../../shared/history.ts';
import type { Found } from '../../../shared/install.ts';
import { watchFor } from '../history/watch.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { isHeldByAnother } from '../repair/environment-lock.ts';
import { lockName } from '../repair/prepare.ts';
import type { WithHistory } from './job-options.ts';

/** What is asked of the history and is no operation: nothing of the machine is changed. */
export function createHistoryAnswers({ system, paths, targets, history }: WithHistory) {
  return {
    async history(targetId: string): Promise<History> {
      return history.shown(await targets.target(targetId));
    },
    async watch(
      targetId: string,
      { interval, signal }: { interval: number; signal: AbortSignal },
    ): Promise<SinceProved> {
      const target = await targets.target(targetId);
      const lock = lockName(target.environment.id);
      const isBusy = () => isHeldByAnother(system, paths.locks, lock);
      return watchFor(system, history, target, { interval, signal, isBusy });
    },
  };
}

/** More than this many have a history only on a machine of ours. */
const most = 40;

/** Of what was found, the targets where something that was proved is no longer so. */
export async function driftedOf(
  { system, paths, targets, history }: WithHistory,
  found: Pick<Found, 'installs' | 'environments'>,
  signal: AbortSignal,
): Promise<Record<string, SinceProved>> {
  const entries = (await system.files.list(paths.history).catch(ifUnanswered(null))) ?? [];
  const known = new Set(entries.map(({ name }) => name));
  const drifted: Record<string, SinceProved> = {};
  if (known.size === 0) return drifted;
  const ids = [...found.installs, ...found.environments].map(({ id }) => id);
  for (const id of ids.slice(0, most)) {
    if (signal.aborted) break;
    // It may have gone since it was found, or have no Python: then nothing is said of it.
    const target = await targets.target(id).catch(ifUnanswered(null));
    if (!target || !known.has(`${target.environment.id}.json`)) continue;
    const told = await history.drifted(target).catch(ifUnanswered(null));
    if (told && told.drift.length > 0) drifted[id] = told;
  }
  return drifted;
}
