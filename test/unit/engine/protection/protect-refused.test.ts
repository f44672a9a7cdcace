import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { Target } from '../../../../electron/engine/inspection/gather-static-facts.ts';
import { carryOut } from '../../../../electron/engine/protection/carry-out.ts';
import {
  planProtection,
  planRemoval,
} from '../../../../electron/engine/protection/plan-protection.ts';
import { protectionState } from '../../../../electron/engine/protection/protection-state.ts';
import type { Facts } from '../../../../shared/facts.ts';
import {
  factsOf,
  makePaperEnvironment,
  problemOf,
  write,
  type PaperEnvironment,
} from '../../../support/paper-environment.ts';
import { torchWheel } from '../../../support/wheels/torch.ts';

let paper: PaperEnvironment;
let facts: Facts;
let target: Target;
beforeEach(async () => {
  paper = await makePaperEnvironment([torchWheel({ version: '2.6.0+cu124' })]);
  facts = await factsOf(paper);
  target = { id: 't', install: null, environment: paper.environment };
});
const system = () => ({ ...paper.system, homeFolder: paper.folder, environment: {} });
const plan = () => planProtection(system(), target, facts, [], false);
const remove = () => planRemoval(system(), paper.root);
const state = () => protectionState(system(), paper.root, facts);
const record = () => join(paper.root, 'attention-doctor-protection.json');

it('settings that are a link to those of all Pythons are not written through', async () => {
  const shared = join(paper.folder, 'pip.conf');
  await write(shared, '[global]\ntimeout = 60\n');
  await symlink(shared, join(paper.root, 'pip.conf'));
  expect(await problemOf(plan())).toMatchObject({ code: 'protection-not-possible' });
  expect(await readFile(shared, 'utf8')).toBe('[global]\ntimeout = 60\n');
});

it('settings that are a folder hold nobody back, and that is said', async () => {
  await write(join(paper.root, 'pip.conf', 'x'), '');
  expect(await problemOf(plan())).toMatchObject({ code: 'protection-not-possible' });
});

it.each([
  ['damaged', () => writeFile(record(), '{"garb')],
  ['empty', () => writeFile(record(), '')],
  ['gone', () => rm(record())],
])('a record that is %s is told, and nothing is thrown away', async (_, spoil) => {
  await carryOut(system(), await plan());
  await spoil();
  expect(await state()).toBe('broken');
  expect(await problemOf(remove())).toMatchObject({ code: 'protection-unreadable' });
  expect(await problemOf(plan())).toMatchObject({ code: 'protection-unreadable' });
});

it('where nothing of ours ever was there is nothing to take out', async () => {
  expect((await remove()).steps).toEqual([]);
  expect(await state()).toBe('off');
});
