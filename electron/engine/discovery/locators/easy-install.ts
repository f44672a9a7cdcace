import { embeddedFolder } from '../recognition/environments.ts';
import type { Locator } from '../recognition/locator.ts';
import { portableAt } from '../recognition/portable-build.ts';

/**
 * ComfyUI-Easy-Install: a portable build with Add-Ons. Its ._pth has no `import site`, so the
 * user's own site-packages never leak in.
 * Source: Tavris1/ComfyUI-Easy-Install ComfyUI-Easy-Install.bat.
 */
export const easyInstall: Locator = {
  kind: 'easy_install',
  marks: [embeddedFolder],
  async recognise(system, view) {
    if (!view.hasFolder(embeddedFolder) || !view.hasFolder('ComfyUI')) return [];
    if (!view.hasFolder('Add-Ons')) return [];
    return portableAt(system, view, 'easy_install');
  },
};
