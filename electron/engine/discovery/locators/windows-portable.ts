import path from 'node:path';
import { embeddedFolder } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { portableAt } from '../recognition/portable-build.ts';

/**
 * The portable build for NVIDIA, AMD or Intel, unpacked anywhere.
 * Source: Comfy-Org/ComfyUI .github/workflows/stable-release.yml and .ci/windows_*_base_files.
 */
export const windowsPortable: Locator = {
  kind: 'windows_portable',
  marks: [embeddedFolder],
  async recognise(system, view) {
    if (!view.hasFolder(embeddedFolder)) return [];
    // SwarmUI keeps one for itself, and knows its flags.
    if (path.basename(path.dirname(view.folder)) === 'dlbackend') return [];
    return portableAt(system, view, 'windows_portable');
  },
};
