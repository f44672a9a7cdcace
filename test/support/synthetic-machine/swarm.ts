import { join } from 'node:path';
import type { Machine } from './builder.ts';

/** SwarmUI with its own ComfyUI, and a second backend that starts a clone elsewhere. */
export async function addSwarm(machine: Machine, root: string, clone: string): Promise<void> {
  const own = machine.windows
    ? join(root, 'dlbackend', 'comfy', 'ComfyUI')
    : join(root, 'dlbackend', 'ComfyUI');
  const script = machine.windows
    ? 'dlbackend\\scomfy\\sComfyUI\\smain.py'
    : 'dlbackend/ComfyUI/main.py';
  const file = await machine.write(
    join(root, 'Data', 'Backends.fds'),
    [
      '0:',
      '    type: comfyui_selfstart',
      '    title: ComfyUI Self-Starting',
      '    enabled: true',
      '    settings:',
      "        #The location of the 'main.py' file.",
      `        StartScript: ${script}`,
      '        ExtraArgs: --use-sage-attention --reserve-vram 2',
      '        GPU_ID: 0',
      '1:',
      '    type: comfyui_selfstart',
      '    settings:',
      `        StartScript: ${join(clone, 'main.py')}`,
      '        ExtraArgs: \\x',
      '2:',
      '    type: comfyui_selfstart',
      '    settings:',
      '        StartScript: E:\\sother\\smain.py',
      'nonsense',
      '',
    ].join('\r\n'),
  );
  await machine.write(join(root, 'launch-windows.bat'), '');
  await machine.write(join(root, 'launch-linux.sh'), '');
  await machine.source(own);
  const environment = machine.windows
    ? await machine.embedded(join(root, 'dlbackend', 'comfy', 'python_embeded'))
    : await machine.venv(join(own, 'venv'));
  machine.expect({
    kind: 'swarmui',
    name: root.split('/').at(-1) ?? '',
    sourceRoot: own,
    environmentRoot: environment,
    pythonVersion: machine.windows ? '3.12' : '3.12.4',
    launchers: [{ path: file, flags: ['--use-sage-attention', '--reserve-vram', '2'] }],
  });
  machine.expect({
    kind: 'git_clone',
    sourceRoot: await machine.source(clone),
    environmentRoot: await machine.venv(join(clone, 'venv')),
  });
}
