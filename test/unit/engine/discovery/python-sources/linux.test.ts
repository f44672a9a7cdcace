import { describe, expect, it } from 'vitest';
import {
  writeConda,
  writeUnixPython,
  writeVenv,
  writeWindowsPython,
} from '../../../../support/python-layouts.ts';
import { listedOn, makeShapedMachine } from '../../../../support/shaped-machine.ts';

const home = '/home/mei';

describe('Pythons of a Linux machine', () => {
  it('lists a program once, whatever its names and however PATH leads there', async () => {
    const machine = await makeShapedMachine({
      platform: 'linux',
      environment: { PATH: `/bin:/usr/bin:${home}/.local/bin:${home}/.pyenv/shims::/nowhere` },
    });
    await writeUnixPython('/usr', '3.11.2', machine);
    await machine.write('/usr/bin/python3.12');
    await machine.write('/usr/bin/python3.11-config');
    await machine.write('/usr/bin/python2.7');
    await machine.write('/usr/lib/python3.12/os.py');
    await machine.link('/bin', 'usr/bin');
    await machine.link(`${home}/.local/bin/python3.11`, '/usr/bin/python3.11');
    await machine.link(`${home}/.local/bin/python3.9`, '/opt/removed/bin/python3.9');
    await machine.write(`${home}/.pyenv/shims/python`);
    expect(await listedOn(machine)).toEqual([
      ['/bin/python', 'system', '3.11.2', []],
      ['/bin/python3.12', 'system', '3.12', []],
      [`${home}/.local/bin/python3.9`, 'system', '3.9', ['interpreter-missing']],
    ]);
  });

  it('finds a Python behind a link at its own place', async () => {
    const machine = await makeShapedMachine({
      platform: 'linux',
      environment: { PATH: `${home}/.local/bin` },
    });
    const managed = `${home}/.local/share/uv/python/cpython-3.12.7-linux-x86_64-gnu`;
    await writeUnixPython(managed, '3.12.7', machine);
    await machine.link(
      `${home}/.local/share/uv/python/cpython-3.12-linux-x86_64-gnu`,
      'cpython-3.12.7-linux-x86_64-gnu',
    );
    await machine.link(
      `${home}/.local/bin/python3.12`,
      `${home}/.local/share/uv/python/cpython-3.12-linux-x86_64-gnu/bin/python3.12`,
    );
    await machine.write(`${home}/.local/share/uv/tools/ruff/pyvenv.cfg`, 'uv = 0.9');
    expect(await listedOn(machine)).toEqual([
      [`${managed}/bin/python`, 'uv_managed', '3.12.7', []],
    ]);
  });

  it('knows pyenv with its environments, by PYENV_ROOT too', async () => {
    const machine = await makeShapedMachine({
      platform: 'linux',
      environment: { PYENV_ROOT: '/srv/py env' },
    });
    const version = '/srv/py env/versions/3.10.14';
    await writeUnixPython(version, '3.10.14', machine);
    await writeVenv(`${version}/envs/comfy`, version, machine);
    await machine.link('/srv/py env/versions/comfy', `${version}/envs/comfy`);
    await writeConda('/srv/py env/versions/miniconda3-latest', '3.12.1', machine);
    await writeUnixPython(`${home}/.pyenv/versions/3.13.0`, '3.13.0', machine);
    expect(await listedOn(machine)).toEqual([
      [`${home}/.pyenv/versions/3.13.0/bin/python`, 'pyenv', '3.13.0', []],
      [`${version}/bin/python`, 'pyenv', '3.10.14', []],
      // Listed once, by the link that pyenv shows.
      ['/srv/py env/versions/comfy/bin/python', 'venv', '3.12.4', []],
      ['/srv/py env/versions/miniconda3-latest/bin/python', 'conda', '3.12.1', []],
    ]);
  });

  it('knows conda by its settings, mamba and pixi, and leaves out what has no Python', async () => {
    const machine = await makeShapedMachine({
      platform: 'linux',
      environment: { MAMBA_ROOT_PREFIX: '/data/mamba', CONDA_ENVS_PATH: '/pool/a:/pool/b' },
    });
    await machine.write(
      `${home}/.condarc`,
      'channels:\n  - conda-forge\nenvs_dirs:\n  - ~/my envs # mine\n  - "/pool/c"\nauto: no\n',
    );
    await writeConda(`${home}/my envs/one`, '3.11.1', machine);
    await writeConda('/pool/c/two', '3.11.2', machine);
    await writeConda('/pool/b/three', '3.11.3', machine);
    await writeConda('/data/mamba/envs/four', '3.11.4', machine);
    await writeConda('/opt/miniforge3', '3.12.5', machine);
    await writeConda('/opt/miniforge3/envs/r-only', null, machine);
    await writeConda('/opt/miniforge3/envs/emptied', null, machine);
    await machine.write('/opt/miniforge3/envs/emptied/lib/python3.10/site-packages/x.py');
    await writeConda(`${home}/.pixi/envs/comfy`, '3.12.9', machine);
    await machine.write(`${home}/.pixi/envs/comfy/conda-meta/pixi`);
    await writeConda(`${home}/.pixi/envs/ripgrep`, null, machine);
    expect(await listedOn(machine)).toEqual([
      ['/data/mamba/envs/four/bin/python', 'conda', '3.11.4', []],
      [`${home}/.pixi/envs/comfy/bin/python`, 'pixi', '3.12.9', []],
      [`${home}/my envs/one/bin/python`, 'conda', '3.11.1', []],
      ['/opt/miniforge3/bin/python', 'conda', '3.12.5', []],
      ['/opt/miniforge3/envs/emptied/bin/python', 'conda', '3.10', ['python-absent']],
      ['/pool/b/three/bin/python', 'conda', '3.11.3', []],
      ['/pool/c/two/bin/python', 'conda', '3.11.2', []],
    ]);
  });

  it('knows the pools of virtualenvwrapper, Pipenv, Poetry and Hatch', async () => {
    const machine = await makeShapedMachine({
      platform: 'linux',
      environment: { WORKON_HOME: '~/Work' },
    });
    await writeUnixPython('/usr', '3.12.4', machine);
    const data = `${home}/.local/share`;
    const configured = `${home}/.config/pypoetry/config.toml`;
    await machine.write(
      configured,
      '[virtualenvs]\ncreate = true\npath = "/pool/poetry"\n[x]\npath = "/no"\n',
    );
    const folders = [
      `${home}/Work/one`,
      `${home}/.virtualenvs/two`,
      `${data}/virtualenvs/app-x1Y2z3W4`,
      `${home}/.cache/pypoetry/virtualenvs/app-AbCd-py3.12`,
      '/pool/poetry/other-py3.12',
      `${data}/hatch/env/virtual/app/Xy12/app`,
    ];
    for (const folder of folders) await writeVenv(folder, '/usr', machine);
    await machine.write('/no/fake/pyvenv.cfg');
    await machine.write(`${home}/.virtualenvs/get_env_details`);
    const found = await listedOn(machine);
    const programs = folders.map((folder) => `${folder}/bin/python`);
    expect(found.map(([program]) => program)).toEqual(['/usr/bin/python', ...programs].sort());
    expect(found.filter(([, , , problems]) => problems.length > 0)).toEqual([]);
  });

  it('leaves Windows programs out of WSL, and sees a Windows environment as it is', async () => {
    const machine = await makeShapedMachine({
      platform: 'linux',
      environment: { WSL_DISTRO_NAME: 'Ubuntu', PATH: '/mnt/c/Python312:/usr/bin' },
    });
    await writeWindowsPython('/mnt/c/Python312', '3.12.1', machine);
    await machine.write('/mnt/c/Python312/python3');
    await writeUnixPython('/usr', '3.12.3', machine);
    expect(await listedOn(machine)).toEqual([['/usr/bin/python', 'system', '3.12.3', []]]);
  });
});
