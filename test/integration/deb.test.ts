import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from '../../build/find-program.mjs';
import { makeDeb } from '../../build/packages/deb.mjs';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8' });
const isRoot = process.getuid?.() === 0;

/** As electron-builder leaves it, but small. */
async function unpackedApp(): Promise<string> {
  const folder = join(await makeTemporaryFolder('deb'), 'linux-unpacked');
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'attention-doctor'), '#!/bin/sh\n');
  chmodSync(join(folder, 'attention-doctor'), 0o700);
  writeFileSync(join(folder, 'chrome-sandbox'), '');
  writeFileSync(join(folder, 'resources', 'app.asar'), 'archive');
  return folder;
}

test.skipIf(!findProgram(['dpkg-deb']))('two debs of the same app are the same bytes', async () => {
  const unpacked = await unpackedApp();
  const [one, other] = [`${unpacked}/../one.deb`, `${unpacked}/../other.deb`];
  await makeDeb(unpacked, one, 'x64');
  await makeDeb(unpacked, other, 'x64');
  expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  expect(run('dpkg-deb', '--field', one, 'Architecture')).toBe('amd64\n');
  expect(run('dpkg-deb', '--contents', one)).not.toMatch(/^.{10} (?!root\/root)/m);
});

/** What a desktop that knows nothing but archives and us takes a file of this name for. */
function typeOf(root: string, name: string): string {
  const text = readFileSync(join(root, 'usr/share/mime/packages/attention-doctor.xml'), 'utf8');
  const type = /<mime-type type="([^"]+)"/.exec(text)?.[1] ?? '';
  const ending = /<glob pattern="\*([^"*]+)"/.exec(text)?.[1] ?? '.zip';
  return ending.length > '.zip'.length && name.endsWith(ending) ? type : 'application/zip';
}

test.skipIf(!findProgram(['dpkg']) || !isRoot)(
  'the deb installs into a root of its own, and leaves nothing behind',
  async () => {
    const unpacked = await unpackedApp();
    const deb = `${unpacked}/../app.deb`;
    await makeDeb(unpacked, deb, 'x64');
    const root = await makeTemporaryFolder('root');
    mkdirSync(join(root, 'var/lib/dpkg/updates'), { recursive: true });
    mkdirSync(join(root, 'var/lib/dpkg/info'));
    writeFileSync(join(root, 'var/lib/dpkg/status'), '');
    // A root without a system has none of the libraries that it asks for.
    const dpkg = ['--root=' + root, '--force-depends', '--force-architecture', '--log=/dev/null'];
    run('dpkg', ...dpkg, '--install', deb);
    expect(run('dpkg', `--root=${root}`, '--verify', 'attention-doctor')).toBe('');
    expect(statSync(join(root, 'opt/attention-doctor/chrome-sandbox')).mode & 0o7777).toBe(0o4755);
    expect(statSync(join(root, 'opt/attention-doctor/attention-doctor')).mode & 0o777).toBe(0o755);
    const entry = join(root, 'usr/share/applications/attention-doctor.desktop');
    const text = readFileSync(entry, 'utf8');
    expect(text).toContain('Name[zh_CN]=注意力医生');
    const program = /^Exec=(\S+)/m.exec(text)?.[1] ?? '';
    expect(existsSync(join(root, program))).toBe(true);
    expect(typeOf(root, 'comfyui-2026-12-01T04-20-00-000Z.attention-doctor.zip')).toBe(
      /^MimeType=(.+);$/m.exec(text)?.[1],
    );
    expect(typeOf(root, 'pictures.zip')).toBe('application/zip');
    expect(
      existsSync(join(root, 'usr/share/icons/hicolor/256x256/apps/attention-doctor.png')),
    ).toBe(true);
    if (findProgram(['desktop-file-validate'])) run('desktop-file-validate', entry);
    run('dpkg', ...dpkg, '--purge', 'attention-doctor');
    expect(readdirSync(root)).toEqual(['var']);
  },
);
