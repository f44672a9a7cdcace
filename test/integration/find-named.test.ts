import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { find } from '../../electron/engine/discovery/find.ts';
import { locateAt, locateBelow } from '../../electron/engine/discovery/locate.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { createMachine, type Machine } from '../support/synthetic-machine/builder.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

async function makeHome(): Promise<{
  home: string;
  machine: Machine;
  system: ReturnType<typeof createNodeSystem>;
}> {
  const home = await makeTemporaryFolder('named');
  const machine = createMachine(home, 'unix', join(home, 'started'));
  const own = { homeFolder: home, environment: {}, processes: async () => [] };
  return { home, machine, system: { ...createNodeSystem(), ...own } };
}

const rootsOf = (found: Awaited<ReturnType<typeof find>>): string[] =>
  found.installs.map((install) => install.sourceRoot).sort();

describe('a folder that somebody named', () => {
  it('is found whatever it is called, and its parents never matter', async () => {
    const { machine, home, system } = await makeHome();
    const only = (...roots: string[]) => find(system, { roots, onlyRoots: true });
    const disks = ['old disk', 'Backup Drive', 'ComfyUI projects/bak'];
    const real = await Promise.all(
      disks.map((disk) => machine.source(join(home, disk, 'ComfyUI'))),
    );
    const aside = await machine.source(join(home, 'ComfyUI_backup'));
    const kept = await machine.source(join(home, 'backup', 'ComfyUI'));
    expect(rootsOf(await only(home))).toEqual([...real].sort());
    expect(rootsOf(await only(aside))).toEqual([aside]);
    expect(rootsOf(await only(join(home, 'backup')))).toEqual([kept]);
    expect(rootsOf(await only(home, aside, kept))).toEqual([...real, aside, kept].sort());
    expect((await locateAt(system, aside))?.install.sourceRoot).toBe(aside);
  });

  it('is found by the record of an application below a root', async () => {
    const { machine, home, system } = await makeHome();
    const install = join(home, 'deep', 'Old', 'ComfyUI_old');
    await machine.write(
      join(home, '.config', 'Comfy Desktop', 'installations.json'),
      JSON.stringify([{ name: 'Old one', installPath: install, sourceId: 'standalone' }]),
    );
    await machine.write(join(install, '.comfyui-desktop-2'), '');
    const source = await machine.source(join(install, 'ComfyUI'));
    const workspace = await machine.source(join(home, 'copies', 'ComfyUI - Copy'));
    await machine.write(
      join(home, '.config', 'comfy-cli', 'config.ini'),
      `[DEFAULT]\nrecent_workspace = ${workspace}\n`,
    );
    const found = await find(system, { roots: [home], onlyRoots: true });
    expect(found.installs.map(({ name, kind }) => [name, kind])).toEqual([
      ['ComfyUI - Copy', 'comfy_cli'],
      ['Old one', 'desktop_v2_standalone'],
    ]);
    expect(rootsOf(await find(system, { roots: [], onlyRoots: false }))).toEqual(
      expect.arrayContaining([source, workspace]),
    );
  });
});

describe('a link', () => {
  it('leads to an install that goes by its real name, in either order', async () => {
    const { machine, home, system } = await makeHome();
    const real = await machine.source(join(home, 'a', 'b', 'c', 'ComfyUI'));
    await mkdir(join(home, 'links'));
    await symlink(real, join(home, 'links', 'my ComfyUI'));
    await symlink(join(home, 'a'), join(home, 'way'));
    const named = [home, join(home, 'links', 'my ComfyUI'), join(home, 'a')];
    for (const roots of [named, [...named].reverse(), [join(home, 'links')]])
      expect(rootsOf(await find(system, { roots, onlyRoots: true }))).toEqual([real]);
  });
});

describe('an environment of pyenv', () => {
  it('goes by its real name, not by the link that pyenv keeps to it', async () => {
    const { machine, home, system } = await makeHome();
    const versions = join(home, '.pyenv', 'versions');
    const real = await machine.venv(join(versions, '3.12.4', 'envs', 'comfy'));
    await symlink(real, join(versions, 'comfy'));
    const found = await find(system, { roots: [], onlyRoots: false });
    const roots = found.environments.map((each) => each.environmentRoot);
    expect(roots.filter((root) => root.endsWith('comfy'))).toEqual([real]);
  });
});

describe('a folder around one install', () => {
  it('means that install, not the copy beside it', async () => {
    const { machine, home, system } = await makeHome();
    const real = await machine.source(join(home, 'ComfyUI'));
    await machine.source(join(home, 'ComfyUI_backup'));
    expect((await locateBelow(system, home))?.install.sourceRoot).toBe(real);
  });
});
