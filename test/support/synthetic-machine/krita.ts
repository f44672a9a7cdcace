import { join } from 'node:path';
import type { ApplicationFolders } from './applications.ts';
import type { Machine } from './builder.ts';

/** Krita's plugin with its server where Qt puts it, what an upgrade left behind, and a second one that is incomplete. */
export async function addKrita(machine: Machine, folders: ApplicationFolders): Promise<void> {
  const plugin = join(folders.data, 'krita', 'ai_diffusion');
  const server = join(plugin, 'server');
  const settings = await machine.write(
    join(plugin, 'settings.json'),
    JSON.stringify({ server_mode: 'managed', server_arguments: '--force-fp16' }),
  );
  await machine.write(join(server, '.version'), '1.42.0 cuda\n');
  await machine.source(join(server, 'upgrade-1.43.0', 'ComfyUI'));
  machine.expect({
    kind: 'krita_ai',
    name: 'Krita AI',
    sourceRoot: await machine.source(join(server, 'ComfyUI')),
    environmentRoot: await machine.venv(join(server, 'venv')),
    launchers: [{ path: settings, flags: ['--force-fp16'] }],
  });
  const incomplete = join(folders.own, 'krita server');
  await machine.write(join(incomplete, '.version'), 'incomplete');
  machine.expect({
    kind: 'krita_ai',
    name: 'Krita AI',
    sourceRoot: await machine.source(join(incomplete, 'ComfyUI')),
    environmentRoot: await machine.venv(join(incomplete, 'venv')),
    problems: ['install-unfinished'],
  });
}
