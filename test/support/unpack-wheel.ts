import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { recordLine, type BuiltWheel } from './wheels/wheel.ts';
import type { TestEnvironment } from './test-environment.ts';

/**
 * Installs a wheel as `pip install --no-compile` does, with RECORD, INSTALLER and REQUESTED, but
 * in a hundredth of the time. test/integration/support.test.ts compares the two byte for byte.
 */
export async function unpackWheel(environment: TestEnvironment, wheel: BuiltWheel): Promise<void> {
  const lines: string[] = [];
  const write = async (path: string, content: Uint8Array): Promise<void> => {
    const full = join(environment.sitePackages, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content);
    lines.push(recordLine(path, content));
  };
  const folder = distInfoFolder(wheel);
  for (const [path, content] of wheel.entries) {
    if (path !== `${folder}/RECORD`) await write(path, content);
  }
  for (const line of scriptLines(wheel, folder)) {
    const script = await writeScript(environment, line);
    lines.push(script);
  }
  await write(`${folder}/INSTALLER`, Buffer.from('pip\n'));
  await write(`${folder}/REQUESTED`, Buffer.from(''));
  lines.push(`${folder}/RECORD,,`);
  const record = `${lines.sort(byFields).join('\r\n')}\r\n`;
  await writeFile(join(environment.sitePackages, folder, 'RECORD'), record);
}

function distInfoFolder(wheel: BuiltWheel): string {
  const metadata = [...wheel.entries.keys()].find((path) => path.endsWith('.dist-info/METADATA'));
  if (!metadata) throw new Error(`no METADATA in ${wheel.fileName}`);
  return dirname(metadata);
}

/** pip sorts rows, not lines: the comma after a path must not take part. */
function byFields(left: string, right: string): number {
  const [leftPath = ''] = left.split(',');
  const [rightPath = ''] = right.split(',');
  return leftPath < rightPath ? -1 : 1;
}

function scriptLines(wheel: BuiltWheel, folder: string): string[] {
  const entryPoints = wheel.entries.get(`${folder}/entry_points.txt`);
  if (!entryPoints) return [];
  const text = new TextDecoder().decode(entryPoints);
  return text.split('\n').filter((line) => line.includes(' = '));
}

async function writeScript(environment: TestEnvironment, line: string): Promise<string> {
  const [name = '', target = ''] = line.split(' = ');
  const [module = '', call = ''] = target.split(':');
  const text = [
    `#!${environment.python}`,
    '# -*- coding: utf-8 -*-',
    'import re',
    'import sys',
    `from ${module} import ${call}`,
    "if __name__ == '__main__':",
    "    sys.argv[0] = re.sub(r'(-script\\.pyw|\\.exe)?$', '', sys.argv[0])",
    `    sys.exit(${call}())`,
    '',
  ].join('\n');
  const path = join(environment.root, 'bin', name);
  await writeFile(path, text);
  await chmod(path, 0o755);
  return recordLine(relative(environment.sitePackages, path), Buffer.from(text));
}
