import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeComfyUi } from './comfyui.ts';
import { makeScenario } from './scenarios.ts';

/** An install whose program keeps its flags in settings of its own. */
export type SettingsLayout = {
  /** What is named to the app. */
  target: string;
  /** The file with the flags, and what it holds. */
  file: string;
  before: string | Uint8Array;
  /** The same with PyTorch's own attention. */
  after: string | Uint8Array;
  /** A program that must not run meanwhile; null where any may. */
  owner: string | null;
};

type Make = (home: string) => Promise<SettingsLayout>;

const [old, wanted] = ['--use-sage-attention', '--use-pytorch-cross-attention'];

async function laid(layout: SettingsLayout): Promise<SettingsLayout> {
  await mkdir(dirname(layout.file), { recursive: true });
  await writeFile(layout.file, layout.before);
  return layout;
}

/** A file as it is before and after: `text` with the flag that stands there. */
function both(text: (flag: string) => string) {
  return { before: text(old), after: text(wanted) };
}

async function comfyui(at: string, environment = join(at, 'venv')): Promise<string> {
  await makeComfyUi({ at });
  await makeScenario('healthy', { at: environment });
  return at;
}

async function webui(at: string): Promise<string> {
  for (const name of ['launch.py', 'webui.py', 'modules/shared.py', 'webui.sh'])
    await write(join(at, name), '');
  await makeScenario('healthy', { at: join(at, 'venv') });
  return at;
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** By the program; the folders are where each of them has them on Linux. */
export const settingsLayouts: Readonly<Record<string, Make>> = {
  'ComfyUI Desktop': async (home) => {
    const data = join(home, 'Documents', 'ComfyUI 文档');
    for (const name of ['models', 'custom_nodes']) await write(join(data, name, 'here'), '');
    await write(
      join(home, '.config', 'ComfyUI', 'config.json'),
      JSON.stringify({ basePath: data, installState: 'installed' }),
    );
    const resources = join(home, 'Applications', 'ComfyUI.app', 'Contents', 'Resources');
    const target = await comfyui(join(resources, 'ComfyUI'), join(data, '.venv'));
    const name = (flag: string): string => flag.replace('--', '');
    return laid({
      target,
      file: join(data, 'user', 'default', 'comfy.settings.json'),
      ...both(
        (flag) =>
          `{\n    "Comfy.Locale": "zh",\n    "Comfy.Server.LaunchArgs": {\n        "${name(flag)}": "",\n        "port": "8001"\n    },\n    "图": "\\u56fe"\n}`,
      ),
      owner: 'ComfyUI',
    });
  },
  'Comfy Desktop': async (home) => {
    const root = join(home, 'ComfyUI-Installs', 'ComfyUI (1)');
    await write(join(root, '.comfyui-desktop-2'), '');
    await comfyui(join(root, 'ComfyUI'), join(root, 'ComfyUI', '.venv'));
    const record = { id: 'inst-1', name: 'Portraits 👩‍🎨', installPath: root };
    return laid({
      target: root,
      file: join(home, '.config', 'Comfy Desktop', 'installations.json'),
      ...both((flag) =>
        JSON.stringify(
          [
            { id: 'inst-0', installPath: join(home, 'other'), launchArgs: old },
            { ...record, launchArgs: `--enable-manager ${flag}`, envVars: { A: '1' } },
          ],
          null,
          2,
        ),
      ),
      owner: 'comfyui-desktop-2',
    });
  },
  'Stability Matrix': async (home) => {
    const library = join(home, 'StabilityMatrix');
    const option = (name: string, value: unknown) => ({
      Name: name,
      Type: 'Bool',
      OptionValue: value,
    });
    const settings = (sage: boolean, own: boolean | null): string =>
      `\uFEFF${JSON.stringify(
        {
          InstalledPackages: [
            {
              DisplayName: 'Comfy "main"',
              LibraryPath: 'Packages/ComfyUI',
              LaunchArgs: [option(old, sage), option(wanted, own), option('--lowvram', null)],
            },
          ],
          Theme: 'Dark',
        },
        null,
        2,
      ).replaceAll('\n', '\r\n')}`;
    return laid({
      target: await comfyui(join(library, 'Packages', 'ComfyUI')),
      file: join(library, 'settings.json'),
      before: settings(true, null),
      after: settings(false, true),
      owner: 'StabilityMatrix.Avalonia',
    });
  },
  'Krita AI': async (home) => {
    const plugin = join(home, '.local', 'share', 'krita', 'ai_diffusion');
    await write(join(plugin, 'server', '.version'), '1.42.0 cuda\n');
    const server = join(plugin, 'server');
    return laid({
      target: await comfyui(join(server, 'ComfyUI'), join(server, 'venv')),
      file: join(plugin, 'settings.json'),
      ...both((flag) => `{\n    "server_mode": "managed",\n    "server_arguments": "${flag}"\n}`),
      owner: 'krita',
    });
  },
  SwarmUI: async (home) => {
    const root = join(home, 'SwarmUI');
    return laid({
      target: await comfyui(join(root, 'dlbackend', 'ComfyUI')),
      file: join(root, 'Data', 'Backends.fds'),
      ...both(
        (flag) =>
          `0:\n\ttype: comfyui_selfstart\n\ttitle: 本机\n\tsettings:\n\t\tStartScript: dlbackend/ComfyUI/main.py\n\t\tExtraArgs: ${flag} --fast\n`,
      ),
      owner: 'SwarmUI',
    });
  },
  'comfy-cli': async (home) => {
    const target = await comfyui(join(home, 'comfy', 'ComfyUI'), join(home, 'comfy/ComfyUI/.venv'));
    const text = (extras: string): string =>
      `[DEFAULT]\ncivitai_api_token = secret\ndefault_workspace = ${target}\n${extras}\n`;
    return laid({
      target,
      file: join(home, '.config', 'comfy-cli', 'config.ini'),
      before: text(''),
      after: text(`default_launch_extras = ${wanted}\n`),
      owner: null,
    });
  },
  RunPod: async (home) => {
    const root = join(home, 'runpod-slim');
    return laid({
      target: await comfyui(join(root, 'ComfyUI'), join(root, 'ComfyUI', '.venv')),
      file: join(root, 'comfyui_args.txt'),
      ...both((flag) => `# one in a line\n--fast\n${flag}\n`),
      owner: null,
    });
  },
  "AUTOMATIC1111's webui": async (home) => {
    const target = await webui(join(home, 'stable-diffusion-webui'));
    return laid({
      target,
      file: join(target, 'webui-user.sh'),
      before:
        '#!/bin/bash\n#export COMMANDLINE_ARGS=""\nexport COMMANDLINE_ARGS="--xformers --api"\n',
      after:
        '#!/bin/bash\n#export COMMANDLINE_ARGS=""\nexport COMMANDLINE_ARGS="--opt-sdp-attention --api"\n',
      owner: null,
    });
  },
  'Forge, copied from Windows': async (home) => {
    const target = await webui(join(home, 'stable-diffusion-webui-forge'));
    // rem 启动 in GBK.
    const text = (flags: string): Uint8Array =>
      Buffer.concat([
        Buffer.from('@echo off\r\nrem '),
        Buffer.from([0xc6, 0xf4, 0xb6, 0xaf]),
        Buffer.from(`\r\nset COMMANDLINE_ARGS=${flags}\r\n\r\ncall webui.bat\r\n`),
      ]);
    return laid({
      target,
      file: join(target, 'webui-user.bat'),
      before: text('--attention-split --api'),
      after: text('--attention-pytorch --api'),
      owner: null,
    });
  },
};
