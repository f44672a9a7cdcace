import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { codeOf } from '../../machine/read-file.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';

/** A repository's own folder, and the one that worktrees share: tags and objects are there. */
export type GitFolder = { own: string; common: string };

/** One object is a few hundred bytes; what is larger is no tag. */
const largestTag = 64 * 1024;
const hash = /^[0-9a-f]{40,64}$/;

/**
 * `.git`, or the folder that a file of this name leads to (a worktree, a submodule); null where
 * there is none. Source: gitrepository-layout(5).
 */
export async function gitFolder(system: System, root: string): Promise<GitFolder | null> {
  const place = path.join(root, '.git');
  const info = await system.files.info(place);
  if (!info) return null;
  const link = info.kind === 'file' ? await line(system, place) : null;
  const said = link === null ? null : /^gitdir: (.+)$/.exec(link)?.[1];
  if (info.kind === 'file' && said == null) return null;
  const own = said == null ? place : path.resolve(root, said);
  const shared = await line(system, path.join(own, 'commondir'));
  return { own, common: shared === null ? own : path.resolve(own, shared) };
}

/** The commit that is checked out; null where a branch has none yet or lies in a reftable. */
export async function headCommit(
  system: System,
  git: GitFolder,
  packed: ReadonlyMap<string, string>,
): Promise<string | null> {
  const head = await line(system, path.join(git.own, 'HEAD'));
  if (head === null) return null;
  if (hash.test(head)) return head;
  const branch = /^ref: (refs\/.+)$/.exec(head)?.[1];
  if (branch === undefined) return null;
  const loose = await line(system, path.join(git.common, ...branch.split('/')));
  return loose !== null && hash.test(loose) ? loose : (packed.get(branch) ?? null);
}

/** Each name in packed-refs with its commit: an annotated tag is followed by what it leads to. */
export async function packedRefs(system: System, git: GitFolder): Promise<Map<string, string>> {
  const text = (await system.files.readText(path.join(git.common, 'packed-refs'))) ?? '';
  const found = new Map<string, string>();
  let last = '';
  for (const each of text.split(/\r?\n/)) {
    if (each.startsWith('^')) found.set(last, each.slice(1));
    const [, commit, name] = /^([0-9a-f]{40,64}) (refs\/\S+)$/.exec(each) ?? [];
    if (commit === undefined || name === undefined) continue;
    found.set(name, commit);
    last = name;
  }
  return found;
}

/** The commit of a tag that has a file of its own. An annotated one is an object that names it. */
export async function commitOfTag(
  system: System,
  git: GitFolder,
  name: string,
): Promise<string | null> {
  const id = await line(system, path.join(git.common, 'refs', 'tags', name));
  if (id === null || !hash.test(id)) return null;
  const file = path.join(git.common, 'objects', id.slice(0, 2), id.slice(2));
  const bytes = await system.files.readBytes(file);
  return (bytes && commitInTag(bytes)) ?? id;
}

function commitInTag(bytes: Uint8Array): string | null {
  try {
    const text = inflateSync(bytes, { maxOutputLength: largestTag }).toString('latin1');
    return /^tag \d+\0object ([0-9a-f]{40,64})\n/.exec(text)?.[1] ?? null;
  } catch (thrown) {
    // Broken, or a commit with a long message: no tag in any case.
    if (/^(Z_|ERR_BUFFER_TOO_LARGE$)/.test(codeOf(thrown) ?? '')) return null;
    throw thrown;
  }
}

async function line(system: System, file: string): Promise<string | null> {
  const text = await system.files.readText(file).catch(ifUnanswered(null));
  return text?.trim() ?? null;
}
