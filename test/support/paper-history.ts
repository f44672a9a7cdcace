import { mkdir, readdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { createHistory } from '../../electron/engine/history/keep-history.ts';
import { glimpse } from '../../electron/engine/history/seen/glimpse.ts';
import type { Target } from '../../electron/engine/inspection/gather-static-facts.ts';
import type { System } from '../../electron/engine/machine/system.ts';
import type { Install } from '../../shared/install.ts';
import { makePaperEnvironment, write } from './paper-environment.ts';
import { sampleInstall } from './sample-machine.ts';
import { passedVerification } from './sample-verification.ts';

const minute = 60_000;

type Put = {
  minutes?: number;
  installer?: string;
  requested?: boolean;
  requires?: readonly string[];
  url?: string;
  /** torch/version.py, where the metadata does not tell the build. */
  cuda?: string | null;
};
type Node = {
  requirements?: string;
  /** Minutes before now, each with its word; without any there is no git. */
  reflog?: readonly [number, string][];
  tracking?: number;
  fetched?: number;
};

/**
 * An environment of paper with a ComfyUI beside it, whose times are set by hand: everything is
 * counted in minutes before now, since the birth of a folder is always now.
 */
export async function makePaperHistory(changes: Partial<Install> = {}) {
  const paper = await makePaperEnvironment();
  const now = Date.now();
  let clock = now;
  const root = join(paper.folder, 'ComfyUI');
  await mkdir(join(root, 'custom_nodes'), { recursive: true });
  const system: System = { ...paper.system, homeFolder: paper.folder, environment: {} };
  const target: Target = {
    ...paper.target,
    install: sampleInstall({
      ...{ sourceRoot: root, dataRoot: root, userDir: join(root, 'user') },
      ...changes,
    }),
  };
  const { paths } = paper;
  const history = createHistory({ system, paths, now: () => new Date(clock) });
  const ago = (minutes: number): number => now - minutes * minute;
  const stamp = async (file: string, minutes: number): Promise<void> => {
    await utimes(file, ago(minutes) / 1000, ago(minutes) / 1000);
  };

  async function take(name: string): Promise<void> {
    await rm(join(paper.sitePackages, name), { recursive: true, force: true });
    for (const entry of await readdir(paper.sitePackages))
      if (entry.startsWith(`${name}-`))
        await rm(join(paper.sitePackages, entry), { recursive: true });
  }

  return {
    ...{ paper, system, target, history, root, now, ago, stamp, take },
    setClock: (minutes: number): void => {
      clock = ago(minutes);
    },
    /** Puts a package in the place of another of its name. */
    async put(name: string, version: string, put: Put = {}): Promise<void> {
      const { minutes = 5, installer = 'pip', requested = false, requires = [], url, cuda } = put;
      await take(name);
      const info = join(paper.sitePackages, `${name}-${version}.dist-info`);
      const fields = requires.map((each) => `Requires-Dist: ${each}\n`).join('');
      await write(join(info, 'METADATA'), `Name: ${name}\nVersion: ${version}\n${fields}`);
      await write(join(info, 'INSTALLER'), `${installer}\n`);
      if (requested) await write(join(info, 'REQUESTED'));
      if (url !== undefined) await write(join(info, 'direct_url.json'), JSON.stringify({ url }));
      if (cuda !== undefined) {
        const text = `__version__ = '${version}'\ncuda = ${cuda === null ? 'None' : `'${cuda}'`}\n`;
        await write(join(paper.sitePackages, name, 'version.py'), text);
      }
      await stamp(await write(join(info, 'RECORD')), minutes);
    },
    async node(name: string, node: Node): Promise<void> {
      const folder = name === 'ComfyUI' ? root : join(root, 'custom_nodes', name);
      const file = await write(join(folder, 'requirements.txt'), node.requirements ?? '');
      await stamp(file, 100_000);
      if (node.reflog) {
        const lines = node.reflog.map(
          ([minutes, word]) =>
            `${'0'.repeat(40)} ${'1'.repeat(40)} Mei <mei@example.org> ${Math.round(ago(minutes) / 1000)} +0100\t${word}\n`,
        );
        await write(join(folder, '.git', 'logs', 'HEAD'), lines.join(''));
      }
      if (node.tracking !== undefined)
        await stamp(await write(join(folder, '.tracking')), node.tracking);
      if (node.fetched !== undefined)
        await stamp(await write(join(folder, '.git', 'FETCH_HEAD')), node.fetched);
    },
    /** Lines of a log below the root, the time before each as ComfyUI-Manager writes it. */
    async log(minutes: number | null, lines: readonly string[], file = 'user/comfyui.log') {
      const at = minutes === null ? '' : `[${local(ago(minutes))}] `;
      const written = await write(join(root, file), lines.map((line) => `${at}${line}\n`).join(''));
      await stamp(written, minutes ?? 0);
      return written;
    },
    /** A look as `diagnose` takes it, so many minutes before now. */
    async look(minutes = 0) {
      clock = ago(minutes);
      return history.look(target, await glimpse(system, target));
    },
    /** A check that passed. */
    async prove(minutes = 0) {
      clock = ago(minutes);
      return history.verified(target, await glimpse(system, target), passedVerification);
    },
  };
}
export type PaperHistory = Awaited<ReturnType<typeof makePaperHistory>>;

/** As Python's strftime('%Y-%m-%d %H:%M:%S.%f')[:-3] on this machine. */
function local(time: number): string {
  const at = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.000`;
}
