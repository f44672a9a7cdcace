import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromRoot } from '../../build/paths.mjs';

/** A program that runs Windows Node: `LAB node SCRIPT ...`. CI names it; Windows itself needs none. */
const lab = process.env['ATTENTION_DOCTOR_WINDOWS_LAB'];

function underWindows(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(
    lab ?? '',
    ['node', fromRoot('out/cli.js'), ...parameters],
    { encoding: 'utf8', timeout: 100_000 },
  );
  return { status, stdout, stderr };
}

describe.skipIf(!lab)('the built command line under Windows Node', () => {
  it('prints its help', () => {
    const { status, stdout, stderr } = underWindows('--help');
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain('diagnose');
  });

  it('finds an install in a folder', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'attention-doctor-lab-'));
    const install = path.join(folder, 'ComfyUI');
    const environment = path.join(install, 'venv');
    for (const part of [
      'comfy',
      'custom_nodes',
      'models',
      'venv/Scripts',
      'venv/Lib/site-packages',
    ]) {
      mkdirSync(path.join(install, part), { recursive: true });
    }
    writeFileSync(path.join(install, 'main.py'), 'import comfy.options\n');
    writeFileSync(path.join(install, 'nodes.py'), '');
    writeFileSync(path.join(install, 'folder_paths.py'), '');
    writeFileSync(path.join(install, 'comfyui_version.py'), '__version__ = "0.3.40"\n');
    writeFileSync(
      path.join(environment, 'pyvenv.cfg'),
      'home = C:\\Python312\r\nversion = 3.12.7\r\n',
    );
    writeFileSync(path.join(environment, 'Scripts', 'python.exe'), '');
    const { status, stdout, stderr } = underWindows(
      'find',
      '--root',
      `Z:${folder.replaceAll('/', '\\')}`,
      '--only-roots',
      '--json',
    );
    expect([0, 1], stderr).toContain(status);
    const found = JSON.parse(stdout) as { schema: number; installs: { sourceRoot: string }[] };
    expect(found.schema).toBe(1);
    expect(found.installs.map(({ sourceRoot }) => sourceRoot)).toEqual([
      `Z:${install.replaceAll('/', '\\')}`,
    ]);
  });
});
