import path from 'node:path';
import type { System } from '../../machine/system.ts';
import { innerEnvironment, packedEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { comfyuiUnits, type Unit } from '../recognition/service-units.ts';
import { isPathHere, isSameFolder } from '../recognition/settings-folders.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import { environmentOfCommand, resolveWritten } from '../recognition/start-command.ts';

/**
 * A ComfyUI that a service starts: systemd, supervisor or launchd. The service names the folder,
 * the Python and the flags; Restart=always brings it back during a repair.
 * Source: unit files that people published.
 */
export const systemdOrSupervisor: Locator = {
  kind: 'systemd_or_supervisor',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const units: Unit[] = [];
    for (const unit of await comfyuiUnits(system)) {
      const source = sourceOf(unit);
      if (source !== null && (await isSameFolder(system, source, view.folder))) units.push(unit);
    }
    const [first] = units;
    if (!first) return [];
    const located = await makeInstall(system, {
      kind: 'systemd_or_supervisor',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment:
        (await environmentOfCommand(system, first.command, first.folder ?? view.folder)) ??
        (await innerEnvironment(system, view)) ??
        (await packedEnvironment(system, view)),
      launchers: units.map(({ file, command }) => ({ path: file, flags: command.flags })),
    });
    return [located];
  },
  places: placesOfUnits,
};

async function placesOfUnits(system: System): Promise<string[]> {
  return (await comfyuiUnits(system)).map(sourceOf).filter((folder) => folder !== null);
}

/** Where its main.py lies: a whole path, or one that counts from the working folder. */
function sourceOf({ folder, command }: Unit): string | null {
  if (folder === null && !isPathHere(command.script)) return null;
  const script = resolveWritten(folder ?? '/', command.script);
  return script !== null && isPathHere(script) ? path.dirname(script) : null;
}
