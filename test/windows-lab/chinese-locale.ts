import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

/** Where the package `locales` keeps what a locale is made of. */
const source = '/usr/share/i18n/locales/zh_CN';

/** @returns why there can be no Chinese Windows here; null where there can. */
export function whyNoChinese(): string | null {
  return existsSync(source) ? null : 'the package “locales” is not installed';
}

/**
 * Variables under which Wine is a Chinese Windows, with code page 936: it takes the page from the
 * locale that it is started in, for each program by itself.
 */
export async function chineseWindows(): Promise<Record<string, string>> {
  const folder = await makeTemporaryFolder('locale');
  const name = 'zh_CN.UTF-8';
  await promisify(execFile)('localedef', ['-i', 'zh_CN', '-f', 'UTF-8', join(folder, name)]);
  return { LOCPATH: folder, LC_ALL: name };
}
