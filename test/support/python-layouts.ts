import { join } from 'node:path';
import type { ShapedMachine } from './shaped-machine.ts';

/** Pythons as their makers lay them out, with empty programs: nothing here can be started. */

export async function writeWindowsPython(at: string, version: string, machine: ShapedMachine) {
  const [major = '', minor = ''] = version.split('.');
  await machine.write(join(at, 'python.exe'));
  await machine.write(join(at, `python${major}${minor}.dll`));
  await machine.write(join(at, 'Include', 'patchlevel.h'), header(version));
}

export async function writeUnixPython(at: string, version: string, machine: ShapedMachine) {
  const short = version.split('.').slice(0, 2).join('.');
  await machine.write(join(at, 'bin', `python${short}`));
  await machine.link(join(at, 'bin', 'python3'), `python${short}`);
  await machine.link(join(at, 'bin', 'python'), 'python3');
  await machine.write(join(at, 'lib', `python${short}`, 'os.py'));
  await machine.write(join(at, 'include', `python${short}`, 'patchlevel.h'), header(version));
}

export async function writeVenv(
  at: string,
  base: string,
  machine: ShapedMachine,
  lines: readonly string[] = [],
) {
  const windows = machine.system.platform === 'win32';
  const home = windows ? base : join(base, 'bin');
  const text = [`home = ${home}`, 'version = 3.12.4', ...lines].join('\n');
  await machine.write(join(at, 'pyvenv.cfg'), text);
  if (windows) await machine.write(join(at, 'Scripts', 'python.exe'));
  else await machine.link(join(at, 'bin', 'python'), join(home, 'python3'));
}

export async function writeConda(at: string, version: string | null, machine: ShapedMachine) {
  await machine.write(join(at, 'conda-meta', 'history'));
  if (version === null) return;
  await machine.write(join(at, 'conda-meta', `python-${version}-h955ad1f_0.json`));
  const windows = machine.system.platform === 'win32';
  await machine.write(windows ? join(at, 'python.exe') : join(at, 'bin', 'python'));
}

function header(version: string): string {
  return `#define PY_MAJOR_VERSION 3\n#define PY_VERSION      \t"${version}"\n`;
}
