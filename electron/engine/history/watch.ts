import type { SinceProved } from '../../../shared/history.ts';
import { fail } from '../../../shared/problem.ts';
import type { Target } from '../inspection/gather-static-facts.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { sitePackagesOf } from '../pythons/site-packages.ts';
import { glimpse } from './seen/glimpse.ts';
import type { HistoryKeeper } from './keep-history.ts';

export type Watching = {
  /** Milliseconds between two looks. */
  interval: number;
  signal: AbortSignal;
  /** We are at work there ourselves: what is half done is no drift. */
  isBusy: () => Promise<boolean>;
};

/** Milliseconds: an installer puts in one package after the other. */
const settling = 10_000;
/** So long at most pip needs for what it has set aside; what lies there longer was left behind. */
const longestInstall = 15 * 60_000;

/**
 * Looks again and again, at files alone, until what was proved is no longer so, and answers what
 * changed. Throws `never-proved` where nothing stands as proved, `environment-replaced` where
 * another environment came to stand there, and `cancelled`.
 */
export async function watchFor(
  system: System,
  history: HistoryKeeper,
  target: Target,
  { interval, signal, isBusy }: Watching,
): Promise<SinceProved> {
  let seen = '';
  const stashes = stashWatch(system, target);
  for (let looks = 0; ; looks += 1) {
    if (signal.aborted) fail('cancelled');
    let wait = interval;
    if (!(await isBusy()) && !(await stashes.isInstalling())) {
      const told = await history.drifted(target);
      const params = { target: target.environment.environmentRoot };
      if (told.proved === null)
        fail(looks === 0 ? 'never-proved' : 'environment-replaced', { params });
      const now = told.drift.length === 0 ? '' : JSON.stringify(told.drift);
      // Only what is seen twice has come to rest. Now, while traces are fresh, it is asked who did it.
      if (now !== '' && now === seen) return history.look(target, await glimpse(system, target));
      if (now !== '') wait = Math.min(interval, settling);
      seen = now;
    }
    await sleep(wait, signal);
  }
}

/** pip sets aside what it replaces in a folder with a `~` until the new one is whole. */
function stashWatch(system: System, { environment }: Target) {
  /** When each was seen first; those of the first look may lie there for years. */
  const since = new Map<string, number>();
  let first = true;
  return {
    async isInstalling(): Promise<boolean> {
      const folders = await sitePackagesOf(system, environment);
      const listed = await Promise.all(
        folders.map((folder) => system.files.list(folder).catch(ifUnanswered(null))),
      );
      const now = performance.now();
      const names = listed.flatMap((entries) => entries ?? []).map(({ name }) => name);
      const stashed = names.filter((name) => name.startsWith('~'));
      for (const name of stashed) if (!since.has(name)) since.set(name, first ? -Infinity : now);
      first = false;
      return stashed.some((name) => now - (since.get(name) ?? now) < longestInstall);
    },
  };
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
