import { join } from 'node:path';
import type { Machine } from './builder.ts';

/** Clones with each kind of Python: inside, in conda, elsewhere by script, the system's, unknown. */
export async function addClones(machine: Machine, disk: string): Promise<void> {
  const names = ['.venv', 'venv', 'env'];
  for (const [at, folder] of ['AI 图像 🎨', "Mei's pictures", 'say "cheese"'].entries()) {
    const root = await machine.source(join(disk, folder, 'ComfyUI'));
    machine.expect({
      kind: 'git_clone',
      sourceRoot: root,
      environmentRoot: await machine.venv(join(root, names[at] ?? 'venv')),
    });
  }
  const conda = join(machine.home, 'miniconda3', 'envs', 'comfy');
  await machine.python(join(conda, 'bin', 'python'));
  await machine.write(join(conda, 'conda-meta', 'python-3.11.9-h955ad1f_0.json'), '{}');
  await machine.write(join(conda, 'lib', 'python3.11', 'os.py'), '');
  const start = '#!/bin/bash\ncd "$(dirname "$0")"\n';
  await scripted(machine, join(disk, 'with conda'), {
    text: `${start}conda activate comfy\npython main.py --fast "$@"\n`,
    environmentRoot: conda,
    pythonVersion: '3.11.9',
  });
  const elsewhere = await machine.venv(join(disk, 'environments', 'drawing'));
  await scripted(machine, join(disk, 'with activate'), {
    text: `${start}source '${join(elsewhere, 'bin', 'activate')}' && python main.py --fast\n`,
    environmentRoot: elsewhere,
    pythonVersion: '3.12.4',
  });
  await machine.python(join(disk, 'system', 'bin', 'python3.10'));
  await machine.write(join(disk, 'system', 'lib', 'python3.10', 'os.py'), '');
  await scripted(machine, join(disk, 'with the system'), {
    text: `${start}exec python3.10 main.py --fast\n`,
    environmentRoot: join(disk, 'system'),
    pythonVersion: '3.10',
  });
  machine.expect({
    kind: 'git_clone',
    sourceRoot: await machine.source(join(disk, 'without Python', 'ComfyUI')),
  });
  const data = join(disk, 'shared data');
  await machine.write(join(data, 'put things here'), '');
  const moved = await machine.source(join(disk, 'moved', 'ComfyUI'));
  const path = await machine.write(
    join(moved, 'start.sh'),
    `./venv/bin/python main.py --base-dir '../../shared data' --user-directory '${data}'\n`,
  );
  machine.expect({
    kind: 'git_clone',
    sourceRoot: moved,
    dataRoot: data,
    userDir: data,
    environmentRoot: await machine.venv(join(moved, 'venv')),
    launchers: [{ path, flags: ['--base-dir', '../../shared data', '--user-directory', data] }],
  });
}

async function scripted(
  machine: Machine,
  folder: string,
  parts: { text: string; environmentRoot: string; pythonVersion: string },
): Promise<void> {
  const { text, environmentRoot, pythonVersion } = parts;
  const sourceRoot = await machine.source(join(folder, 'ComfyUI'));
  const path = await machine.write(join(sourceRoot, 'start.sh'), text, 0o755);
  machine.expect({
    kind: 'git_clone',
    sourceRoot,
    environmentRoot,
    pythonVersion,
    launchers: [{ path, flags: ['--fast'] }],
  });
}

/** Clones that services start: units with a path and with a shell, supervisor's, launchd's. */
export async function addServices(machine: Machine, disk: string): Promise<void> {
  const units = join(machine.home, '.config', 'systemd', 'user');
  const direct = join(disk, 'service', 'ComfyUI');
  const environment = await machine.venv(join(disk, 'service', 'python'));
  const python = join(environment, 'bin', 'python');
  await expectService(machine, direct, environment, ['--listen', '--port', '8200'], {
    file: join(units, 'comfyui.service'),
    text: `[Unit]\nDescription=ComfyUI\n[Service]\nWorkingDirectory=${direct}\nExecStart='${python}' main.py --listen \\\n  --port 8200\nRestart=always\n`,
  });
  const shell = join(disk, 'service in a shell', 'ComfyUI');
  await expectService(machine, shell, await machine.venv(join(shell, 'venv')), ['--fast'], {
    file: join(units, 'shell.service'),
    text: `[Service]\nExecStart=/bin/bash -c "cd '${shell}' && source venv/bin/activate && python main.py --fast"\n`,
  });
  const pod = join(disk, 'supervised', 'ComfyUI');
  const supervised = await machine.venv(join(pod, '.venv'));
  const program = join(supervised, 'bin', 'python');
  await expectService(machine, pod, supervised, ['--port', '18188'], {
    file: '/etc/supervisor/conf.d/comfyui.conf',
    text: `[program:other]\ncommand=/bin/true\n\n[program:comfyui]\ndirectory=${pod}\ncommand='${program}' main.py --port 18188\n`,
  });
  const agent = join(disk, 'agent & co', 'ComfyUI');
  const own = await machine.venv(join(agent, '.venv'));
  const words = [join(own, 'bin', 'python'), join(agent, 'main.py'), '--force-fp16'];
  const strings = words.map((word) => `<string>${word.replace('&', '&amp;')}</string>`).join('');
  await expectService(machine, agent, own, ['--force-fp16'], {
    file: join(machine.home, 'Library', 'LaunchAgents', 'org.example.comfyui.plist'),
    text: `<plist><dict><key>Label</key><string>x</string><key>ProgramArguments</key>\n<array>${strings}</array></dict></plist>\n`,
  });
}

async function expectService(
  machine: Machine,
  sourceRoot: string,
  environmentRoot: string,
  flags: string[],
  unit: { file: string; text: string },
): Promise<void> {
  await machine.source(sourceRoot);
  // The machine's /etc lies beside its home.
  const real = unit.file.startsWith('/etc/') ? join(machine.home, '..', unit.file) : unit.file;
  await machine.write(real, unit.text);
  const path = unit.file;
  machine.expect({
    kind: 'systemd_or_supervisor',
    sourceRoot,
    environmentRoot,
    launchers: [{ path, flags }],
  });
}
