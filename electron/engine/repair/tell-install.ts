import path from 'node:path';
import { message } from '../../../shared/messages/index.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import type { OperationContext } from '../operations/operation-runner.ts';
import { createSpeed } from '../operations/speed.ts';

/** Files that are looked at, evenly spread: a torch has 20,000. */
const mostLooks = 200;
/** Milliseconds between two looks. */
const lookEvery = 500;

/**
 * While pip installs it says nothing: how far it is the files tell, as they come to where the
 * wheels will write. One that lies there already counts once it is another one than before.
 */
export async function tellInstall(
  system: System,
  context: Pick<OperationContext<'fix'>, 'progress'>,
  names: string,
  { root, paths, now }: { root: string; paths: readonly string[]; now: () => number },
): Promise<{ look: () => Promise<void>; stop: () => void }> {
  const step = Math.max(1, Math.ceil(paths.length / mostLooks));
  const looked = paths.filter((_, at) => at % step === 0).map((each) => path.resolve(root, each));
  const before = await Promise.all(looked.map((each) => markOf(system, each)));
  const speed = createSpeed(now);
  const open = new Map(looked.map((each, at) => [each, before[at] ?? null]));
  speed.add(0);

  async function look(): Promise<void> {
    for (const [file, was] of open) {
      const is = await markOf(system, file);
      if (is !== null && is !== was) open.delete(file);
    }
    const total = paths.length;
    if (total === 0) return;
    const done = Math.min(total, (looked.length - open.size) * step);
    speed.add(done);
    const note = message('progress.installing-files', { names, done, total });
    context.progress('install', note, done / total, speed.secondsLeft(total));
  }
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, lookEvery);
  return {
    look,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Which file it is: its place on the disk and its birth, since places are given again. */
async function markOf(system: System, file: string): Promise<string | null> {
  const info = await system.files.linkInfo(file).catch(ifUnanswered(null));
  return info && `${info.inode} ${info.born} ${info.modified}`;
}
