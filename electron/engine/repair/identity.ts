import path from 'node:path';
import * as z from 'zod';
import type { Facts } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';
import { sameTime } from './entry.ts';

/** What tells one environment from another that later stands at the same path. */
export const identitySchema = z.object({
  root: z.string(),
  /** "3.11"; null where no file says it. */
  python: z.string().nullable(),
  /** Of the folder of its packages. */
  device: z.string(),
  inode: z.string(),
  born: z.string(),
  /** Packages that were there and that the repair leaves alone: path from the root, and time. */
  anchors: z.array(z.object({ path: z.string(), modified: z.string() })),
});
export type Identity = z.infer<typeof identitySchema>;

/** Packages noted: enough to tell, few enough to look at for every saved state. */
const anchorCount = 12;

/** Who this environment is now. `moving`: the packages that the repair replaces. */
export async function identityOf(
  system: System,
  facts: Pick<Facts, 'interpreter' | 'distributions'>,
  moving: readonly string[],
): Promise<Identity> {
  const { environmentRoot, sitePackages, version } = facts.interpreter;
  const folder = await system.files.info(sitePackages[0] ?? environmentRoot);
  const staying = facts.distributions.filter((each) => !moving.includes(each.name));
  const anchors = await Promise.all(
    staying.slice(0, anchorCount).map(async ({ location }) => ({
      path: path.relative(environmentRoot, location),
      modified: await timeOfMetadata(system, location),
    })),
  );
  return {
    root: environmentRoot,
    python: minorOf(version),
    device: folder?.device ?? '',
    inode: folder?.inode ?? '',
    born: folder?.born ?? '0',
    anchors: anchors.flatMap(({ path: at, modified }) =>
      modified === null ? [] : [{ path: at, modified }],
    ),
  };
}

/**
 * Whether the environment that is here now is the one that was noted: the same folder on the
 * disk, or, where it was moved or copied, the same packages with the same times.
 */
export async function isSameEnvironment(
  system: System,
  noted: Identity,
  facts: Pick<Facts, 'interpreter'>,
): Promise<boolean> {
  const { environmentRoot, sitePackages, version } = facts.interpreter;
  const python = minorOf(version);
  if (noted.python !== null && python !== null && noted.python !== python) return false;
  const folder = await system.files.info(sitePackages[0] ?? environmentRoot);
  if (folder && folder.inode === noted.inode && folder.born === noted.born) return true;
  const times = await Promise.all(
    noted.anchors.map(async (anchor) => {
      const now = await timeOfMetadata(system, path.join(environmentRoot, anchor.path));
      return now === null
        ? null
        : sameTime(now, anchor.modified) || sameSecond(now, anchor.modified);
    }),
  );
  // Later upgrades of the user's own take some anchors away; most of them stay.
  return times.filter(Boolean).length * 2 > noted.anchors.length;
}

/** Every installer writes the RECORD itself; other files may come from a cache with old times. */
async function timeOfMetadata(system: System, location: string): Promise<string | null> {
  for (const name of ['RECORD', 'METADATA', 'PKG-INFO']) {
    const info = await system.files.info(path.join(location, name));
    if (info) return info.modified;
  }
  return null;
}

/** Archives and FAT keep whole or every second second only: a copy by way of them has such a time. */
function sameSecond(now: string, noted: string): boolean {
  const second = 1_000_000_000n;
  const difference = BigInt(now) - BigInt(noted);
  return BigInt(now) % second === 0n && difference > -2n * second && difference < 2n * second;
}

function minorOf(version: string | null): string | null {
  return /^\d+\.\d+/.exec(version ?? '')?.[0] ?? null;
}
