import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../electron/engine/inspection/gather-static-facts.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { carryOut, changesAnything } from '../../../../electron/engine/protection/carry-out.ts';
import {
  planProtection,
  planRemoval,
} from '../../../../electron/engine/protection/plan-protection.ts';
import { protectionState } from '../../../../electron/engine/protection/protection-state.ts';
import { ProblemError } from '../../../../shared/problem.ts';
import type { Threat } from '../../../../shared/protection.ts';
import {
  factsOf,
  makePaperEnvironment,
  problemOf,
  write,
} from '../../../support/paper-environment.ts';
import { sampleInstall } from '../../../support/sample-machine.ts';
import { describeTree } from '../../../support/tree-digest.ts';
import { numpyWheel, tritonWheel } from '../../../support/wheels/companions.ts';
import { torchWheel } from '../../../support/wheels/torch.ts';
import { xformersWheel } from '../../../support/wheels/xformers.ts';

const wheels = [
  torchWheel({ version: '2.6.0+cu124' }),
  xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' }),
  tritonWheel({ version: '3.2.0' }),
  numpyWheel({ version: '2.2.6' }),
];
const threat: Threat = {
  ...{ source: 'Node', kind: 'node', file: '/r.txt', requirement: 'numpy<2' },
  would: { name: 'numpy', from: '2.2.6', to: '<2' },
};

async function stage({ managed = true, runs = false } = {}) {
  const paper = await makePaperEnvironment(wheels);
  const comfyui = join(paper.folder, 'Comfy UI');
  const manager = join(comfyui, 'user', '__manager');
  await mkdir(comfyui, { recursive: true });
  if (managed) {
    await write(join(manager, 'config.ini'), '[default]\r\ndowngrade_blacklist = kornia\r\n');
    await write(join(manager, 'pip_overrides.json'), '{\n  "a": "b"\n}\n');
    await write(join(comfyui, 'custom_nodes', 'comfyui-manager', 'cm-cli.py'));
  }
  await write(join(paper.root, 'pip.conf'), '[global]\ntimeout = 60\n');
  const userDir = join(comfyui, 'user');
  const install = sampleInstall({ sourceRoot: comfyui, dataRoot: comfyui, userDir });
  const target: Target = { id: 't', install, environment: paper.environment };
  // Nothing of this machine's own settings.
  const system: System = { ...paper.system, homeFolder: paper.folder, environment: {} };
  const facts = await factsOf(paper);
  const plan = (own: System = system) => planProtection(own, target, facts, [threat], runs);
  const remove = (own: System = system) => planRemoval(own, paper.root);
  const state = () => protectionState(system, paper.root, facts);
  const tree = () => describeTree(paper.folder);
  return { ...{ paper, comfyui, manager, system, target, facts, plan, remove, state, tree } };
}
const textOf = (...parts: string[]) => readFile(join(...parts), 'utf8');

