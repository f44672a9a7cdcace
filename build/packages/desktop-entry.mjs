import { bundleType } from './bundle-type.mjs';
import { product } from './product.mjs';

/**
 * The entry of the menus of Linux desktops.
 * @param {string} program the absolute path of the program
 */
export function desktopEntry(program) {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${product.title.en}`,
    `Name[zh_CN]=${product.title['zh-CN']}`,
    `Comment=${product.synopsis.en}`,
    `Comment[zh_CN]=${product.synopsis['zh-CN']}`,
    // One file: a second one would only take the place of the first.
    `Exec=${program} %f`,
    `MimeType=${bundleType.mime};`,
    'Icon=attention-doctor',
    'Terminal=false',
    'Categories=Utility;',
    'Keywords=ComfyUI;xFormers;SageAttention;PyTorch;',
    `StartupWMClass=${product.title.en}`,
    '',
  ].join('\n');
}
