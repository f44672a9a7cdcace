import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { ifUnanswered } from '../../machine/unanswered.ts';
import type { MarkerEnvironment } from '../../packages/marker.ts';
import { readAsked } from './read-asked.ts';
import type { Activity, NodeTrace, Time } from './traces.ts';

/** Requirements and reflogs are short; of a longer one the end counts. */
const limit = 128 * 1024;
/** More than anybody has; a folder of pictures by mistake must not be walked. */
const mostNodes = 500;

/** The custom nodes below these folders, and the ComfyUI that they belong to. */
export async function readNodes(
  system: System,
  roots: readonly string[],
  environment: MarkerEnvironment,
  since: Time | null,
): Promise<NodeTrace[]> {
  const found = await Promise.all(roots.map((root) => nodeFolders(system, root)));
  const folders = [...new Set([...roots, ...found.flat()])];
  const nodes = await Promise.all(folders.map((folder) => readNode(system, folder, environment)));
  return withoutCopies(nodes, since);
}

async function nodeFolders(system: System, root: string): Promise<string[]> {
  const folder = path.join(root, 'custom_nodes');
  const entries = (await system.files.list(folder).catch(ifUnanswered(null))) ?? [];
  return entries
    .filter(
      ({ name, kind }) => kind !== 'file' && /^[^._]/.test(name) && !/\.disabled$/i.test(name),
    )
    .slice(0, mostNodes)
    .map(({ name }) => path.join(folder, name));
}

async function readNode(
  system: System,
  folder: string,
  environment: MarkerEnvironment,
): Promise<NodeTrace> {
  const at = (...parts: string[]): string => path.join(folder, ...parts);
  const time = async (file: string): Promise<number | null> => {
    const info = await system.files.info(file).catch(ifUnanswered(null));
    return info && inMilliseconds(info.modified);
  };
  const read = (file: string): Promise<string | null> =>
    system.files.readText(file, { limit, onlyEnd: true }).catch(ifUnanswered(null));
  const [requirements, reflog, own, tracking, asked] = await Promise.all([
    read(at('requirements.txt')),
    read(at('.git', 'logs', 'HEAD')),
    system.files.info(folder).catch(ifUnanswered(null)),
    time(at('.tracking')),
    time(at('requirements.txt')),
  ]);
  const fetched = reflog === null ? await time(at('.git', 'FETCH_HEAD')) : null;
  const born = own && own.born !== '0' ? inMilliseconds(own.born) : null;
  const files = [born, tracking, asked].flatMap((each) => (each === null ? [] : [each]));
  return {
    name: path.basename(folder),
    activity: [
      ...timesOfReflog(reflog ?? '').map((each): Activity => ({ at: each, by: 'reflog' })),
      ...files.map((each): Activity => ({ at: each, by: 'files' })),
      ...(fetched === null ? [] : [{ at: fetched, by: 'fetch' as const }]),
    ],
    asks: readAsked(requirements ?? '', environment),
  };
}

function inMilliseconds(nanoseconds: string): number {
  return Number(BigInt(nanoseconds) / 1_000_000n);
}

/** Each line of a reflog carries its own time, which no copying changes (gitformat: reflog). */
function timesOfReflog(text: string): number[] {
  return [...text.matchAll(/> (\d{9,11}) [+-]\d{4}\t/g)]
    .slice(-50)
    .map((match) => Number(match[1]) * 1000);
}

/** Milliseconds: a copy makes one folder right after the other. */
const atOnce = 5000;

/**
 * Folders that were copied or unpacked together since the last look have one time, and it says
 * nothing of an installation.
 */
function withoutCopies(nodes: readonly NodeTrace[], since: Time | null): NodeTrace[] {
  const isFile = ({ at, by }: Activity): boolean => by === 'files' && at >= (since ?? 0);
  const times = nodes.map(({ activity }) => activity.filter(isFile));
  const many = (at: number): boolean => {
    const near = times.filter((each) => each.some((one) => Math.abs(one.at - at) < atOnce)).length;
    return near >= 3 && near * 2 > nodes.length;
  };
  return nodes.map((node) => ({
    ...node,
    activity: node.activity.filter((each) => each.by !== 'files' || !many(each.at)),
  }));
}
