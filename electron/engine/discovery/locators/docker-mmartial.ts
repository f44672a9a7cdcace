import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { entriesOf, hasFolder } from '../recognition/config-file.ts';
import { containerFlags } from '../recognition/container-flags.ts';
import { firstEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere } from '../recognition/settings-folders.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { rootAbove } from '../recognition/sources.ts';

/**
 * Beside the clone: what only this image's start script makes. A venv there may be anybody's,
 * unless the folder has the name that the image's compose.yaml gives it.
 */
const ownTraces = /^(venv-[a-z]+\d.*_cuda.*|postvenv_script\.bash|user_script\.bash)$/;

/**
 * mmartial/comfyui-nvidia-docker: the run folder with ComfyUI and venv side by side, the data in
 * basedir; on the host the compose file beside says the flags. The venv-<os>_<cuda> folders are retired ones.
 * Source: mmartial/ComfyUI-Nvidia-Docker README.md, init.bash, compose.yaml.
 */
export const dockerMmartial: Locator = {
  kind: 'docker_mmartial',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const run = path.dirname(view.folder);
    const root = rootAbove(run, ['comfy', 'mnt']);
    const names = (await entriesOf(system, run)).map((entry) => entry.name);
    const traced =
      names.includes('venv') &&
      (path.basename(run) === 'run' || names.some((name) => ownTraces.test(name)));
    if (root === null && !traced) return [];
    const data = await dataFolder(system, root ?? path.dirname(run));
    const located = await makeInstall(system, {
      kind: 'docker_mmartial',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      ...(data === null ? {} : { dataRoot: data }),
      environment: await firstEnvironment(system, [path.join(run, 'venv')]),
      launchers: await containerFlags(
        system,
        'COMFY_CMDLINE_EXTRA',
        traced ? [path.dirname(run), run] : [],
      ),
    });
    return [located];
  },
  places: async () => ['/comfy/mnt/ComfyUI'],
};

/** compose.yaml mounts ./run and ./basedir, so on the host they lie side by side too. */
async function dataFolder(system: System, above: string): Promise<string | null> {
  const told = system.environment['BASE_DIRECTORY'] ?? '';
  const candidates = [...(isPathHere(told) ? [told] : []), path.join(above, 'basedir')];
  for (const folder of candidates) if (await hasFolder(system, folder)) return folder;
  return null;
}
