import type { Locator } from './locator.ts';
import { embeddedFolder, portableAt } from './portable-build.ts';

/**
 * The portable build for NVIDIA, AMD or Intel, unpacked anywhere.
 * Source: Comfy-Org/ComfyUI .github/workflows/stable-release.yml and .ci/windows_*_base_files.
 */
export const windowsPortable: Locator = {
  kind: 'windows_portable',
  async recognise(system, view) {
    if (!view.hasFolder(embeddedFolder) || !view.hasFolder('ComfyUI')) return [];
    return portableAt(system, view, 'windows_portable');
  },
};
