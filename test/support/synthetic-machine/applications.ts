import { join } from 'node:path';
import type { Machine } from './builder.ts';

export type ApplicationFolders = {
  settings: string;
  data: string;
  /** Inside the application of Desktop v1. */
  resources: string;
  /** Where the owner keeps things. */
  own: string;
};

/** ComfyUI Desktop v1, and v2 with an install of its own and an adopted v1. */
export async function addDesktops(machine: Machine, folders: ApplicationFolders): Promise<void> {
  const v1 = join(folders.own, 'ComfyUI 文档');
  await dataFolder(machine, v1);
  await machine.write(
    join(folders.settings, 'ComfyUI', 'config.json'),
    JSON.stringify({ basePath: v1, installState: 'installed', detectedGpu: 'nvidia' }),
  );
  const settings = await machine.write(
    join(v1, 'user', 'default', 'comfy.settings.json'),
    JSON.stringify({
      'Comfy.Server.LaunchArgs': { 'use-sage-attention': '', port: '8001' },
      'Comfy.Key': 'secret',
    }),
  );
  machine.expect({
    kind: 'desktop_v1',
    name: 'ComfyUI 文档',
    sourceRoot: await machine.source(join(folders.resources, 'ComfyUI'), '0.3.40'),
    comfyui: '0.3.40',
    dataRoot: v1,
    environmentRoot: await machine.venv(join(v1, '.venv')),
    launchers: [{ path: settings, flags: ['--use-sage-attention', '--port', '8001'] }],
  });

  const installs = join(machine.home, 'ComfyUI-Installs');
  const [own, adopting] = [join(installs, 'ComfyUI (1)'), join(installs, 'adopted')];
  const old = join(folders.own, 'old data');
  await dataFolder(machine, old);
  await machine.write(join(old, '.comfyui-desktop-2'), '');
  const python = join(await machine.venv(join(old, '.venv')), ...programOf(machine));
  const records = await machine.write(
    join(folders.settings, 'Comfy Desktop', 'installations.json'),
    JSON.stringify([
      {
        id: 'inst-1',
        name: 'Portraits 👩‍🎨',
        installPath: own,
        sourceId: 'standalone',
        launchArgs: '--enable-manager --listen "0.0.0.0"',
        envVars: { HF_TOKEN: 'secret' },
      },
      { id: 'inst-2', name: 7 },
      {
        id: 'inst-3',
        name: 'My old ComfyUI',
        installPath: adopting,
        sourceId: 'standalone',
        adopted: true,
        adoptedBaseDir: old,
        adoptedPythonPath: python,
        launchArgs: `--base-directory '${old}'`,
      },
      { id: 'inst-4', name: 'Cloud', installPath: '', sourceId: 'cloud' },
      { id: 'inst-5', name: 'Other disk', installPath: 'C:\\ComfyUI', sourceId: 'standalone' },
    ]),
  );
  await machine.write(join(own, 'standalone-env', 'bin', 'python3'), '');
  await machine.write(join(own, 'manifest.json'), '{}');
  machine.expect({
    kind: 'desktop_v2_standalone',
    name: 'Portraits 👩‍🎨',
    sourceRoot: await machine.source(join(own, 'ComfyUI')),
    environmentRoot: await machine.venv(join(own, 'ComfyUI', '.venv')),
    launchers: [{ path: records, flags: ['--enable-manager', '--listen', '0.0.0.0'] }],
  });
  const updating = join(installs, 'updating');
  await machine.write(join(updating, '.comfyui-desktop-2'), '');
  await machine.write(join(updating, '.comfyui-op-in-progress.json'), '{"op":"update"}');
  machine.expect({
    kind: 'desktop_v2_standalone',
    name: 'updating',
    sourceRoot: await machine.source(join(updating, 'ComfyUI')),
    environmentRoot: await machine.venv(join(updating, 'ComfyUI', '.venv')),
    problems: ['install-unfinished'],
  });
  await machine.write(join(adopting, '.comfyui-desktop-2'), '');
  machine.expect({
    kind: 'desktop_v2_adopted_v1',
    name: 'My old ComfyUI',
    sourceRoot: await machine.source(join(adopting, 'ComfyUI')),
    dataRoot: old,
    environmentRoot: join(old, '.venv'),
    launchers: [{ path: records, flags: ['--base-directory', old] }],
  });
}

function programOf(machine: Machine): string[] {
  return machine.windows ? ['Scripts', 'python.exe'] : ['bin', 'python'];
}

async function dataFolder(machine: Machine, root: string): Promise<void> {
  for (const name of ['models', 'input', 'output', 'user', 'custom_nodes'])
    await machine.write(join(root, name, 'put things here'), '');
}

