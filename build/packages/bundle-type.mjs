import { product } from './product.mjs';

/**
 * A bundle is a plain zip, since that is what issue trackers take, so its name alone tells it from
 * others (electron/engine/jobs/bundle-job.ts). Desktops of Linux can tell files by more than what comes
 * after the last dot; Windows and macOS cannot, and all zips of a person are not ours to open.
 */
export const bundleType = {
  mime: `application/x-${product.name}-bundle`,
  glob: `*.${product.name}.zip`,
  name: { en: 'Attention Doctor bundle', 'zh-CN': '注意力医生诊断包' },
};

/** For usr/share/mime/packages (freedesktop.org's Shared MIME-info): the longer of two endings wins. */
export function mimeInfo() {
  const { mime, glob, name } = bundleType;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
    `  <mime-type type="${mime}">`,
    `    <comment>${name.en}</comment>`,
    `    <comment xml:lang="zh_CN">${name['zh-CN']}</comment>`,
    '    <sub-class-of type="application/zip"/>',
    `    <glob pattern="${glob}"/>`,
    '  </mime-type>',
    '</mime-info>',
    '',
  ].join('\n');
}
