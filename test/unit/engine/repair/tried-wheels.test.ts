import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { cleanStaging } from '../../../../electron/engine/repair/cleaning.ts';
import { keepTried, takeTried } from '../../../../electron/engine/repair/tried-wheels.ts';
import type { Wheel } from '../../../../shared/plan.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { samplePlan } from '../../../support/sample-plan.ts';

// As they are named: by numbers that are drawn, and by the content of the plan.
const [trial, fix, planId] = ['0123abcd', '4567cdef', 'plan-0123456789abcdef'];
let paper: PaperEnvironment;
beforeEach(async () => {
  paper = await makePaperEnvironment();
});

const at = (...names: string[]) => join(paper.paths.staging, ...names);

async function wheel(name: string, content: string): Promise<Wheel> {
  const fileName = `${name}.whl`;
  const file = await write(at(trial, 'wheels', fileName), content);
  const sha256 = await paper.system.files.sha256(file);
  return {
    name,
    version: '1',
    fileName,
    url: `https://index.example/${fileName}`,
    sha256,
    bytes: 1,
  };
}

async function tried() {
  const wheels = [await wheel('a', 'A'), await wheel('b', 'B')];
  const install = { kind: 'pip-install' as const, indexUrl: null, forceReinstall: false };
  const plan = samplePlan({ id: planId, actions: [{ ...install, wheels }] });
  await keepTried(paper.system, paper.paths, plan, at(trial));
  return plan;
}

it('what was fetched is there for the repair, and nothing else is left of it', async () => {
  const plan = await tried();
  await cleanStaging(paper.system, paper.paths, plan.id);
  await takeTried(paper.system, paper.paths, plan, at(fix));
  expect((await readdir(at(fix, 'wheels'))).sort()).toEqual(['a.whl', 'b.whl']);
  expect(await readdir(at())).toEqual([fix]);
});

it('what is not as it was reviewed is left out', async () => {
  const plan = await tried();
  await write(at(`tried-${planId}`, 'b.whl'), 'something else');
  await takeTried(paper.system, paper.paths, plan, at(fix));
  expect(await readdir(at(fix, 'wheels'))).toEqual(['a.whl']);
});

it('another plan, a way back and a second trial clean it away', async () => {
  const plan = await tried();
  await cleanStaging(paper.system, paper.paths, 'plan-fedcba9876543210');
  expect(await readdir(at())).toEqual([]);
  await tried();
  await cleanStaging(paper.system, paper.paths);
  expect(await readdir(at())).toEqual([]);
  await takeTried(paper.system, paper.paths, plan, at(fix));
  expect(await readdir(at())).toEqual([]);
  await tried();
  await tried();
  expect((await readdir(at(`tried-${planId}`))).sort()).toEqual(['a.whl', 'b.whl']);
});

it('a trial that fetched nothing leaves nothing', async () => {
  await keepTried(paper.system, paper.paths, samplePlan({ id: planId }), at(trial));
  await write(at('other', 'x'), 'x');
  expect(await readdir(at())).toEqual(['other']);
});
