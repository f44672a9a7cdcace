import { mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planEdits } from '../../../../electron/engine/launch/script-edits.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import {
  carryOutFiles,
  territoryOfEdits,
} from '../../../../electron/engine/repair/carry-out-files.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
const add = ['--use-pytorch-cross-attention'];

it('edits a script in its real place, keeps its mode, and knew the result by hash before', async () => {
  const folder = await makeTemporaryFolder('edits');
  const real = join(folder, 'real.sh');
  const link = join(folder, 'run.sh');
  await write(real, 'python main.py\n');
  await system.files.setMode(real, 0o750);
  await symlink(real, link);
  const plan = samplePlan({ actions: await planEdits(system, [{ path: link, add, remove: [] }]) });
  const [brought, ...others] = await territoryOfEdits(system, plan);
  expect(others).toEqual([]);
  await carryOutFiles(system, plan);
  expect(await readFile(real, 'utf8')).toBe(`python main.py ${add[0] ?? ''}\n`);
  expect((await stat(real)).mode & 0o777).toBe(0o750);
  expect(brought).toMatchObject({
    path: real,
    made: null,
    member: null,
    sha256: await system.files.sha256(real),
  });
  expect(brought?.bytes).toBe((await stat(real)).size);
});

it('moves out of the way what is set aside, and touches nothing where the script has changed', async () => {
  const folder = await makeTemporaryFolder('aside');
  await mkdir(join(folder, '~orch', 'lib'), { recursive: true });
  await write(join(folder, '~orch', 'lib', 'a.so'), 'old');
  const aside = samplePlan({ actions: [{ kind: 'set-aside', paths: [join(folder, '~orch')] }] });
  expect(await territoryOfEdits(system, aside)).toEqual([]);
  await carryOutFiles(system, aside);
  expect(existsSync(join(folder, '~orch'))).toBe(false);

  const script = join(folder, 'run.sh');
  await write(script, 'python main.py\n');
  const plan = samplePlan({
    actions: await planEdits(system, [{ path: script, add, remove: [] }]),
  });
  await write(script, 'python main.py --mine\n');
  expect((await problemOf(territoryOfEdits(system, plan)))?.code).toBe('plan-outdated');
  expect((await problemOf(carryOutFiles(system, plan)))?.code).toBe('plan-outdated');
  expect(await readFile(script, 'utf8')).toBe('python main.py --mine\n');
});
