import { join } from 'node:path';
import type { Machine } from './builder.ts';

/** Variables that the containers were started with. */
export const containerVariables = {
  CLI_ARGS: '--fast --lowvram',
  COMFY_CMDLINE_EXTRA: '--use-xformers --reserve-vram 1',
};

/** The file systems of containers, each below a folder of its own instead of at /. */
export async function addContainers(machine: Machine, disk: string): Promise<void> {
  await addYanwk(machine, join(disk, 'yanwk'));
  await addMmartial(machine, join(disk, 'mmartial'));
  await addOnHost(machine, join(disk, 'on the host'));
  const pod = join(disk, 'pod', 'workspace', 'runpod-slim');
  const argumentsFile = await machine.write(
    join(pod, 'comfyui_args.txt'),
    '# one per line\n--use-sage-attention\n--preview-method auto\n',
  );
  machine.expect({
    kind: 'runpod_base',
    sourceRoot: await machine.source(join(pod, 'ComfyUI')),
    environmentRoot: await machine.venv(join(pod, 'ComfyUI', '.venv')),
    launchers: [
      { path: argumentsFile, flags: ['--use-sage-attention', '--preview-method', 'auto'] },
    ],
  });
  const worker = join(disk, 'worker');
  const script = await machine.write(
    join(worker, 'start.sh'),
    'python -u /comfyui/main.py --port 8189 --disable-metadata 2>&1 | tee /tmp/comfyui.log &\n',
  );
  machine.expect({
    kind: 'runpod_worker',
    sourceRoot: await machine.source(join(worker, 'comfyui')),
    environmentRoot: await machine.venv(join(worker, 'opt', 'venv')),
    launchers: [{ path: script, flags: ['--port', '8189', '--disable-metadata'] }],
  });
  const vast = join(disk, 'vast');
  const supervisor = await machine.write(
    join(vast, 'opt', 'supervisor-scripts', 'comfyui.sh'),
    'COMFYUI_ARGS=${COMFYUI_ARGS:---disable-auto-launch --port 18188}\npty python main.py ${COMFYUI_ARGS}\n',
  );
  machine.expect({
    kind: 'vast',
    sourceRoot: await machine.source(join(vast, 'workspace', 'ComfyUI')),
    environmentRoot: await machine.venv(join(vast, 'venv', 'main')),
    launchers: [{ path: supervisor, flags: ['--disable-auto-launch', '--port', '18188'] }],
  });
  await addColab(machine, join(disk, 'colab'));
}

async function imagePython(machine: Machine, root: string): Promise<string> {
  await machine.python(join(root, 'usr', 'bin', 'python3.13'));
  await machine.python(join(root, 'usr', 'bin', 'python3'));
  await machine.write(join(root, 'usr', 'lib', 'python3.13', 'os.py'), '');
  return join(root, 'usr');
}

async function addYanwk(machine: Machine, root: string): Promise<void> {
  const environmentRoot = await imagePython(machine, root);
  const script = await machine.write(
    join(root, 'runner-scripts', 'entrypoint.sh'),
    'cd /root\npython3.13 ./ComfyUI/main.py --listen --port 8188 ${CLI_ARGS}\n',
  );
  const own = ['--fast', '--lowvram'];
  machine.expect({
    kind: 'docker_yanwk',
    sourceRoot: await machine.source(join(root, 'root', 'ComfyUI')),
    environmentRoot,
    pythonVersion: '3.13',
    launchers: [
      { path: script, flags: ['--listen', '--port', '8188', ...own] },
      { path: '$CLI_ARGS', flags: own },
    ],
  });
}

async function addMmartial(machine: Machine, root: string): Promise<void> {
  const run = join(root, 'comfy', 'mnt');
  await machine.write(join(root, 'basedir', 'models', 'put things here'), '');
  machine.expect({
    kind: 'docker_mmartial',
    sourceRoot: await machine.source(join(run, 'ComfyUI')),
    dataRoot: join(root, 'basedir'),
    environmentRoot: await machine.venv(join(run, 'venv')),
    launchers: [{ path: '$COMFY_CMDLINE_EXTRA', flags: ['--use-xformers', '--reserve-vram', '1'] }],
  });
  await machine.venv(join(run, 'venv-ubuntu22_cuda12.3'));
}

/** The folders that are mounted into containers, with the compose files beside. */
async function addOnHost(machine: Machine, root: string): Promise<void> {
  const own = { path: '$COMFY_CMDLINE_EXTRA', flags: ['--use-xformers', '--reserve-vram', '1'] };
  const mmartial = join(root, 'dev');
  const compose = await machine.write(
    join(mmartial, 'compose.yaml'),
    '    environment:\n#      - COMFY_CMDLINE_EXTRA=--cpu\n      - "COMFY_CMDLINE_EXTRA=--use-sage-attention --fast fp16_accumulation"\n',
  );
  await machine.write(join(mmartial, 'basedir', 'models', 'put things here'), '');
  machine.expect({
    kind: 'docker_mmartial',
    sourceRoot: await machine.source(join(mmartial, 'run', 'ComfyUI')),
    dataRoot: join(mmartial, 'basedir'),
    environmentRoot: await machine.venv(join(mmartial, 'run', 'venv')),
    launchers: [
      own,
      { path: compose, flags: ['--use-sage-attention', '--fast', 'fp16_accumulation'] },
    ],
  });
  const yanwk = join(root, 'yanwk');
  const described = await machine.write(
    join(yanwk, 'docker-compose.yml'),
    'services:\n  comfyui:\n    environment:\n      CLI_ARGS: "--disable-xformers ${MORE:-}" # mine\n',
  );
  await machine.write(join(yanwk, 'storage', 'user-scripts', 'pre-start.sh'), '');
  machine.expect({
    kind: 'docker_yanwk',
    sourceRoot: await machine.source(join(yanwk, 'storage', 'ComfyUI')),
    launchers: [
      { path: '$CLI_ARGS', flags: ['--fast', '--lowvram'] },
      { path: described, flags: ['--disable-xformers'] },
    ],
  });
}

async function addColab(machine: Machine, root: string): Promise<void> {
  const environmentRoot = await imagePython(machine, root);
  for (const place of [['content'], ['content', 'drive', 'MyDrive']]) {
    machine.expect({
      kind: 'colab',
      sourceRoot: await machine.source(join(root, ...place, 'ComfyUI')),
      environmentRoot,
      pythonVersion: '3.13',
    });
  }
}