describe('a protection', () => {
  it('shows what it would write and writes nothing', async () => {
    const { plan, tree, paper, comfyui, manager, state } = await stage();
    const before = await tree();
    const commandLine = join(comfyui, 'custom_nodes', 'comfyui-manager');
    const { files, guards } = await plan();
    expect(guards).toEqual([
      { name: 'torch', specifier: '==2.6.0+cu124' },
      { name: 'xformers', specifier: '===0.0.29.post3' },
      { name: 'triton', specifier: '===3.2.0' },
      { name: 'numpy', specifier: '>=2,<3' },
    ]);
    expect(files.map(({ path, isNew }) => [path, isNew])).toEqual([
      [join(paper.root, 'attention-doctor-constraints.txt'), true],
      [join(paper.root, 'pip.conf'), false],
      [join(comfyui, 'uv.toml'), true],
      [join(manager, 'pip_blacklist.list'), true],
      [join(manager, 'config.ini'), false],
      [join(manager, 'pip_overrides.json'), false],
      [join(commandLine, 'pip_blacklist.list'), true],
      [join(commandLine, 'pip_overrides.json'), true],
    ]);
    expect(files[0]?.lines).toContain('xformers===0.0.29.post3');
    expect(files[5]?.lines).toContain('  "numpy<2": "numpy"');
    expect(await tree()).toEqual(before);
    expect(await state()).toBe('off');
  });

  it('is made, is the same when it is made again, and goes to the byte', async () => {
    const { plan, remove, system, tree, state, manager } = await stage();
    const before = await tree();
    await carryOut(system, await plan());
    expect(await state()).toBe('on');
    expect(await textOf(manager, 'config.ini')).toBe(
      '[default]\r\ndowngrade_blacklist = kornia, numpy\r\n',
    );
    const made = await tree();
    const again = await plan();
    expect(changesAnything(again)).toBe(false);
    await carryOut(system, again);
    expect(await tree()).toEqual(made);
    const { files } = await remove();
    expect(files.map(({ lines }) => lines.length > 0)).toEqual(files.map(() => true));
    await carryOut(system, await remove());
    expect(await tree()).toEqual(before);
    expect(await state()).toBe('off');
    expect(changesAnything(await remove())).toBe(false);
  });

  it('leaves what the user wrote into the files meanwhile', async () => {
    const { plan, remove, system, paper } = await stage();
    await carryOut(system, await plan());
    const pip = join(paper.root, 'pip.conf');
    await writeFile(pip, `[freeze]\nall = yes\n${await textOf(pip)}`);
    const constraints = join(paper.root, 'attention-doctor-constraints.txt');
    await writeFile(constraints, `${await textOf(constraints)}requests<3\n`);
    const removal = await remove();
    expect(removal.left).toEqual([constraints]);
    await carryOut(system, removal);
    expect(await textOf(pip)).toBe('[freeze]\nall = yes\n[global]\ntimeout = 60\n');
    expect(await textOf(constraints)).toBe('requests<3\n');
  });

  it('says when it is of another day, was damaged, or was moved', async () => {
    const { plan, system, paper, facts, state } = await stage();
    await carryOut(system, await plan());
    const other = { distributions: facts.distributions.slice(1) };
    expect(await protectionState(system, paper.root, other)).toBe('outdated');
    const record = join(paper.root, 'attention-doctor-protection.json');
    await writeFile(record, (await textOf(record)).replaceAll(paper.root, '/elsewhere'));
    expect(await state()).toBe('broken');
    await carryOut(system, await plan());
    expect(await state()).toBe('on');
    await writeFile(join(paper.root, 'pip.conf'), '');
    expect(await state()).toBe('broken');
  });

  it('leaves alone what a running ComfyUI would write over, and says so', async () => {
    const { plan } = await stage({ runs: true });
    const { files, uncovered } = await plan();
    expect(files.some(({ path }) => path.endsWith('config.ini'))).toBe(false);
    expect(uncovered.map(({ key }) => key)).toContain('protection.uncovered.manager-runs');
  });

  it('tells of variables and of settings of uv that outrank it', async () => {
    const { plan, system, paper, target, facts } = await stage({ managed: false });
    await write(join(paper.folder, 'pyproject.toml'), '[tool.uv]\n');
    const { files, uncovered } = await plan({ ...system, environment: { PIP_CONSTRAINT: 'x' } });
    expect(files).toHaveLength(2);
    const conda = { ...target, environment: { ...target.environment, kind: 'conda' as const } };
    const told = await planProtection(system, conda, facts, [], false);
    expect(told.uncovered.map(({ key }) => key)).toContain('protection.uncovered.conda');
    const keys = uncovered.map(({ key }) => key);
    expect(keys).toContain('protection.uncovered.variable');
    expect(keys).toContain('protection.uncovered.uv-settings');
  });

  it('takes over the constraints that pip had before', async () => {
    const { plan, system, paper } = await stage();
    await write(
      join(paper.folder, '.config', 'pip', 'pip.conf'),
      '[global]\nconstraint = /c.txt\n',
    );
    await carryOut(system, await plan());
    expect(await textOf(paper.root, 'pip.conf')).toMatch(
      /constraint =\n {4}\/c\.txt\n {4}\S+constraints\.txt\n/,
    );
  });

  it('is not led to other files by a record that somebody else wrote', async () => {
    const { paper, plan, remove, system } = await stage();
    await carryOut(system, await plan());
    const file = join(paper.root, 'attention-doctor-protection.json');
    const notes = join(paper.folder, 'notes.txt');
    await write(notes, await textOf(paper.root, 'attention-doctor-constraints.txt'));
    const record = (await readFile(file, 'utf8')).replace(
      '"attention-doctor-constraints.txt"',
      '"../notes.txt"',
    );
    await writeFile(file, record);
    expect(await problemOf(remove())).toMatchObject({ code: 'protection-unreadable' });
  });

  it('refuses what must not be changed', async () => {
    const { target, system, facts } = await stage();
    const refused = (own: object, distributions = facts.distributions) => {
      const interpreter = { ...facts.interpreter, ...own };
      const changed = { ...facts, interpreter, distributions };
      return problemOf(planProtection(system, target, changed, [], false));
    };
    expect(await refused({ externallyManaged: true })).toMatchObject({
      code: 'externally-managed',
    });
    expect(await refused({ writable: false })).toMatchObject({ code: 'read-only' });
    expect(await refused({}, [])).toMatchObject({ code: 'torch-missing' });
  });

  it('is put back where a file cannot be written', async () => {
    const { plan, system, tree } = await stage();
    const before = await tree();
    expect(await problemOf(carryOut(breaking(system, 3, 1), await plan()))).toMatchObject({
      code: 'disk-full',
    });
    expect(await tree()).toEqual(before);
  });

  it.each([1, 2, 4])('ends from any point where it was killed: %i', async (at) => {
    const { plan, remove, system, tree, state } = await stage();
    const before = await tree();
    await problemOf(carryOut(breaking(system, at, Infinity), await plan()));
    expect(await state()).toBe('broken');
    await carryOut(system, await remove());
    expect(await tree()).toEqual(before);
    await problemOf(carryOut(breaking(system, at, Infinity), await plan()));
    await carryOut(system, await plan());
    expect(await state()).toBe('on');
    await problemOf(carryOut(breaking(system, at, Infinity), await remove()));
    await carryOut(system, await remove());
    expect(await tree()).toEqual(before);
  });
});

/** From a write on so many fail: all of them is what a kill leaves. */
function breaking(system: System, at: number, count: number): System {
  let writes = 0;
  const act = async (write: () => Promise<void>): Promise<void> => {
    writes += 1;
    if (writes >= at && writes < at + count)
      throw new ProblemError({ code: 'disk-full', params: { path: '', needed: '' } });
    await write();
  };
  const { files } = system;
  return {
    ...system,
    files: {
      ...files,
      writeBytes: (...words) => act(() => files.writeBytes(...words)),
      remove: (place) =>
        place.endsWith('.json') ? files.remove(place) : act(() => files.remove(place)),
    },
  };
}
