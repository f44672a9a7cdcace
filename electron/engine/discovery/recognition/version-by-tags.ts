import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { commitOfTag, gitFolder, headCommit, packedRefs, type GitFolder } from './git-folder.ts';

const release = /^v(\d+(?:\.\d+)+)$/;
/** How many commits of one's own on top of a release are looked back. */
const mostOwnCommits = 50;

/**
 * The release that a clone stands at, by its tags (`vX.Y.Z`): read from the files of .git, git is
 * not run. Also where only commits made here came on top of it; null where a pull did, because
 * telling what lies between would take reading its packs.
 * Source: Comfy-Org/ComfyUI tags; gitrepository-layout(5), git-pack-refs(1).
 */
export async function versionByTags(system: System, sourceRoot: string): Promise<string | null> {
  const git = await gitFolder(system, sourceRoot);
  if (!git) return null;
  const packed = await packedRefs(system, git);
  const head = await headCommit(system, git, packed);
  if (head === null) return null;
  const releases = await releasesByCommit(system, git, packed);
  const known = releases.get(head);
  if (known !== undefined || releases.size === 0) return known ?? null;
  for (const commit of await commitsBefore(system, git, head)) {
    const below = releases.get(commit);
    if (below !== undefined) return below;
  }
  return null;
}

async function releasesByCommit(
  system: System,
  git: GitFolder,
  packed: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const add = (name: string, commit: string | null): void => {
    const version = release.exec(name)?.[1];
    const other = commit === null ? undefined : found.get(commit);
    if (commit === null || version === undefined) return;
    if (other === undefined || isNewer(version, other)) found.set(commit, version);
  };
  for (const [name, commit] of packed) add(name.replace(/^refs\/tags\//, ''), commit);
  const loose = (await system.files.list(path.join(git.common, 'refs', 'tags'))) ?? [];
  const names = loose.map((entry) => entry.name).filter((name) => release.test(name));
  const commits = await Promise.all(names.map((name) => commitOfTag(system, git, name)));
  names.forEach((name, at) => add(name, commits[at] ?? null));
  return found;
}

function isNewer(version: string, other: string): boolean {
  return version.localeCompare(other, 'en', { numeric: true }) > 0;
}

/** What HEAD was before the commits that were made here, the newest first, by its reflog. */
async function commitsBefore(system: System, git: GitFolder, head: string): Promise<string[]> {
  const text = (await system.files.readText(path.join(git.own, 'logs', 'HEAD'))) ?? '';
  const found: string[] = [];
  let at = head;
  for (const each of text.trim().split('\n').reverse().slice(0, mostOwnCommits)) {
    const [, before, after] = /^([0-9a-f]+) ([0-9a-f]+) .*\tcommit: /.exec(each) ?? [];
    if (before === undefined || after !== at) break;
    found.push(before);
    at = before;
  }
  return found;
}
