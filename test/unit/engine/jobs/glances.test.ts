import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Install } from '../../../../shared/install.ts';
import { glanceAtAll, runningFirst } from '../../../../electron/engine/jobs/glances.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { scenarios } from '../../../support/scenarios.ts';

let paper: PaperJobs;
let comfyui: Install;
let without: Install;
beforeEach(async () => {
  paper = await makePaperJobs(scenarios.mismatched());
  const { root, python } = paper.paper;
  const base: Install = {
    ...{ id: 'install-1', name: 'ComfyUI', kind: 'git_clone', comfyui: null, launchers: [] },
    ...{ sourceRoot: '/ComfyUI', dataRoot: '/ComfyUI', userDir: join(root, 'user') },
    ...{ running: false, problems: [] },
    python: { executable: python, version: '3.11.7', environmentRoot: root, runnable: true },
  };
  comfyui = base;
  without = { ...base, id: 'install-2', python: null };
  paper.options.targets.remember({ installs: [comfyui, without], environments: [] });
});

const glance = (...installs: Install[]) => glanceAtAll(paper.options, paper.context(), installs);

describe('a glance', () => {
  it('says what the files tell, and starts no Python', async () => {
    const seen = await glance(comfyui);
    expect(seen['install-1']).toMatchObject({
      verdict: 'problem',
      cause: 'xformers_torch_mismatch',
      usedAt: null,
    });
    expect(paper.told.lines).toEqual([]);
    expect(paper.told.notes).toEqual(['glance install-1 problem']);
  });

  it('says when the program last wrote its own log', async () => {
    await mkdir(comfyui.userDir);
    await writeFile(join(comfyui.userDir, 'comfyui.log'), 'x');
    const { usedAt } = (await glance(comfyui))['install-1'] ?? {};
    expect(Math.abs(Date.now() - new Date(usedAt ?? 0).getTime())).toBeLessThan(60_000);
  });

  it('says why something cannot be read, and goes on with the others', async () => {
    const seen = await glance(without, comfyui);
    expect(seen['install-2']).toMatchObject({
      verdict: 'unknown',
      cause: null,
      headline: { key: 'problem.python-unknown' },
    });
    expect(seen['install-1']?.verdict).toBe('problem');
  });

  it('looks first at what runs', () => {
    const order = runningFirst([without, { ...comfyui, running: true }]);
    expect(order.map((each) => each.id)).toEqual(['install-1', 'install-2']);
  });

  it('ends where the search is cancelled', async () => {
    paper.abort.abort();
    expect((await problemOf(glance(comfyui)))?.code).toBe('cancelled');
    expect(paper.told.notes).toEqual([]);
  });
});

describe('an install whose files name no Python', () => {
  it('is started with the one that the user chose, also after the next search', async () => {
    const { targets, memory } = paper.options;
    await targets.choosePython('install-2', paper.targetId);
    expect(memory.pythonOf('install-2')).toBe(paper.paper.python);
    expect((await targets.target('install-2')).environment.id).toBe(paper.targetId);
    expect((await targets.withChosenPython(without)).python?.executable).toBe(paper.paper.python);
    expect((await glance(without))['install-2']?.verdict).toBe('problem');
  });

  it('is given no Python that nobody found', async () => {
    const { targets } = paper.options;
    const choose = (id: string, python: string) =>
      problemOf(Promise.resolve().then(() => targets.choosePython(id, python)));
    expect((await choose('install-2', 'python-9'))?.code).toBe('not-found');
    expect((await choose('install-9', paper.targetId))?.code).toBe('not-found');
  });
});
