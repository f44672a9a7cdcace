import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, RunOptions, System } from '../../../../electron/engine/machine/system.ts';
import { installWheels } from '../../../../electron/engine/repair/install-wheels.ts';
import type { Diagnosis } from '../../../../shared/finding.ts';
import type { Action } from '../../../../shared/plan.ts';
import { makePaperEnvironment, problemOf } from '../../../support/paper-environment.ts';
import type { PaperEnvironment } from '../../../support/paper-environment.ts';
import { planned } from '../../../support/paper-pip.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { buildWheel } from '../../../support/wheels/wheel.ts';

const a = buildWheel({ name: 'a', version: '1.0', files: {} });
const b = buildWheel({ name: 'b', version: '2.0', files: {} });
let paper: PaperEnvironment;
let folder: string;
let calls: { command: Command; options: RunOptions }[];
let texts: (string | null)[];
let system: System;
beforeEach(async () => {
  paper = await makePaperEnvironment();
  folder = join(paper.folder, 'staging');
  [calls, texts] = [[], []];
  const run: System['run'] = async (command, options = {}) => {
    calls.push({ command, options });
    texts.push(await paper.system.files.readText(command.arguments.at(-1) ?? ''));
    return { exitCode: 0, stdout: '', stderr: '' };
  };
  system = { ...paper.system, run };
});

const action = (wheels = [planned(a)], forceReinstall = false): Action => ({
  ...{ kind: 'pip-install', indexUrl: null, wheels, forceReinstall },
});
const planOf = (...actions: Action[]) => samplePlan({ actions });
const diagnosis = () => ({ environment: paper.environment }) as Diagnosis;

describe('an installation', () => {
  it('names what it wants in files of this repair, by its hashes', async () => {
    const plan = planOf(
      { kind: 'pip-uninstall', names: ['c', 'd'] },
      action([planned(a), { ...planned(b), sha256: null }]),
      action([planned(a)], true),
    );
    await installWheels(system, diagnosis(), plan, folder, { environment: { TMP: 'x' } });
    const list = (number: number) => join(folder, `action-${number}.txt`);
    const usual = [
      ...['install', '--no-index', '--no-deps', '--require-hashes'],
      ...['--find-links', join(folder, 'wheels'), '--progress-bar', 'off'],
      ...['--no-warn-script-location', '--no-compile'],
    ];
    expect(calls.map(({ command }) => command.arguments.slice(3))).toEqual([
      ['uninstall', '--yes', '--requirement', list(0)],
      [...usual, '--requirement', list(1)],
      [...usual, '--force-reinstall', '--requirement', list(2)],
    ]);
    expect(texts).toEqual([
      'c\nd\n',
      `a==1.0 --hash=sha256:${a.sha256}\nb==2.0 --hash=sha256:\n`,
      `a==1.0 --hash=sha256:${a.sha256}\n`,
    ]);
    const scratch = join(folder, 'tmp');
    for (const { options } of calls) {
      expect(options.workingFolder).toBe(join(folder, 'work'));
      expect(options.environment).toMatchObject({ TMPDIR: scratch, TEMP: scratch, TMP: scratch });
    }
    expect(calls).toHaveLength(3);
    for (const name of ['tmp', 'work'])
      expect((await paper.system.files.info(join(folder, name)))?.kind).toBe('folder');
  });

  it('passes on who cancels', async () => {
    const { signal } = new AbortController();
    await installWheels(system, diagnosis(), planOf(action()), folder, { signal });
    expect(calls[0]?.options.signal).toBe(signal);
  });

  it('has not failed where pip breaks as it sums up; whether all is there the files tell', async () => {
    const breaking = (stderr: string, at: number): System => ({
      ...system,
      run: async (command) => {
        calls.push({ command, options: {} });
        return { exitCode: calls.length === at ? 2 : 0, stdout: '', stderr };
      },
    });
    const summary = 'ERROR: Exception:\nInvalidVersion: Invalid version: None';
    const plan = planOf({ kind: 'pip-uninstall', names: ['c'] }, action());
    const ended = await installWheels(breaking(summary, 2), diagnosis(), plan, folder, {});
    expect(ended?.problem.code).toBe('pip-failed');
    calls = [];
    for (const [stderr, at] of [
      [summary, 1],
      ['ERROR: something else', 2],
    ] as const) {
      calls = [];
      const failing = installWheels(breaking(stderr, at), diagnosis(), plan, folder, {});
      expect((await problemOf(failing))?.code).toBe('pip-failed');
    }
  });
});
