import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { find } from '../../../../electron/engine/discovery/find.ts';
import { usualPlaces } from '../../../../electron/engine/discovery/usual-places.ts';
import { systemWithRoot } from '../../../support/synthetic-machine/as-root.ts';
import { createMachine } from '../../../support/synthetic-machine/builder.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

async function makeRoot(folders: readonly string[]): Promise<string> {
  const root = await makeTemporaryFolder('disks');
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
  return root;
}

const rootsOf = async (...parts: Parameters<typeof systemWithRoot>): Promise<string[]> =>
  (await usualPlaces(systemWithRoot(...parts))).map((place) => place.root);

describe('the places that are searched without being named', () => {
  it('are the home folder and the disks that are mounted, on Linux', async () => {
    const root = await makeRoot(['mnt/data', 'mnt/c', 'media/mei/Backup', 'run/media/mei/usb']);
    const machine = createMachine(join(root, 'root'), 'unix', join(root, 'started'));
    const expected = await Promise.all(
      [
        'root/projects/work/ai/gen/ComfyUI',
        'root/1/2/3/4/5/ComfyUI',
        'mnt/data/AI/ComfyUI',
        'media/mei/Backup/ComfyUI',
        'run/media/mei/usb/old/ComfyUI',
      ].map((folder) => machine.source(join(root, folder))),
    );
    await machine.source(join(root, 'root/1/2/3/4/5/6/too deep'));
    await machine.source(join(root, 'media/mei/Backup/ComfyUI_old'));
    const pixi = '/root/code/pix/.pixi/envs/default';
    await machine.python(join(root, pixi, 'bin/python'));
    await machine.write(join(root, pixi, 'conda-meta/python-3.12.3-h1_0.json'), '{}');
    const found = await find(systemWithRoot(root), { roots: [], onlyRoots: false });
    expect(found.installs.map((install) => join(root, install.sourceRoot)).sort()).toEqual(
      expected.sort(),
    );
    expect(found.environments.map((each) => each.environmentRoot)).toContain(pixi);
  });

  it('are not the disks of Windows inside WSL, nor what a network may not answer for', async () => {
    const root = await makeRoot(['mnt/c', 'mnt/data', 'mnt/the nas']);
    const machine = createMachine(join(root, 'root'), 'unix', join(root, 'started'));
    await machine.write(
      join(root, 'proc/self/mounts'),
      '/dev/sda1 /mnt/data ext4 rw 0 0\nnas:/x /mnt/the\\040nas nfs4 rw 0 0\n',
    );
    const usual = ['/root', '/opt', '/workspace', '/srv'];
    expect(await rootsOf(root)).toEqual([...usual, '/mnt/c', '/mnt/data']);
    const environment = { WSL_DISTRO_NAME: 'Ubuntu' };
    expect(await rootsOf(root, { environment })).toEqual([...usual, '/mnt/data']);
  });

  it('are the volumes of macOS, without the system itself', async () => {
    const root = await makeRoot(['Volumes/Bilder 图像']);
    await symlink('/', join(root, 'Volumes', 'Macintosh HD'));
    expect(await rootsOf(root, { platform: 'darwin' })).toContain('/Volumes/Bilder 图像');
    expect(await rootsOf(root, { platform: 'darwin' })).not.toContain('/Volumes/Macintosh HD');
  });

  it('are the drives of Windows, without those of a network', async () => {
    const registry = async () => [{ path: 'HKEY_CURRENT_USER\\Network\\z', values: {} }];
    const roots = await rootsOf('/nowhere', { platform: 'win32', registry });
    expect(roots).toContain('D:\\');
    expect(roots).toContain('Y:\\');
    expect(roots).not.toContain('Z:\\');
  });
});
