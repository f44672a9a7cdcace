import path from 'node:path';
import type { Environment, Launcher } from '../../../../shared/install.ts';
import { dialectOf } from '../../launch/start-scripts/dialect.ts';
import { scriptCommands } from '../../launch/start-scripts/script-commands.ts';
import type { System } from '../../machine/system.ts';
import { readConfigText } from '../recognition/config-file.ts';
import { innerEnvironment, packedEnvironment } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { makeInstall } from '../recognition/make-install.ts';
import { launchersIn } from '../recognition/portable-build.ts';
import { isSourceRoot } from '../recognition/source-root.ts';
import {
  environmentOfCommand,
  resolveWritten,
  startCommandIn,
} from '../recognition/start-command.ts';

/**
 * A clone of ComfyUI (or an unpacked archive of it). Its Python lies inside, or a start script
 * names it; else no file can tell, and only a running process or the user knows.
 * Source: Comfy-Org/comfy-cli comfy_cli/workspace_manager.py, Comfy-Org/ComfyUI-Desktop-2.0-Beta
 * src/main/sources/git.ts.
 */
export const gitClone: Locator = {
  kind: 'git_clone',
  marks: ['main.py'],
  async recognise(system, view) {
    if (!isSourceRoot(view.entries)) return [];
    const launchers = await launchersIn(system, [view.folder]);
    const located = await makeInstall(system, {
      kind: 'git_clone',
      name: path.basename(view.folder),
      sourceRoot: view.folder,
      environment:
        (await innerEnvironment(system, view)) ??
        (await environmentOfScripts(system, launchers)) ??
        (await packedEnvironment(system, view)),
      launchers,
    });
    return [located];
  },
};

async function environmentOfScripts(
  system: System,
  launchers: readonly Launcher[],
): Promise<Environment | null> {
  for (const launcher of launchers) {
    const text = (await readConfigText(system, launcher.path)) ?? '';
    const commands = scriptCommands(text, dialectOf(launcher.path));
    const command = startCommandIn(commands.join('\n'));
    if (!command) continue;
    const own = path.dirname(launcher.path);
    const folder = command.folder === null ? own : (resolveWritten(own, command.folder) ?? own);
    const environment = await environmentOfCommand(system, command, folder);
    if (environment) return environment;
  }
  return null;
}