/** A Stability Matrix library: a recorded ComfyUI, a recorded Forge, and one nobody recorded. */
export async function addStabilityMatrix(
  machine: Machine,
  folders: ApplicationFolders,
): Promise<void> {
  const library = join(folders.own, 'Data', 'StabilityMatrix');
  await machine.write(
    join(folders.settings, 'StabilityMatrix', 'library.json'),
    JSON.stringify({ LibraryPath: library }),
  );
  const settings = await machine.write(
    join(library, 'settings.json'),
    `\ufeff${JSON.stringify({
      InstalledPackages: [
        {
          DisplayName: 'Comfy "main"',
          PackageName: 'ComfyUI',
          LibraryPath: 'Packages\\ComfyUI',
          LaunchArgs: [
            { Name: '--lowvram', Type: 'Bool', OptionValue: true },
            { Name: '--cpu', Type: 'Bool', OptionValue: null },
            { Name: '--port', Type: 'String', OptionValue: '8190' },
            { Name: '', Type: 'String', OptionValue: "--preview-method auto --x 'a b'" },
          ],
        },
        { DisplayName: 'Forge', LibraryPath: 'Packages/forge', LaunchArgs: null },
        { DisplayName: 'Gone', LibraryPath: 'Packages/gone' },
        'half-written',
      ],
    })}`,
  );
  const flags = ['--lowvram', '--port', '8190', '--preview-method', 'auto', '--x', 'a b'];
  const packages = join(library, 'Packages');
  const kind = 'stability_matrix';
  machine.expect({
    kind,
    name: 'Comfy "main"',
    sourceRoot: await machine.source(join(packages, 'ComfyUI')),
    environmentRoot: await machine.venv(join(packages, 'ComfyUI', 'venv')),
    launchers: [{ path: settings, flags }],
  });
  const forge = await machine.webui(join(packages, 'forge'));
  machine.expect({
    kind,
    name: 'Forge',
    sourceRoot: forge,
    userDir: forge,
    comfyui: null,
    environmentRoot: await machine.venv(join(forge, 'venv')),
    launchers: [{ path: settings, flags: [] }],
  });
  machine.expect({ kind, sourceRoot: await machine.source(join(packages, 'unrecorded')) });
}

/** Pinokio with its home elsewhere. */
export async function addPinokio(machine: Machine, folders: ApplicationFolders): Promise<void> {
  const home = join(folders.own, 'pinokio home');
  await machine.write(join(machine.home, '.pinokio', 'config.json'), JSON.stringify({ home }));
  const root = join(home, 'api', 'comfy.git');
  await machine.write(
    join(root, 'pinokio.js'),
    'module.exports = {\n  title: "Comfyui",\n  version: "2.0",\n}\n',
  );
  const script = await machine.write(
    join(root, 'start.js'),
    `module.exports = { run: [{ method: "shell.run", params: { venv: "env", path: "app",
      // message: "python main.py --old",
      message: ["{{gpu === 'amd' ? 'python main.py --directml $NONE' : 'python main.py --fast {{env.OWN_ARGS}}'}}"]
    } }] }\n`,
  );
  await machine.write(join(home, 'ENVIRONMENT'), '# all apps\nOWN_ARGS=--cpu\nHF_TOKEN=secret\n');
  await machine.write(join(root, 'ENVIRONMENT'), 'OWN_ARGS="--lowvram --port 8191"\n');
  machine.expect({
    kind: 'pinokio',
    name: 'Comfyui',
    sourceRoot: await machine.source(join(root, 'app')),
    environmentRoot: await machine.venv(join(root, 'app', 'env')),
    launchers: [
      { path: script, flags: ['--directml', '$NONE'] },
      { path: script, flags: ['--fast', '--lowvram', '--port', '8191'] },
    ],
  });
}

/** comfy-cli's default workspace and its most recent one; only the default has extras. */
export async function addComfyCli(machine: Machine, folders: ApplicationFolders): Promise<void> {
  const usual = join(folders.own, 'comfy', 'ComfyUI');
  const recent = join(folders.own, 'comfy experiments', 'ComfyUI');
  const config = await machine.write(
    join(folders.settings, 'comfy-cli', 'config.ini'),
    `[DEFAULT]\ncivitai_api_token = secret\ndefault_workspace = ${usual}\nrecent_workspace = ${recent}\ndefault_launch_extras = --listen --use-pytorch-cross-attention\n`,
  );
  const flags = ['--listen', '--use-pytorch-cross-attention'];
  machine.expect({
    kind: 'comfy_cli',
    sourceRoot: await machine.source(usual),
    environmentRoot: await machine.venv(join(usual, '.venv')),
    launchers: [{ path: config, flags }],
  });
  machine.expect({
    kind: 'comfy_cli',
    sourceRoot: await machine.source(recent),
    environmentRoot: await machine.venv(join(recent, 'venv')),
  });
}
