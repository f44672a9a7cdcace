import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { parsePyvenvConfig } from '../pythons/pyvenv-config.ts';
import { packageFoldersIn } from '../pythons/site-packages.ts';
import { accountsOf, type Accounts } from './accounts.ts';
import { diskOf } from './disks.ts';
import { parseMountinfo, type Mount } from './mounts.ts';
import { placeOf } from './places.ts';
import type { Part, ProgramFacts, ProgramPlace } from './program-facts.ts';
import { waysTo } from './ways.ts';

/** What a Python program brings with it. */
export type ProgramFiles = {
  /** The program as it is named, and the one of the Python that its environment was made from. */
  programs: string[];
  /** pyvenv.cfg, which says what is loaded; null where there is none. */
  config: string | null;
  /** Whatever lies in these is loaded too. */
  packages: string[];
};

/** The files that decide what is run when this Python is started. Reads only. */
export async function programFiles(system: System, program: string): Promise<ProgramFiles> {
  const folder = path.dirname(program);
  const around = path.dirname(folder);
  // Source: PEP 405: beside the program, or one folder up.
  for (const root of [around, folder]) {
    const config = path.join(root, 'pyvenv.cfg');
    const text = await system.files.readText(config).catch(ifUnanswered(null));
    if (text === null) continue;
    const { home } = parsePyvenvConfig(text);
    const base = home === null ? [] : [path.join(home, path.basename(program))];
    const packages = await packageFoldersIn(system, root).catch(ifUnanswered([]));
    return { programs: [program, ...base], config, packages };
  }
  const root = /^bin$/i.test(path.basename(folder)) ? around : folder;
  const packages = await packageFoldersIn(system, root).catch(ifUnanswered([]));
  return { programs: [program], config: null, packages };
}

/** Everything that `decide` asks about a program. `added`: folders that the user added. */
export async function gatherProgram(
  system: System,
  program: string,
  added: readonly string[],
): Promise<ProgramFacts> {
  const { programs, config, packages } = await programFiles(system, program);
  const mounts = await mountsOf(system);
  const accounts = await readAccounts(system);
  const ways = await waysTo(system, [
    ...programs,
    ...(config === null ? [] : [config]),
    ...packages,
  ]);
  const parts: Part[] = [];
  for (const location of ways.parts) {
    const part = await partAt(system, mounts, accounts, location);
    if (part) parts.push(part);
  }
  const places = ways.folders.map(async (folder): Promise<ProgramPlace> => {
    const disk = await diskOf(system, mounts, folder);
    return { folder, disk, place: await placeOf(system, added, folder, disk) };
  });
  return {
    platform: system.platform,
    program,
    user: system.userId,
    parts,
    places: await Promise.all(places),
    complete: ways.complete && parts.length === ways.parts.length,
  };
}

async function partAt(
  system: System,
  mounts: readonly Mount[],
  accounts: Accounts,
  location: string,
): Promise<Part | null> {
  const info = await system.files.linkInfo(location).catch(ifUnanswered(null));
  if (!info) return null;
  const { modesKept } = await diskOf(system, mounts, location);
  const { kind, mode, owner, group } = info;
  const ownerName = accounts.nameOf(owner);
  return {
    path: location,
    kind,
    mode,
    owner,
    ownerName,
    othersInGroup: accounts.othersIn(group),
    modesKept,
  };
}

async function mountsOf(system: System): Promise<Mount[]> {
  if (system.platform !== 'linux') return [];
  return parseMountinfo(await textOf(system, '/proc/self/mountinfo'));
}

async function readAccounts(system: System): Promise<Accounts> {
  const { platform, userId } = system;
  if (platform === 'win32') return accountsOf(platform, userId, '', '');
  const [passwd, group] = await Promise.all([
    textOf(system, '/etc/passwd'),
    textOf(system, '/etc/group'),
  ]);
  return accountsOf(platform, userId, passwd, group);
}

async function textOf(system: System, file: string): Promise<string> {
  return (await system.files.readText(file).catch(ifUnanswered(null))) ?? '';
}
