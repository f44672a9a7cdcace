import { describe, expect, it } from 'vitest';
import { writeUnixPython, writeVenv } from '../../../../support/python-layouts.ts';
import {
  listedOn,
  makeShapedMachine,
  type ShapedMachine,
} from '../../../../support/shaped-machine.ts';

describe('Pythons of a Mac', () => {
  it('knows both Homebrews by the links that outlive an upgrade', async () => {
    const machine = await makeShapedMachine({
      platform: 'darwin',
      environment: { PATH: '/opt/homebrew/bin:/usr/local/bin:/usr/bin' },
    });
    await brew(machine, '/opt/homebrew', '3.12.4');
    await brew(machine, '/opt/homebrew', '3.13.1');
    await brew(machine, '/usr/local', '3.11.9');
    await machine.link('/opt/homebrew/bin/python3', '/opt/homebrew/opt/python@3.13/bin/python3.13');
    await machine.write('/usr/bin/python3');
    expect(await listedOn(machine)).toEqual([
      ['/opt/homebrew/opt/python@3.12/bin/python3.12', 'homebrew', '3.12.4', []],
      ['/opt/homebrew/opt/python@3.13/bin/python3.13', 'homebrew', '3.13.1', []],
      ['/usr/local/opt/python@3.11/bin/python3.11', 'homebrew', '3.11.9', []],
    ]);
  });

  it('knows the framework and the developer tools, and never the stub in /usr/bin', async () => {
    const machine = await makeShapedMachine({
      platform: 'darwin',
      environment: { PATH: '/usr/bin:/usr/local/bin' },
    });
    await machine.write('/usr/bin/python3');
    const framework = '/Library/Frameworks/Python.framework/Versions';
    await writeUnixPython(`${framework}/3.12`, '3.12.8', machine);
    await machine.link(`${framework}/Current`, '3.12');
    await machine.link('/usr/local/bin/python3', `${framework}/3.12/bin/python3`);
    expect(await listedOn(machine)).toEqual([
      [`${framework}/3.12/bin/python`, 'python_org', '3.12.8', []],
    ]);

    const tools = '/Library/Developer/CommandLineTools';
    const python = `${tools}/Library/Frameworks/Python3.framework/Versions/3.9`;
    await writeUnixPython(python, '3.9.6', machine);
    await machine.write(`${tools}/usr/bin/python3`);
    expect((await listedOn(machine)).map(([program, kind]) => [program, kind])).toContainEqual([
      `${python}/bin/python`,
      'xcode',
    ]);
  });

  it('keeps pools where macOS programs keep them', async () => {
    const machine = await makeShapedMachine({ platform: 'darwin' });
    await writeUnixPython('/Library/Frameworks/Python.framework/Versions/3.12', '3.12.4', machine);
    const folders = [
      '/Users/mei/Library/Application Support/hatch/env/virtual/app/Xy12/app',
      '/Users/mei/Library/Caches/pypoetry/virtualenvs/app-AbCd-py3.12',
    ];
    const base = '/Library/Frameworks/Python.framework/Versions/3.12';
    for (const folder of folders) await writeVenv(folder, base, machine);
    const programs = (await listedOn(machine)).map(([program]) => program);
    expect(programs).toEqual(expect.arrayContaining(folders.map((each) => `${each}/bin/python`)));
  });
});

/** As a bottle is poured: the keg, its link in `opt`, its program linked into `bin`. */
async function brew(machine: ShapedMachine, prefix: string, version: string): Promise<void> {
  const short = version.split('.').slice(0, 2).join('.');
  const keg = `${prefix}/Cellar/python@${short}/${version}`;
  const framework = `${keg}/Frameworks/Python.framework/Versions/${short}`;
  await writeUnixPython(framework, version, machine);
  await machine.link(`${keg}/bin/python${short}`, `${framework}/bin/python${short}`);
  await machine.link(`${prefix}/opt/python@${short}`, keg);
  await machine.link(
    `${prefix}/bin/python${short}`,
    `${prefix}/opt/python@${short}/bin/python${short}`,
  );
}
