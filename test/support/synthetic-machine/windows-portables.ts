import { join } from 'node:path';
import type { Machine } from './builder.ts';

const start = '.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build';

/** Packages that are unpacked anywhere and bring their Python with them. */
export async function addWindowsPortables(machine: Machine, disk: string): Promise<void> {
  for (const [folder, script, flag] of [
    ['ComfyUI_windows_portable', 'run_nvidia_gpu.bat', '--fast'],
    ['AMD 显卡 ComfyUI 🎨', 'run_amd_gpu.bat', '--disable-smart-memory'],
  ] as const) {
    const root = join(disk, folder);
    await portable(machine, root);
    const path = await machine.write(join(root, script), `${start} ${flag}\r\npause\r\n`);
    await machine.write(join(root, 'update', 'update.py'), '');
    const flags = ['--windows-standalone-build', flag];
    expectPortable(machine, 'windows_portable', root, [{ path, flags }]);
  }
  const easy = join(disk, 'ComfyUI-Easy-Install');
  await portable(machine, easy, false);
  await machine.write(join(easy, 'Add-Ons', 'SageAttention.bat'), '');
  const path = await machine.write(
    join(easy, 'Start ComfyUI.bat'),
    '.\\python_embeded\\python.exe -I ComfyUI\\main.py --use-sage-attention\r\n',
  );
  expectPortable(machine, 'easy_install', easy, [{ path, flags: ['--use-sage-attention'] }]);
}

/** The Python of a package under other names: a clone beside it that is not called ComfyUI, and a Python one level up. */
export async function addRenamed(machine: Machine, disk: string): Promise<void> {
  const renamed = join(disk, 'renamed');
  const path = await machine.write(
    join(renamed, 'run.bat'),
    '.\\python_embeded\\python.exe -s MyUI\\main.py --fast\r\n',
  );
  await machine.write(join(renamed, 'update', 'update.py'), '');
  machine.expect({
    kind: 'windows_portable',
    name: 'renamed',
    sourceRoot: await machine.source(join(renamed, 'MyUI')),
    environmentRoot: await machine.embedded(join(renamed, 'python_embeded')),
    pythonVersion: '3.12',
    launchers: [{ path, flags: ['--fast'] }],
  });
  for (const [folder, ...place] of [
    ['python beside', 'python'],
    ['ext beside', '.ext'],
    ['system beside', 'system', 'python'],
  ] as const) {
    machine.expect({
      kind: 'git_clone',
      sourceRoot: await machine.source(join(disk, folder, 'ComfyUI')),
      environmentRoot: await machine.embedded(join(disk, folder, ...place)),
      pythonVersion: '3.12',
    });
  }
  for (const clone of ['one', 'other'])
    machine.expect({
      kind: 'git_clone',
      sourceRoot: await machine.source(join(disk, 'several clones', clone)),
      environmentRoot: await machine.embedded(join(disk, 'several clones', 'python_embeded')),
      pythonVersion: '3.12',
    });
}

async function portable(machine: Machine, root: string, site = true): Promise<void> {
  await machine.embedded(join(root, 'python_embeded'), { site });
  await machine.source(join(root, 'ComfyUI'));
}

function expectPortable(
  machine: Machine,
  kind: 'windows_portable' | 'easy_install',
  root: string,
  launchers: { path: string; flags: string[] }[],
): void {
  machine.expect({
    kind,
    name: root.split('/').at(-1) ?? '',
    sourceRoot: join(root, 'ComfyUI'),
    environmentRoot: join(root, 'python_embeded'),
    pythonVersion: '3.12',
    launchers,
  });
}

/** Aki's packages in their three layouts, each with its launcher program. */
export async function addAki(machine: Machine, disk: string): Promise<void> {
  for (const [name, launcher, source, python] of [
    ['ComfyUI-aki-v1.1', 'A绘世启动器.exe', '.', '.ext'],
    ['ComfyUI-aki-v1.6', '绘世启动器.exe', '.', 'python'],
    ['ComfyUI-aki-v3 (秋叶)', '绘世启动器.exe', 'ComfyUI', 'python'],
  ] as const) {
    const root = join(disk, name);
    await machine.write(join(root, launcher), 'MZ');
    await machine.source(join(root, source));
    machine.expect({
      kind: 'aki',
      name,
      sourceRoot: join(root, source),
      environmentRoot: await machine.embedded(join(root, python)),
      pythonVersion: '3.12',
    });
  }
}

/** AUTOMATIC1111 with its own venv, Forge's one-click package, and SD.Next without flags. */
export async function addWebuis(machine: Machine, disk: string): Promise<void> {
  const a1111 = await machine.webui(join(disk, 'stable-diffusion-webui'));
  const chosen = await machine.venv(join(a1111, "the owner's venv"));
  const bat = `@echo off\r\nset PYTHON=\r\nset VENV_DIR=.\\the owner's venv\r\nset COMMANDLINE_ARGS=--xformers --medvram\r\ncall webui.bat\r\n`;
  const settings = await machine.write(join(a1111, 'webui-user.bat'), bat);
  const own = { kind: 'a1111_family', comfyui: null } as const;
  machine.expect({
    ...own,
    sourceRoot: a1111,
    userDir: a1111,
    environmentRoot: chosen,
    launchers: [{ path: settings, flags: ['--xformers', '--medvram'] }],
  });
  const forge = join(disk, 'webui_forge_cu121_torch231');
  await machine.webui(join(forge, 'webui'));
  const user = await machine.write(
    join(forge, 'webui', 'webui-user.bat'),
    'set COMMANDLINE_ARGS=\r\n',
  );
  await machine.write(join(forge, 'environment.bat'), 'set SKIP_VENV=1\r\n');
  machine.expect({
    ...own,
    name: 'webui_forge_cu121_torch231',
    sourceRoot: join(forge, 'webui'),
    userDir: join(forge, 'webui'),
    environmentRoot: await machine.embedded(join(forge, 'system', 'python')),
    pythonVersion: '3.12',
    launchers: [{ path: user, flags: [] }],
  });
  const next = await machine.webui(join(disk, 'sdnext'));
  machine.expect({
    ...own,
    sourceRoot: next,
    userDir: next,
    environmentRoot: await machine.venv(join(next, 'venv')),
  });
}
