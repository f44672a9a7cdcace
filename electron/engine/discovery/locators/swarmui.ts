import path from 'node:path';
import type { LaunchSettings } from '../../../../shared/install.ts';
import type { System } from '../../machine/system.ts';
import { readConfigText } from '../recognition/config-file.ts';
import {
  embeddedFolder,
  environmentFolders,
  firstEnvironment,
} from '../recognition/environments.ts';
import { parseFreneticData } from '../recognition/frenetic-data.ts';
import type { FolderView, Located, Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { isPathHere, joinRelative } from '../recognition/settings-folders.ts';
import { sourceBelow } from '../recognition/sources.ts';
import { splitWords } from '../../launch/settings/words.ts';

type Backend = { sourceRoot: string; flags: string[]; settings: LaunchSettings };

/**
 * SwarmUI with the ComfyUI that it brings. Its backends may start others as well: those are
 * listed as what they are, with SwarmUI's flags.
 * Source: mcmonkeyprojects/SwarmUI src/Core/Installation.cs, src/Utils/PythonLaunchHelper.cs,
 * src/BuiltinExtensions/ComfyUIBackend/ComfyUISelfStartBackend.cs.
 */
export const swarmui: Locator = {
  kind: 'swarmui',
  marks: ['dlbackend'],
  async recognise(system, view) {
    if (!view.hasFolder('dlbackend')) return [];
    const file = path.join(view.folder, 'Data', 'Backends.fds');
    const backends = backendsIn((await readConfigText(system, file)) ?? '', view.folder);
    if (backends.length === 0 && !isSwarm(view)) return [];
    const own = [
      path.join(view.folder, 'dlbackend', 'comfy', 'ComfyUI'),
      path.join(view.folder, 'dlbackend', 'ComfyUI'),
    ];
    const roots = new Set([...own, ...backends.map((backend) => backend.sourceRoot)]);
    const found: Located[] = [];
    for (const root of roots) {
      const source = await sourceBelow(system, root);
      if (!source) continue;
      const isOwn = own.includes(root);
      const located = await makeInstall(system, {
        kind: isOwn ? 'swarmui' : 'git_clone',
        name: path.basename(isOwn ? view.folder : root),
        sourceRoot: root,
        environment: await environmentOf(system, root),
        launchers: backends
          .filter((backend) => backend.sourceRoot === root)
          .map(({ flags, settings }) => ({ path: file, flags, settings })),
      });
      found.push(located);
    }
    return found;
  },
};

function isSwarm(view: FolderView): boolean {
  return (
    view.hasFolder('Data') ||
    ['launch-windows.bat', 'launch-linux.sh', 'launch-macos.sh', 'SwarmUI.sln'].some((name) =>
      view.hasFile(name),
    )
  );
}

/** The programs it starts itself; a relative StartScript counts from SwarmUI's folder. */
function backendsIn(text: string, root: string): Backend[] {
  const settings = new Map<string, Map<string, string>>();
  for (const { keys, value } of parseFreneticData(text)) {
    const [backend, section, key] = keys;
    if (backend === undefined || section !== 'settings' || key === undefined) continue;
    const own = settings.get(backend) ?? new Map<string, string>();
    settings.set(backend, own.set(key, value));
  }
  return [...settings].flatMap(([backend, each]) => {
    const script = each.get('StartScript') ?? '';
    if (!/(^|[\\/])main\.py$/.test(script)) return [];
    const ofOtherSystem = !isPathHere(script) && /^([a-z]:|[\\/]{2})/i.test(script);
    if (ofOtherSystem) return [];
    const full = isPathHere(script) ? path.normalize(script) : joinRelative(root, script);
    const flags = splitWords(each.get('ExtraArgs') ?? '');
    const own: LaunchSettings = { id: 'swarmui', entry: backend };
    return [{ sourceRoot: path.dirname(full), flags, settings: own }];
  });
}

/** As PythonLaunchHelper looks for it: the portable Python beside, or a venv inside. */
async function environmentOf(system: System, sourceRoot: string) {
  return firstEnvironment(system, [
    ...environmentFolders.map((name) => path.join(sourceRoot, name)),
    path.join(path.dirname(sourceRoot), embeddedFolder),
  ]);
}
