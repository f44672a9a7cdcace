import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKeptAside } from '../../../../../electron/engine/discovery/recognition/look-alike.ts';
import { createNodeSystem } from '../../../../../electron/engine/machine/node-system.ts';
import { makeTemporaryFolder } from '../../../../support/temporary-folders.ts';

const system = createNodeSystem();
const asked = (name: string, isRoot = true) => isKeptAside(system, join('/nowhere', name), isRoot);

describe('a copy that somebody keeps aside', () => {
  it.each([
    ...['ComfyUI_backup', 'ComfyUI.bak', 'ComfyUI_bak2', 'ComfyUI-old copy', 'ComfyUI.old'],
    ...['ComfyUI_backup_2025-03-01', 'ComfyUI_bkp', 'ComfyUI.orig', 'ComfyUI~'],
    ...['ComfyUI.disabled', 'ComfyUI-v1-old', 'ComfyUI.backup-working', 'Backup of ComfyUI'],
    ...['ComfyUI - Copy', 'ComfyUI - Copy (2)', 'Copy of ComfyUI', 'ComfyUI copy 3'],
    ...['ComfyUI - Kopie', 'ComfyUI - Copia', 'ComfyUI - Copie', 'Kopie von ComfyUI'],
    ...['ComfyUI - コピー', 'ComfyUI - 副本', 'ComfyUI备份', 'ComfyUI 복사본', 'ComfyUI的副本'],
    ...['旧ComfyUI', 'ComfyUI-旧', 'OLD_ComfyUI', 'SwarmUI-old', 'stable-diffusion-webui.bak'],
    ...['ComfyUI - Co\u0301pia'],
  ])('is known by its own name: %s', async (name) => {
    expect(await asked(name)).toBe(true);
    expect(await asked(name, false)).toBe(true);
  });

  it.each(['backup', 'Backups', '备份', 'backup_branch_2025-01-01', 'upgrade-1.37.0'])(
    'lies in a folder for such: %s',
    async (name) => expect(await asked(name, false)).toBe(true),
  );

  it.each([
    ...['ComfyUI', 'ComfyUI-copyright', 'MyGoldUI', 'ComfyUI_2024', 'ComfyUI (1)', 'Harold'],
    ...['Threshold', 'ComfyUI-oldgpu', 'comfy 图像', 'Old one', 'ComfyUI-old-GPU'],
  ])('is not what is called %s', async (name) => {
    expect(await asked(name)).toBe(false);
  });

  it.each(['old disk', 'Backup Drive', 'OneDrive - Backup', 'Copy of x', 'old', 'bak', 'kopi'])(
    'is not a mere folder that is called %s',
    async (name) => expect(await asked(name, false)).toBe(false),
  );

  it('is one of an old age in the middle of its name only beside the original', async () => {
    const disk = await makeTemporaryFolder('originals');
    await mkdir(join(disk, 'ComfyUI'));
    expect(await isKeptAside(system, join(disk, 'ComfyUI-old-GPU'), true)).toBe(true);
    expect(await isKeptAside(system, join(disk, 'other', 'ComfyUI-old-GPU'), true)).toBe(false);
  });
});
