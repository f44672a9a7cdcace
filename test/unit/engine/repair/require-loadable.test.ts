import { zipSync } from 'fflate';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { requireLoadable } from '../../../../electron/engine/repair/require-loadable.ts';
import type { Plan } from '../../../../shared/plan.ts';
import { known } from '../../../../shared/facts.ts';
import { toProblem } from '../../../../shared/problem.ts';
import { elfFile, type ElfParts } from '../../../support/compiled-files/elf-file.ts';
import { around, paperSite } from '../../../support/compiled-files/paper-site.ts';
import { factsWith } from '../../../support/facts.ts';
import { sampleEnvironment } from '../../../support/sample-machine.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
const fileName = 'xformers-0.0.99-py39-none-manylinux_2_28_x86_64.whl';
let root: string;
let site: string;
beforeEach(async () => {
  root = await makeTemporaryFolder('loadable');
  site = await paperSite(root, {
    'torch/_C.cpython-311-x86_64-linux-gnu.so': { needed: ['libc10.so'], rpath: '$ORIGIN/lib' },
    'torch/lib/libc10.so': { soname: 'libc10.so', gives: ['_ZN3c105ErrorC1Ev'] },
  });
});

function planOf(...names: string[]): Plan {
  const wheels = names.map((name) => ({
    name,
    version: '0.0.99',
    fileName: name === 'xformers' ? fileName : `${name}.whl`,
    url: '',
    sha256: null,
    bytes: null,
  }));
  const action = { kind: 'pip-install' as const, wheels, indexUrl: null, forceReinstall: false };
  return samplePlan({ actions: [action] });
}

/** Answers the problem that it ends with, or null. */
async function look(own: ElfParts | Buffer, plan = planOf('xformers')) {
  const wheel = join(root, 'staging', 'wheels', fileName);
  const content = Buffer.isBuffer(own)
    ? own
    : Buffer.from(
        zipSync({ 'xformers/__init__.py': new Uint8Array(), 'xformers/_C.so': elfFile(own) }),
      );
  await system.files.writeBytes(wheel, content);
  const { executable, environmentRoot, torch } = around(site, []);
  const build = { version: '2.9.1+cu128', cuda: '12.8', hip: null, xpu: null };
  const ground = {
    system,
    environment: sampleEnvironment({ executable, environmentRoot, version: '3.11.7' }),
    facts: factsWith({
      torch: known(build, 'file', join(torch?.folder ?? '', 'version.py')),
      distributions: around(site, ['torch']).distributions.slice(),
    }),
  };
  return requireLoadable(ground, plan, [wheel], join(root, 'staging')).then(
    () => null,
    (thrown: unknown) => toProblem(thrown),
  );
}

it('lets a wheel pass whose needs are met', async () => {
  expect(await look({ needed: ['libc10.so'], wants: ['_ZN3c105ErrorC1Ev'] })).toBeNull();
});

it('refuses one that needs another CUDA or another torch, and names what is missing', async () => {
  expect(await look({ needed: ['libcudart.so.13'] })).toMatchObject({
    code: 'would-not-load',
    params: { name: 'xformers', file: 'xformers/_C.so', missing: 'libcudart.so.13' },
  });
});

it('refuses one that asks for functions of another torch', async () => {
  const own = { needed: ['libc10.so'], wants: ['_ZN3c107WarningC1Ev'] };
  expect(await look(own)).toMatchObject({ params: { missing: '_ZN3c107WarningC1Ev' } });
});

it('says nothing where the plan brings torch or its libraries, or where it cannot be told', async () => {
  const own = { needed: ['libcudart.so.13'] };
  expect(await look(own, planOf('xformers', 'torch'))).toBeNull();
  expect(await look(own, planOf('xformers', 'nvidia-cuda-runtime'))).toBeNull();
  expect(await look(Buffer.from('no zip'))).toBeNull();
  expect(await look(own, planOf('numpy'))).toBeNull();
});
