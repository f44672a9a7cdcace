import path from 'node:path';
import { hasFile, hasFolder, readConfigText } from '../recognition/config-file.ts';
import { containerFlags } from '../recognition/container-flags.ts';
import { pythonOfImage } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { rootAbove } from '../recognition/sources.ts';
import { startCommandIn } from '../recognition/start-command.ts';

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
