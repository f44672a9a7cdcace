import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fromRoot, root } from '../paths.mjs';

/** @type {{ name: string, version: string, description: string, license: string }} */
const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/** What packages of every system say of the product, in both languages. */
export const product = {
  ...manifest,
  appId: 'org.attention-doctor.desktop',
  title: { en: 'Attention Doctor', 'zh-CN': '注意力医生' },
  synopsis: {
    en: 'Finds out why ComfyUI lost its fast attention, and repairs it',
    'zh-CN': '找出 ComfyUI 的快速注意力为何失效，并修复它',
  },
  maintainer: 'The Attention Doctor developers <developers@attention-doctor.invalid>',
};

/**
 * The date that packages bear, in seconds since 1970: SOURCE_DATE_EPOCH, else that of the last commit,
 * so that the same sources make the same bytes.
 */
export function sourceDate() {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given && /^\d+$/.test(given)) return Number(given);
  try {
    const said = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, stdio: 'pipe' });
    return Number(String(said).trim());
  } catch {
    // No git, or no repository: the sources came as an archive, which bears no date of its own.
    return 946_684_800;
  }
}
