import { describe, expect, it } from 'vitest';
import { environmentsOfSources } from '../../../../../electron/engine/discovery/python-sources/index.ts';
import { glance } from '../../../../../electron/engine/packages/glance.ts';
import { sitePackagesOf } from '../../../../../electron/engine/pythons/site-packages.ts';
import { writeConda, writeVenv, writeWindowsPython } from '../../../../support/python-layouts.ts';
import { listedOn, makeShapedMachine } from '../../../../support/shaped-machine.ts';

const local = '/C/Users/mei/AppData/Local';
const environment = {
  LOCALAPPDATA: local,
  APPDATA: '/C/Users/mei/AppData/Roaming',
  SYSTEMDRIVE: '/C',
  ProgramFiles: '/C/Program Files',
  ProgramData: '/C/ProgramData',
};
const user = 'HKEY_CURRENT_USER\\Software\\Python';
const machineWide = 'HKEY_LOCAL_MACHINE\\Software\\Python';

function installPath(key: string, values: Record<string, string>) {
  return { path: `${key}\\InstallPath`, values };
}

describe('Pythons of a Windows machine', () => {
  it('takes from the registry what is still there, and no launcher', async () => {
    const machine = await makeShapedMachine({
      platform: 'win32',
      environment,
      registry: [
        installPath(`${user}\\PythonCore\\3.11`, { '': '/D/我的 Python/' }),
        installPath(`${machineWide}\\PythonCore\\3.10-32`, {
          '': '/C/Py310/',
          ExecutablePath: '"/C/Py310/python.exe"',
        }),
        installPath(`${machineWide}\\PythonCore\\3.8`, { '': '/C/Gone/' }),
        installPath(`${machineWide}\\PyLauncher`, { '': '/C/Windows/' }),
        installPath(`${machineWide}\\PyLauncher\\1`, { '': '/C/Py310/' }),
        installPath(`${user}\\PythonCore\\3.12`, {
          '': '/C/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.12_3.12.1/',
        }),
        { path: `${user}\\PythonCore\\3.11`, values: { SysVersion: '3.11' } },
      ],
    });
    await writeWindowsPython('/D/我的 Python', '3.11.9', machine);
    await writeWindowsPython('/C/Py310', '3.10.11', machine);
    await machine.write(
      '/C/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.12_3.12.1/python.exe',
    );
    expect(await listedOn(machine)).toEqual([
      ['/C/Py310/python.exe', 'system', '3.10.11', []],
      ['/D/我的 Python/python.exe', 'system', '3.11.9', []],
    ]);
  });

  it('knows the Install Manager, python.org, Scoop and WinPython by their folders', async () => {
    const machine = await makeShapedMachine({ platform: 'win32', environment });
    await writeWindowsPython(`${local}/Python/pythoncore-3.14-64`, '3.14.0', machine);
    await machine.write(`${local}/Python/bin/python.exe`);
    await writeWindowsPython(`${local}/Programs/Python/Python312`, '3.12.7', machine);
    await writeWindowsPython('/C/Users/mei/scoop/apps/python/3.13.1', '3.13.1', machine);
    await machine.link('/C/Users/mei/scoop/apps/python/current', '3.13.1');
    const winPython = '/C/Users/mei/Desktop/WPy64-31150/python-3.11.5.amd64';
    await writeWindowsPython(winPython, '3.11.5', machine);
    await machine.write('/C/Program Files/Python39/readme.txt');
    expect(await listedOn(machine)).toEqual([
      [`${local}/Programs/Python/Python312/python.exe`, 'system', '3.12.7', []],
      [`${local}/Python/pythoncore-3.14-64/python.exe`, 'system', '3.14.0', []],
      [`${winPython}/python.exe`, 'winpython', '3.11.5', []],
      ['/C/Users/mei/scoop/apps/python/current/python.exe', 'system', '3.13.1', []],
    ]);
  });

  it('takes Store packages, and neither the stub, shims nor aliases on PATH', async () => {
    const aliases = `${local}/Microsoft/WindowsApps`;
    const machine = await makeShapedMachine({
      platform: 'win32',
      environment: {
        ...environment,
        Path: [
          aliases,
          '/C/Users/mei/.pyenv/pyenv-win/shims',
          `${local}/Python/bin`,
          '/C/Tools/Python',
          '/C/TOOLS/PYTHON/',
          'relative',
          '"/C/Quoted"',
        ].join(';'),
      },
    });
    const store = `${aliases}/PythonSoftwareFoundation.Python.3.11_qbz5n2kfra8p0`;
    for (const folder of [aliases, store, `${local}/Python/bin`]) {
      await machine.write(`${folder}/python.exe`);
    }
    await machine.write('/C/Users/mei/.pyenv/pyenv-win/shims/python.exe');
    await writeWindowsPython('/C/Tools/Python', '3.12.2', machine);
    await writeWindowsPython('/C/Quoted', '3.9.1', machine);
    expect(await listedOn(machine)).toEqual([
      ['/C/Quoted/python.exe', 'system', '3.9.1', []],
      ['/C/Tools/Python/python.exe', 'system', '3.12.2', []],
      [`${store}/python.exe`, 'store', '3.11', []],
    ]);
  });

  it('follows a Store package to where it really lies, with the packages of its user', async () => {
    const family = 'PythonSoftwareFoundation.Python.3.12_qbz5n2kfra8p0';
    const full = 'PythonSoftwareFoundation.Python.3.12_3.12.2800.0_x64__qbz5n2kfra8p0';
    const root = `/C/Program Files/WindowsApps/${full}`;
    const model =
      'HKEY_CURRENT_USER\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel';
    const machine = await makeShapedMachine({
      platform: 'win32',
      environment,
      registry: [
        {
          path: `${model}\\SystemAppData\\${family}\\Schemas`,
          values: { PackageFullName: full },
        },
        { path: `${model}\\Repository\\Packages\\${full}`, values: { PackageRootFolder: root } },
      ],
    });
    const alias = `${local}/Microsoft/WindowsApps/${family}/python.exe`;
    await machine.write(alias);
    await machine.write(`${root}/python.exe`);
    await machine.write(`${root}/python312.dll`);
    await machine.write(`${root}/Lib/site-packages/torch-2.0.0.dist-info/METADATA`);
    const own = `${local}/Packages/${family}/LocalCache/local-packages/Python312/site-packages`;
    await machine.write(`${own}/torch-2.7.1.dist-info/METADATA`);
    expect(await listedOn(machine)).toEqual([[alias, 'store', '3.12.10', []]]);
    const [found] = await environmentsOfSources(machine.system);
    expect(found?.environmentRoot).toBe(root);
    if (!found) return;
    expect(await sitePackagesOf(machine.system, found)).toEqual([own, `${root}/Lib/site-packages`]);
    expect(await glance(machine.system, found)).toEqual({ torch: '2.7.1', xformers: null });
  });

  it('knows pyenv-win, conda and uv, the junction of a minor version not twice', async () => {
    const machine = await makeShapedMachine({ platform: 'win32', environment });
    await writeWindowsPython('/C/Users/mei/.pyenv/pyenv-win/versions/3.10.6', '3.10.6', machine);
    await writeConda('/C/ProgramData/miniconda3', '3.12.4', machine);
    await writeConda('/C/ProgramData/miniconda3/envs/comfy', '3.11.8', machine);
    await writeConda('/D/envs/my comfy', '3.10.14', machine);
    await machine.write(
      '/C/Users/mei/.conda/environments.txt',
      '/C/ProgramData/miniconda3\r\n/D/envs/my comfy\r\n/E/gone\r\n',
    );
    const uv = '/C/Users/mei/AppData/Roaming/uv/python';
    await writeWindowsPython(`${uv}/cpython-3.12.7-windows-x86_64-none`, '3.12.7', machine);
    await machine.link(
      `${uv}/cpython-3.12-windows-x86_64-none`,
      'cpython-3.12.7-windows-x86_64-none',
    );
    expect(await listedOn(machine)).toEqual([
      ['/C/ProgramData/miniconda3/envs/comfy/python.exe', 'conda', '3.11.8', []],
      ['/C/ProgramData/miniconda3/python.exe', 'conda', '3.12.4', []],
      ['/C/Users/mei/.pyenv/pyenv-win/versions/3.10.6/python.exe', 'pyenv', '3.10.6', []],
      [`${uv}/cpython-3.12.7-windows-x86_64-none/python.exe`, 'uv_managed', '3.12.7', []],
      ['/D/envs/my comfy/python.exe', 'conda', '3.10.14', []],
    ]);
  });

  it('says that the base Python of an environment was removed', async () => {
    const machine = await makeShapedMachine({ platform: 'win32', environment });
    await writeWindowsPython('/C/Python312', '3.12.4', machine);
    await writeVenv('/C/Users/mei/Envs/good', '/C/Python312', machine);
    await writeVenv('/C/Users/mei/Envs/dead', '/C/Python311', machine);
    await machine.write('/C/Emptied/Lib/os.py');
    await writeVenv('/C/Users/mei/Envs/emptied', '/C/Emptied', machine);
    const problems = (await listedOn(machine)).map(([program, , , found]) => [program, found]);
    expect(problems).toEqual([
      ['/C/Python312/python.exe', []],
      ['/C/Users/mei/Envs/dead/Scripts/python.exe', ['base-python-missing']],
      ['/C/Users/mei/Envs/emptied/Scripts/python.exe', ['base-python-missing']],
      ['/C/Users/mei/Envs/good/Scripts/python.exe', []],
    ]);
  });
});
