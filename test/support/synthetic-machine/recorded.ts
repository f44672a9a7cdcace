import { join } from 'node:path';
import type { ApplicationFolders } from './applications.ts';
import type { Machine } from './builder.ts';

/** What ComfyUI Desktop v2 merely starts: a clone, and portable builds by either of their folders. */
export async function addRecorded(machine: Machine, folders: ApplicationFolders): Promise<void> {
  const own = join(folders.own, 'recorded 记录');
  const clone = join(own, 'ComfyUI');
  const [one, other] = [join(own, 'one', 'portable'), join(own, 'other', 'portable')];
  const records = await machine.write(
    join(folders.settings, 'ComfyUI Launcher', 'installations.json'),
    JSON.stringify([
      record('git', clone, '--use-sage-attention --port 8190'),
      record('portable', one, '--fast'),
      record('portable', join(own, 'other'), '--lowvram'),
      record('cloud', one, '--cpu'),
    ]),
  );
  machine.expect({
    kind: 'git_clone',
    sourceRoot: await machine.source(clone),
    environmentRoot: await machine.venv(join(clone, '.venv')),
    launchers: [{ path: records, flags: ['--use-sage-attention', '--port', '8190'] }],
  });
  const script = await machine.write(
    join(one, 'run_cpu.bat'),
    '.\\python_embeded\\python.exe -s ComfyUI\\main.py --cpu\r\n',
  );
  await expectPortable(machine, one, [
    { path: script, flags: ['--cpu'] },
    { path: records, flags: ['--fast'] },
  ]);
  await expectPortable(machine, other, [{ path: records, flags: ['--lowvram'] }]);
  // Nothing says which of two in one folder is meant.
  const several = join(own, 'several');
  for (const name of ['a', 'b']) await expectPortable(machine, join(several, name), []);
  await machine.write(
    join(folders.settings, 'ComfyUI Desktop 2.0', 'installations.json'),
    JSON.stringify([record('portable', several, '--novram')]),
  );
}

function record(sourceId: string, installPath: string, launchArgs: string): object {
  const id = `${sourceId} ${launchArgs}`;
  return { id, name: 'Recorded', sourceId, installPath, launchArgs };
}

async function expectPortable(
  machine: Machine,
  root: string,
  launchers: { path: string; flags: string[] }[],
): Promise<void> {
  machine.expect({
    kind: 'windows_portable',
    name: root.split('/').at(-1) ?? '',
    sourceRoot: await machine.source(join(root, 'ComfyUI')),
    environmentRoot: await machine.embedded(join(root, 'python_embeded')),
    pythonVersion: '3.12',
    launchers,
  });
}
