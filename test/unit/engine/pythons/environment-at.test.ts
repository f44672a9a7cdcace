import { rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { environmentAt, isRunnable } from '../../../../electron/engine/pythons/environment-at.ts';
import { writeUnixPython, writeVenv } from '../../../support/python-layouts.ts';
import { makeShapedMachine } from '../../../support/shaped-machine.ts';

async function linuxMachine() {
  const machine = await makeShapedMachine({ platform: 'linux' });
  await writeUnixPython('/usr', '3.12.4', machine);
  return machine;
}

describe('what is wrong with an environment', () => {
  it('the Python that it was made from is gone', async () => {
    const machine = await linuxMachine();
    await writeVenv('/home/mei/venv', '/opt/python3.12', machine);
    const environment = await environmentAt(machine.system, '/home/mei/venv');
    expect(environment?.problems).toEqual([
      {
        code: 'base-python-missing',
        params: { executable: '/home/mei/venv/bin/python', home: '/opt/python3.12/bin' },
      },
    ]);
    expect(environment && isRunnable(machine.system, environment)).toBe(false);
  });

  it('only its own program is gone', async () => {
    const machine = await linuxMachine();
    await machine.write('/home/mei/venv/pyvenv.cfg', 'home = /usr/bin\nversion = 3.12.4\n');
    await machine.write('/home/mei/venv/lib/python3.12/site-packages/x.py');
    const absent = await environmentAt(machine.system, '/home/mei/venv');
    expect([absent?.executable, absent?.problems[0]?.code]).toEqual([
      '/home/mei/venv/bin/python',
      'python-absent',
    ]);
    await machine.link('/home/mei/venv/bin/python', '/usr/bin/python3.99');
    const dangling = await environmentAt(machine.system, '/home/mei/venv');
    expect(dangling?.problems[0]?.code).toBe('interpreter-missing');
  });

  it.each([
    [
      'CPython',
      'command = /usr/bin/python3 -m venv --copies --prompt="my env" /home/mei/old place',
      '',
    ],
    ['virtualenv', 'virtualenv = 20.30', "VIRTUAL_ENV='/home/mei/old place'\nexport VIRTUAL_ENV"],
    ['an old venv', '', 'VIRTUAL_ENV="/home/mei/old place"'],
  ])('it was moved, by what %s writes, and works all the same', async (_maker, line, script) => {
    const machine = await linuxMachine();
    await writeVenv('/home/mei/old place', '/usr', machine, [line]);
    await machine.write('/home/mei/old place/bin/activate', script);
    const before = await environmentAt(machine.system, '/home/mei/old place');
    expect(before?.problems).toEqual([]);
    await machine.write('/home/mei/new/x');
    await rename(machine.real('/home/mei/old place'), machine.real('/home/mei/new/place'));
    const environment = await environmentAt(machine.system, '/home/mei/new/place');
    expect(environment?.problems).toEqual([
      {
        code: 'environment-moved',
        params: { root: '/home/mei/new/place', old: '/home/mei/old place' },
      },
    ]);
    expect(environment && isRunnable(machine.system, environment)).toBe(true);
  });

  it('is not moved when it is only reached through a link, or finds its folder by itself', async () => {
    const machine = await linuxMachine();
    await writeVenv('/data/venv', '/usr', machine, [
      'command = /usr/bin/python3 -m venv /data/venv',
    ]);
    await machine.link('/home/mei/venv', '/data/venv');
    const linked = await environmentAt(machine.system, '/home/mei/venv');
    expect(linked?.problems).toEqual([]);
    expect(linked?.id).toBe((await environmentAt(machine.system, '/data/venv'))?.id);
    await writeVenv('/data/relocatable', '/usr', machine, ['uv = 0.9.1']);
    await machine.write('/data/relocatable/bin/activate', 'VIRTUAL_ENV="$(dirname "$0")"');
    expect((await environmentAt(machine.system, '/data/relocatable'))?.problems).toEqual([]);
  });
});

describe('what is an environment', () => {
  it('an embedded Python, on a Windows disk that is mounted here', async () => {
    const machine = await linuxMachine();
    await machine.write('/mnt/usb/portable/python_embeded/python.exe');
    await machine.write('/mnt/usb/portable/python_embeded/python312._pth');
    const environment = await environmentAt(machine.system, '/mnt/usb/portable/python_embeded');
    expect(environment).toMatchObject({ kind: 'embedded', version: '3.12', problems: [] });
    expect(environment && isRunnable(machine.system, environment)).toBe(false);
  });

  it('not ~/.local with its packages, an empty folder, or any other program', async () => {
    const machine = await linuxMachine();
    await machine.write('/home/mei/.local/lib/python3.12/site-packages/x.py');
    await machine.write('/home/mei/empty/readme.txt');
    await machine.write('/home/mei/python.sh');
    for (const place of ['/home/mei/.local', '/home/mei/empty', '/home/mei/python.sh', '/no']) {
      expect(await environmentAt(machine.system, place)).toBeNull();
    }
  });

  it('a base Python is one, by any of its names', async () => {
    const machine = await linuxMachine();
    const names = ['/usr/bin/python', '/usr/bin/python3', '/usr/bin/python3.12', '/usr'];
    const found = await Promise.all(names.map((name) => environmentAt(machine.system, name)));
    expect(new Set(found.map((each) => each?.id)).size).toBe(1);
    expect(found.map((each) => each?.version)).toEqual(Array(4).fill('3.12.4'));
  });
});
