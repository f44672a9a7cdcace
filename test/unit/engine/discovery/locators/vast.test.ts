import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { find } from '../../../../../electron/engine/discovery/find.ts';
import { systemWithRoot } from '../../../../support/synthetic-machine/as-root.ts';
import { createMachine } from '../../../../support/synthetic-machine/builder.ts';
import { makeTemporaryFolder } from '../../../../support/temporary-folders.ts';

async function installsOn(workspace: string | undefined): Promise<string[]> {
  const root = await makeTemporaryFolder('vast');
  const machine = createMachine(join(root, 'root'), 'unix', join(root, 'started'));
  await machine.write(
    join(root, 'opt/supervisor-scripts/comfyui.sh'),
    'python main.py ${COMFYUI_ARGS:---port 18188}\n',
  );
  await machine.venv(join(root, 'venv', 'main'));
  for (const folder of ['workspace', 'data', 'srv', 'workspace/dev']) {
    const source = await machine.source(join(root, folder, 'ComfyUI'));
    if (folder !== 'workspace' && folder !== 'data') await machine.venv(join(source, 'venv'));
  }
  await machine.write(
    join(root, 'etc/systemd/system/comfyui.service'),
    '[Service]\nWorkingDirectory=/srv/ComfyUI\nExecStart=/srv/ComfyUI/venv/bin/python main.py --listen\n',
  );
  await writeFile(join(root, 'srv/ComfyUI/venv/pyvenv.cfg'), 'home = /usr/bin\nversion = 3.12.4\n');
  const environment = workspace === undefined ? {} : { WORKSPACE: workspace };
  const roots = ['/workspace', '/data', '/srv'];
  const found = await find(systemWithRoot(root, { environment }), { roots, onlyRoots: true });
  return found.installs.map(
    ({ sourceRoot, kind, python }) => `${sourceRoot} ${kind} ${python?.environmentRoot ?? 'none'}`,
  );
}

describe("vast.ai's template", () => {
  it('starts the ComfyUI of its workspace and no other of the machine', async () => {
    const others = [
      '/srv/ComfyUI systemd_or_supervisor /srv/ComfyUI/venv',
      '/workspace/dev/ComfyUI git_clone /workspace/dev/ComfyUI/venv',
    ];
    const usual = ['/data/ComfyUI git_clone none', '/workspace/ComfyUI vast /venv/main', ...others];
    expect(await installsOn(undefined)).toEqual(usual.sort());
    expect(await installsOn('/workspace/')).toEqual(usual.sort());
    const moved = ['/data/ComfyUI vast /venv/main', '/workspace/ComfyUI git_clone none', ...others];
    expect(await installsOn('/data')).toEqual(moved.sort());
  });
});
