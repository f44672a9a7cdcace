import { existsSync, linkSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Files, System } from '../../../electron/engine/machine/system.ts';
import { guarded, type Operation } from './faulty-system.ts';
import { ProblemError } from '../../../shared/problem.ts';

/**
 * What a disk may make of content and names that were not flushed: emptied, cut to half with
 * zeros instead, all names as they were before, or some of them.
 */
export const losses = ['emptied', 'zeros', 'names', 'some-names'] as const;
export type Loss = (typeof losses)[number];

export type PowerLoss = {
  adjust: (system: System) => System;
  /** From now on flushes are counted; at the n-th the power goes, 0: never. */
  arm: (at: number) => void;
  count: () => number;
  /** Takes back what was not on the disk. `random` chooses among names. */
  lose: (loss: Loss, random: () => number) => string[];
};

/** How to take one change of a name back: of a folder that was not flushed since. */
type Unflushed = { folder: string; what: string; undo: () => void };

/** `aside` is a folder of the same disk where replaced files are kept until their folder is flushed. */
export function createPowerLoss(below: string, aside: string): PowerLoss {
  mkdirSync(aside, { recursive: true });
  let names: Unflushed[] = [];
  const contents = new Map<string, string>(); // path -> inode
  let [armed, out, at, flushes, number] = [false, false, 0, 0, 0];

  /** The content of this file, or the names in this folder, are on the disk. */
  function flushed(path: string): void {
    names = names.filter((each) => each.folder !== path);
    contents.delete(path);
  }
  function countFlush(): void {
    if (!armed) return;
    flushes += 1;
    if (at !== 0 && flushes >= at) {
      out = true;
      throw gone();
    }
  }
  function dirty(path: string): void {
    const inode = inodeOf(path);
    if (inode !== null) contents.set(path, inode);
  }
  function created(path: string): void {
    const inode = inodeOf(path);
    names.push({
      folder: dirname(path),
      what: `new ${path}`,
      undo: () => {
        if (inodeOf(path) === inode) rmSync(path, { recursive: true, force: true });
      },
    });
  }
  /** A second name of what is about to go, so that it can come again. */
  function remember(path: string): string | null {
    if (!existsSync(path) || !lstatSync(path).isFile()) return null;
    const kept = join(aside, String((number += 1)));
    linkSync(path, kept);
    return kept;
  }
  function comeAgain(kept: string | null, path: string): void {
    if (kept === null || !existsSync(dirname(path))) return;
    const beside = `${path}.again`;
    linkSync(kept, beside);
    renameSync(beside, path);
  }

  function wrap(files: Files): Files {
    const follow: Files = {
      ...files,
      async writeText(path, text) {
        const before = remember(path);
        await writeWhole(path, before, () => files.writeText(path, text));
      },
      async writeBytes(path, bytes) {
        const before = remember(path);
        await writeWhole(path, before, () => files.writeBytes(path, bytes));
      },
      async createExclusive(path, text) {
        const made = await files.createExclusive(path, text);
        if (made) {
          created(path);
          dirty(path);
        }
        return made;
      },
      async makeFolder(path) {
        const top = firstMissing(path);
        await files.makeFolder(path);
        if (top !== null) created(top);
      },
      async copyFile(from, to) {
        await files.copyFile(from, to);
        created(to);
        dirty(to);
        countFlush();
        contents.delete(to);
      },
      async hardLink(from, to) {
        const made = await files.hardLink(from, to);
        if (made) created(to);
        return made;
      },
      async makeLink(target, to) {
        await files.makeLink(target, to);
        created(to);
      },
      async rename(from, to) {
        const before = remember(to);
        await files.rename(from, to);
        const inode = inodeOf(to);
        const content = contents.get(from);
        contents.delete(from);
        if (content !== undefined) contents.set(to, content);
        names = names.filter((each) => each.what !== `new ${from}`);
        names.push({
          folder: dirname(to),
          what: `rename to ${to}`,
          undo: () => {
            if (inodeOf(to) !== inode) return;
            renameSync(to, from);
            comeAgain(before, to);
          },
        });
      },
      async remove(path) {
        const before = remember(path);
        await files.remove(path);
        if (before === null) return;
        names.push({
          folder: dirname(path),
          what: `remove ${path}`,
          undo: () => comeAgain(before, path),
        });
      },
      async flush(path) {
        countFlush();
        await files.flush(path);
        flushed(path);
      },
    };
    return guarded(follow, (_: Operation) => {
      if (out) throw gone();
    });
  }

  /** As node-files does it: a part beside, flushed, renamed, the folder flushed. */
  async function writeWhole(
    path: string,
    before: string | null,
    act: () => Promise<void>,
  ): Promise<void> {
    if (!path.startsWith(below)) return act();
    const top = firstMissing(dirname(path));
    await act();
    if (top !== null) created(top);
    const renamed: Unflushed = {
      folder: dirname(path),
      what: `write ${path}`,
      undo: () => {
        renameSync(path, `${path}.made-up.part`);
        comeAgain(before, path);
      },
    };
    names.push(renamed);
    try {
      countFlush();
    } catch (error) {
      // The power went while the part was being flushed: its name was not even given yet.
      contents.set(`${path}.made-up.part`, inodeOf(path) ?? '');
      renamed.undo();
      names.splice(names.indexOf(renamed), 1);
      throw error;
    }
    flushed(dirname(path));
  }

  return {
    adjust: (system) => ({
      ...system,
      run: async (command, options) => {
        if (out) throw gone();
        return system.run(command, options);
      },
      files: wrap(system.files),
    }),
    arm(next) {
      armed = true;
      at = next;
      flushes = 0;
    },
    count: () => flushes,
    lose(loss, random) {
      const lost: string[] = [];
      if (loss === 'emptied' || loss === 'zeros') {
        for (const [path, inode] of contents) {
          if (!path.startsWith(below) || inodeOf(path) !== inode) continue;
          damage(path, loss);
          lost.push(`${loss} ${path}`);
        }
        return lost;
      }
      for (const { what, undo } of [...names].reverse()) {
        if (loss === 'some-names' && random() < 0.5) continue;
        undo();
        lost.push(what);
      }
      return lost;
    },
  };
}

function damage(path: string, loss: Loss): void {
  const content = readFileSync(path);
  const half = Buffer.alloc(content.length);
  content.copy(half, 0, 0, content.length >> 1);
  writeFileSync(path, loss === 'zeros' ? half : '');
}

/** What the port makes of a disk that is gone. */
function gone(): Error {
  const detail = 'EIO: the power is out';
  return new ProblemError({ code: 'input-unreadable', params: { path: '/' }, detail });
}

function inodeOf(path: string): string | null {
  try {
    return String(lstatSync(path, { bigint: true }).ino);
  } catch {
    return null;
  }
}

/** The outermost folder that is not there yet. */
function firstMissing(path: string): string | null {
  if (existsSync(path)) return null;
  const above = firstMissing(dirname(path));
  return above ?? (basename(path) === '' ? null : path);
}
