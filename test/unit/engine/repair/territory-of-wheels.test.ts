import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { requireChangeable } from '../../../../electron/engine/preconditions/require-changeable.ts';
import { boundaryOf } from '../../../../electron/engine/repair/places.ts';
import { territoryOfWheels } from '../../../../electron/engine/repair/territory-of-wheels.ts';
import type { Plan } from '../../../../shared/plan.ts';
import { factsOf, makePaperEnvironment, problemOf } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { downloaded, planned, withPaperPip } from '../../../support/paper-pip.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { buildWheel, type BuiltWheel } from '../../../support/wheels/wheel.ts';

const a = buildWheel({ name: 'a', version: '1.0', files: { 'a.py': '' } });
const b = buildWheel({ name: 'b', version: '1.0', files: { 'b-1.0.data/headers/b.h': '' } });
let paper: PaperEnvironment;
let files: string[];
beforeEach(async () => {
  paper = await makePaperEnvironment();
  files = await downloaded(join(paper.folder, 'staging'), [a, b]);
});

function planOf(...wheels: BuiltWheel[]): Plan {
  const usual = { kind: 'pip-install' as const, indexUrl: null, forceReinstall: false };
  const actions = wheels.map((wheel) => ({ ...usual, wheels: [planned(wheel)] }));
  return samplePlan({ actions: [{ kind: 'pip-uninstall', names: ['x'] }, ...actions] });
}

async function territory(plan: Plan, sitePackages = [paper.sitePackages], own = files) {
  const system = withPaperPip(paper, { wheels: [] });
  const boundary = await boundaryOf(system, paper.root, []);
  return territoryOfWheels(system, paper.environment, plan, own, { boundary, sitePackages });
}
const pathsOf = async (...words: Parameters<typeof territory>) =>
  (await territory(...words)).map((each) => each.path);

it('is what all wheels of all actions bring', async () => {
  const paths = await pathsOf(planOf(a, b));
  expect(paths).toContain(join(paper.sitePackages, 'a.py'));
  expect(paths).toContain(join(paper.root, 'include', 'b', 'b.h'));
  expect(await pathsOf(planOf(b, a), undefined, [...files].reverse())).toHaveLength(paths.length);
  // Files are found by their names, else by their order.
  expect(await pathsOf(planOf(b))).toContain(join(paper.root, 'include', 'b', 'b.h'));
  const renamed = { ...b, fileName: 'other.whl' };
  expect(await pathsOf(planOf(renamed), undefined, files.slice(1))).toContain(
    join(paper.root, 'include', 'b', 'b.h'),
  );
  expect(await problemOf(territory(planOf(renamed), undefined, []))).toMatchObject({
    ...{ code: 'archive-unreadable', params: { path: 'other.whl' } },
  });
});

it('is nothing without wheels, and then asks nobody', async () => {
  paper.python = 'nobody';
  expect(await territory(planOf())).toEqual([]);
});

it('is elsewhere where this pip uses another folder of packages', async () => {
  expect(await problemOf(territory(planOf(a), [join(paper.root, 'other')]))).toEqual({
    code: 'installed-elsewhere',
    params: { path: paper.sitePackages },
  });
  expect(await pathsOf(planOf(a), [])).toContain(join(paper.sitePackages, 'a.py'));
  await symlink('lib', join(paper.root, 'lib64'));
  const linked = paper.sitePackages.replace('/lib/', '/lib64/');
  expect(await pathsOf(planOf(a), [linked])).toContain(join(paper.sitePackages, 'a.py'));
});

it('is told by real places, which have to lie in the environment', async () => {
  const files = { 'deep/x.py': '' };
  const c = buildWheel({ name: 'c', version: '1.0', files });
  const own = await downloaded(join(paper.folder, 'staging'), [c]);
  await symlink('lib', join(paper.root, 'inside'));
  await symlink(join(paper.root, 'inside'), join(paper.sitePackages, 'deep'));
  expect(await pathsOf(planOf(c), undefined, own)).toContain(join(paper.root, 'lib', 'x.py'));
  await paper.system.files.remove(join(paper.sitePackages, 'deep'));
  await symlink(paper.folder, join(paper.sitePackages, 'deep'));
  expect(await problemOf(territory(planOf(c), undefined, own))).toEqual({
    code: 'outside-environment',
    params: { path: join(paper.folder, 'x.py') },
  });
});

it('refuses what must not be changed at all', async () => {
  const facts = await factsOf(paper);
  const told = (changes: Partial<typeof facts.interpreter>) =>
    problemOf(() =>
      requireChangeable({ ...facts, interpreter: { ...facts.interpreter, ...changes } }),
    );
  expect(await told({})).toBeNull();
  expect(await told({ externallyManaged: true })).toEqual({ code: 'externally-managed' });
  expect(await told({ writable: false })).toEqual({
    ...{ code: 'read-only', params: { path: paper.sitePackages } },
  });
  expect((await told({ writable: false, sitePackages: [] }))?.params).toEqual({ path: paper.root });
});
