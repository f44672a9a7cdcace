import path from 'node:path';
import * as z from 'zod';
import {
  valueOf,
  type Distribution,
  type Facts,
  type TorchBuild,
} from '../../../../shared/facts.ts';
import type { Change } from '../../../../shared/plan.ts';
import { compiledExtensions } from '../../knowledge/compiled-extensions.ts';
import { firstFileOf, isWatched } from '../../knowledge/watched-packages.ts';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import { isSameVersion } from './same-version.ts';

const packageSchema = z.object({
  version: z.string(),
  /** What it was built for, where the version does not say it: "CPU", "CUDA 12.8". */
  build: z.string().optional(),
  /** When it was put there, by the clock of its disk: ISO 8601; left out where no file says it. */
  installedAt: z.string().optional(),
  /** Its code beside its metadata: none, some, or with what is compiled; left out where nobody looked. */
  code: z.enum(['none', 'some', 'whole']).optional(),
});
export type SeenPackage = z.infer<typeof packageSchema>;

/** What a history keeps of one look. */
export const seenSchema = z.object({
  packages: z.record(z.string(), packageSchema),
  /** null: it was looked at without a ComfyUI. */
  flags: z.array(z.string()).nullable(),
  driver: z.string().nullable(),
});
export type Seen = z.infer<typeof seenSchema>;

/** Of the facts what a history is made from: all of it comes from files. */
export type SeenFacts = Pick<
  Facts,
  'platform' | 'distributions' | 'torch' | 'driver' | 'comfyui' | 'interpreter' | 'architecture'
>;

/** What is there now, as a history keeps it: one question to the disk for each package that matters. */
export async function seeNow(system: System, facts: SeenFacts): Promise<Seen> {
  const watched = facts.distributions.filter((each) => isWatched(each.name));
  const packages = await Promise.all(
    watched.map(async (each): Promise<[string, SeenPackage]> => {
      const [at, code] = await Promise.all([installedAt(system, each), codeOf(system, each)]);
      const when = at === null ? {} : { installedAt: new Date(at).toISOString() };
      return [each.name, { ...versionOf(each, facts), ...when, ...code }];
    }),
  );
  return {
    packages: Object.fromEntries(packages),
    flags: flagsOf(facts),
    driver: valueOf(facts.driver)?.version ?? null,
  };
}

/**
 * Milliseconds since 1970; null where no file says it. Every installer writes the RECORD itself,
 * while other files may come from a cache with old times (uv).
 */
export async function installedAt(
  system: System,
  { location }: Pick<Distribution, 'location'>,
): Promise<number | null> {
  for (const name of ['RECORD', 'INSTALLER', 'METADATA', 'PKG-INFO']) {
    const info = await system.files.info(path.join(location, name)).catch(ifUnanswered(null));
    if (info) return Number(BigInt(info.modified) / 1_000_000n);
  }
  return null;
}

/**
 * What somebody deleted, or a virus scanner took, leaves its metadata, and every list still names it.
 * Nothing where a place may not be looked at: that is not known to be gone.
 */
async function codeOf(
  system: System,
  { name, location }: Distribution,
): Promise<Pick<SeenPackage, 'code'>> {
  const beside = (below: string): string => path.join(path.dirname(location), below);
  const first = await system.files
    .info(beside(firstFileOf(name) ?? ''))
    .catch(ifUnanswered(undefined));
  if (first === undefined) return {};
  if (first === null) return { code: 'none' };
  const compiled = compiledExtensions([name], null);
  const listed = await Promise.all(
    compiled.map(({ folder }) => system.files.list(beside(folder)).catch(ifUnanswered(undefined))),
  );
  if (listed.includes(undefined)) return {};
  const isThere = compiled.some(({ file }, at) =>
    listed[at]?.some((entry) => file.test(entry.name)),
  );
  return { code: isThere || compiled.length === 0 ? 'whole' : 'some' };
}

function versionOf(each: Distribution, facts: SeenFacts): SeenPackage {
  const { torch, platform } = facts;
  if (each.name !== 'torch' || torch.state !== 'known' || torch.how !== 'file')
    return { version: each.build ?? each.version };
  const { version } = torch.value;
  // On a Mac one build does for processor and graphics card.
  if (version.includes('+') || platform === 'darwin') return { version };
  return { version, build: wordsOf(torch.value) };
}

function wordsOf({ cuda, hip, xpu }: TorchBuild): string {
  if (cuda !== null) return `CUDA ${cuda}`;
  if (hip !== null) return `ROCm ${hip.split('.').slice(0, 2).join('.')}`;
  return xpu === null ? 'CPU' : 'XPU';
}

/** Those of the start script: a process that runs now says nothing of the next start. */
function flagsOf({ comfyui }: SeenFacts): string[] | null {
  if (!comfyui || comfyui.flagsFrom?.kind === 'process') return null;
  // A value may be a path or a secret: only which flags there are is of interest.
  return comfyui.flags.filter((each) => each.startsWith('--')).map(nameOfFlag);
}

function nameOfFlag(flag: string): string {
  return flag.split('=')[0] ?? flag;
}

/** As people read it: "2.9.1 (CPU)". null: it is not there. */
export function shownVersion(found: SeenPackage | undefined): string | null {
  if (!found) return null;
  return found.build === undefined ? found.version : `${found.version} (${found.build})`;
}

const ranks = { none: 0, some: 1, whole: 2 };

/** Code that is missing beside what another look saw; what nobody ever saw there is not gone. */
function isMissing(one: SeenPackage | undefined, other: SeenPackage | undefined): boolean {
  if (!one?.code || !other?.code || ranks[one.code] >= ranks[other.code]) return false;
  // Another version may bring less that is compiled.
  return one.code === 'none' || isSameVersion(one.version, other.version);
}

/** The packages that are not the same; of a mere reinstallation nothing is told. */
export function packageChanges(before: Seen, after: Seen): Change[] {
  const names = new Set([...Object.keys(before.packages), ...Object.keys(after.packages)]);
  return [...names].sort().flatMap((name) => {
    const [had, has] = [before.packages[name], after.packages[name]];
    const from = isMissing(had, has) ? null : shownVersion(had);
    const to = isMissing(has, had) ? null : shownVersion(has);
    return from === to ? [] : [{ name, from, to }];
  });
}

/** Packages, the driver, and the flags that ComfyUI is started with. */
export function changesBetween(before: Seen, after: Seen): Change[] {
  const changes = packageChanges(before, after);
  if (before.driver !== null && after.driver !== null && before.driver !== after.driver)
    changes.push({ name: 'driver', from: before.driver, to: after.driver });
  if (before.flags === null || after.flags === null) return changes;
  const [had, has] = [new Set(before.flags), new Set(after.flags)];
  for (const flag of had) if (!has.has(flag)) changes.push({ name: flag, from: flag, to: null });
  for (const flag of has) if (!had.has(flag)) changes.push({ name: flag, from: null, to: flag });
  return changes;
}
