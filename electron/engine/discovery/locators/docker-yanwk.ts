import path from 'node:path';
import type { Environment } from '../../../../shared/install.ts';
import type { System } from '../../system.ts';
import { isSourceRoot } from '../source-root.ts';
import { hasFile, hasFolder, readConfigText } from './config-file.ts';
import { containerFlags } from './container-flags.ts';
import { firstEnvironment } from './environments.ts';
import type { Locator } from './locator.ts';
import { makeInstall } from './make-install.ts';
import { rootAbove } from './sources.ts';
import { startCommandIn } from './start-command.ts';

/**
 * yanwk/comfyui-boot: /root/ComfyUI with the image's own Python. On the host only the mounted
 * storage folder is seen, without any Python.
 * Source: YanWenKun/ComfyUI-Docker runner-scripts/entrypoint.sh, cpu/README.txt.
 */
export const dockerYanwk: Locator = {
  kind: 'docker_yanwk',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const above = path.dirname(view.folder);
    const root = rootAbove(view.folder, ['root', 'ComfyUI']);
    const script = root === null ? null : path.join(root, 'runner-scripts', 'entrypoint.sh');
    const inside = script !== null && (await hasFile(system, script));
    const onHost =
      /^storage/i.test(path.basename(above)) && (await hasFolder(system, above, 'user-scripts'));
    if (!inside && !onHost) return [];
    const command = inside ? startCommandIn((await readConfigText(system, script)) ?? '') : null;
    const beside = onHost ? [above, path.dirname(above)] : [];
    const given = await containerFlags(system, 'CLI_ARGS', beside);
    const own = given.find((each) => each.path === '$CLI_ARGS')?.flags ?? [];
    const flags = (command?.flags ?? []).filter((word) => !word.includes('CLI_ARGS'));
    const located = await makeInstall(system, {
      kind: 'docker_yanwk',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment: inside
        ? await pythonOfImage(system, root ?? '/', command?.python ?? 'python3')
        : null,
      launchers: [
        ...(inside && command ? [{ path: script, flags: [...flags, ...own] }] : []),
        ...given,
      ],
    });
    return [located];
  },
  places: async () => ['/root/ComfyUI'],
};

/** Newer images have several Pythons and start one by its full name. */
export async function pythonOfImage(
  system: System,
  root: string,
  name: string,
): Promise<Environment | null> {
  const names = [...new Set([name, 'python3', 'python'])];
  return firstEnvironment(
    system,
    names.flatMap((each) => [
      path.join(root, 'usr', 'local', 'bin', each),
      path.join(root, 'usr', 'bin', each),
    ]),
  );
}
