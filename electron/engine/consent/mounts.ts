import { isBelow } from './below.ts';

/** One line of /proc/self/mountinfo, as far as it matters here. */
export type Mount = { folder: string; type: string; source: string };

/**
 * Reads /proc/self/mountinfo. Source: proc_pid_mountinfo(5): the fields before ` - ` are of the
 * mount, those after it of the file system; a blank in a name is written \040.
 */
export function parseMountinfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [before = '', after] = line.split(' - ');
    const folder = before.split(' ')[4];
    const [type, source] = (after ?? '').split(' ');
    if (!folder || !type) return [];
    return [{ folder: unescaped(folder), type, source: unescaped(source ?? '') }];
  });
}

/** The mount that a real path lies on; of several on one folder the last one hides the others. */
export function mountOf(mounts: readonly Mount[], location: string): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    if (!isBelow('linux', location, mount.folder)) continue;
    if (found === null || mount.folder.length >= found.folder.length) found = mount;
  }
  return found;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(\d{3})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 8)),
  );
}
