import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../../electron/engine/inspection/gather-static-facts.ts';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { carryOut } from '../../../../electron/engine/protection/carry-out.ts';
import { planProtection } from '../../../../electron/engine/protection/plan-protection.ts';
import { protectionState } from '../../../../electron/engine/protection/protection-state.ts';
import type { Facts } from '../../../../shared/facts.ts';
import {
  factsOf,
  makePaperEnvironment,
  problemOf,
  write,
  type PaperEnvironment,
} from '../../../support/paper-environment.ts';
import { sampleInstall } from '../../../support/sample-machine.ts';
import { numpyWheel } from '../../../support/wheels/companions.ts';
import { torchWheel } from '../../../support/wheels/torch.ts';

let paper: PaperEnvironment;
let facts: Facts;
let target: Target;
beforeEach(async () => {
  paper = await makePaperEnvironment([
    torchWheel({ version: '2.6.0+cu124' }),
    numpyWheel({ version: '2.2.6' }),
  ]);
  facts = await factsOf(paper);
  const root = join(paper.folder, 'comfy');
  const install = sampleInstall({ sourceRoot: root, dataRoot: root, userDir: join(root, 'user') });
  target = { id: 't', install, environment: paper.environment };
  await write(join(root, 'main.py'), '');
});
const system = (environment: System['environment'] = {}): System => ({
  ...paper.system,
  ...{ homeFolder: paper.folder, environment },
});
const plan = (own = system()) => planProtection(own, target, facts, [], false);
const state = (own = system()) => protectionState(own, paper.root, facts);
const users = () => join(paper.folder, '.config', 'pip', 'pip.conf');
const setting = (file: string) => `[install]\nconstraint = ${file}\n`;

it('reaches ComfyUI-Manager 4, and uv where a portable build is started', async () => {
  const root = join(paper.folder, 'comfy');
  const portable: Target = {
    ...target,
    environment: { ...target.environment, kind: 'embedded', environmentRoot: paper.root },
  };
  // The environment of paper lies beside ComfyUI, as python_embeded does.
  expect(join(paper.root, '..')).toBe(paper.folder);
  const location = join(paper.sitePackages, 'comfyui_manager-4.2.2.dist-info');
  await write(join(paper.sitePackages, 'comfyui_manager', '__init__.py'), '');
  const manager = { name: 'comfyui-manager', version: '4.2.2', location, hasRecord: true };
  // PyTorch and NumPy stand in lists of Manager's own.
  const xformers = { ...manager, name: 'xformers', version: '0.0.29' };
  const more = { ...facts, distributions: [...facts.distributions, manager, xformers] };
  const { files } = await planProtection(system(), portable, more, [], false);
  const paths = files.map((each) => each.path);
  expect(paths).toContain(join(paper.sitePackages, 'comfyui_manager', 'pip_blacklist.list'));
  expect(paths).toEqual(
    expect.arrayContaining([join(root, 'uv.toml'), join(paper.folder, 'uv.toml')]),
  );
});

describe('what outranks a protection', () => {
  it.each([
    ['PIP_CONSTRAINT', () => '/mine.txt'],
    ['PIP_CONFIG_FILE', () => '/dev/null'],
    ['PIP_CONFIG_FILE', () => users()],
  ])('%s is told, and the state says so', async (name, value) => {
    await write(users(), setting('/mine.txt'));
    const overruling = system({ [name]: value() });
    await carryOut(overruling, await plan(overruling));
    const { uncovered } = await plan(overruling);
    expect(uncovered).toContainEqual({
      ...{ key: 'protection.uncovered.variable', params: { name } },
    });
    expect(await state(overruling)).toBe('overruled');
  });

  it('a variable that leads pip to ours as well takes nothing away', async () => {
    await carryOut(system(), await plan());
    const ours = join(paper.root, 'attention-doctor-constraints.txt');
    const other = join(paper.folder, 'other.conf');
    await write(other, '[global]\ntimeout = 60\n');
    for (const own of [{ PIP_CONSTRAINT: `/mine.txt ${ours}` }, { PIP_CONFIG_FILE: other }])
      expect(await state(system(own))).toBe('on');
  });
});

describe('the user’s own constraints', () => {
  it('are taken over as they are now: another day they are others', async () => {
    await write(users(), setting('/mine.txt'));
    await carryOut(system(), await plan());
    expect(await state()).toBe('on');
    await write(users(), setting('/other.txt'));
    expect(await state()).toBe('outdated');
    await carryOut(system(), await plan());
    expect(await state()).toBe('on');
  });

  it.each([
    ['of all Pythons', () => users(), 'torch==2.4.0'],
    ['of this Python', () => join(paper.root, 'pip.conf'), 'numpy<2'],
    ['of this Python', () => join(paper.root, 'pip.conf'), '-r deeper.txt'],
  ])('that contradict what is here are told %s', async (_, file, line) => {
    const mine = join(paper.folder, 'mine.txt');
    await write(mine, `requests<3\n${line}\n`);
    await write(join(paper.folder, 'deeper.txt'), 'torch==2.6.0+cpu\n');
    await write(file(), setting(mine));
    const said = { code: 'protection-contradicted' };
    expect(await problemOf(plan())).toMatchObject(said);
    await write(mine, 'torch==2.6.0\nnumpy<3\nnumpy<2 ; python_version < "3"\n');
    expect((await plan()).files).not.toEqual([]);
  });

  it('are not what an earlier protection of ours wrote', async () => {
    await carryOut(system(), await plan());
    const distributions = facts.distributions.map((each) =>
      each.name === 'numpy' ? { ...each, version: '1.26.4' } : each,
    );
    facts = { ...facts, distributions };
    expect(await state()).toBe('outdated');
    await carryOut(system(), await plan());
    expect(await state()).toBe('on');
  });

  it('of uv are told as well', async () => {
    const uv = join(paper.folder, 'comfy', 'uv.toml');
    await write(uv, '"constraint-dependencies" = ["torch<2.5"]\n');
    expect(await problemOf(plan())).toMatchObject({
      ...{ code: 'protection-contradicted', params: { lines: `torch<2.5 (${uv})` } },
    });
  });
});
