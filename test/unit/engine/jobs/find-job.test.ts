import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import type {
  OperationContext,
  OperationEnd,
} from '../../../../electron/engine/operations/operation-runner.ts';
import { problemOf } from '../../../support/paper-environment.ts';
import { makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { scenarios } from '../../../support/scenarios.ts';

let paper: PaperJobs;
beforeEach(async () => {
  paper = await makePaperJobs(scenarios.healthy());
});

describe('a search', () => {
  const search = (folder: string | null, roots: string[] = []) =>
    paper.jobs.find(paper.context(), { folder, glances: false }, { roots, onlyRoots: true });
  const found = async (job: Promise<OperationEnd>) => {
    const { result } = await job;
    if (result?.kind !== 'find') throw new Error('no result');
    return result.found.environments.map((each) => each.environmentRoot);
  };

  it('looks below the folders that are named, and knows what it found', async () => {
    const { root } = paper.paper;
    expect(await found(search(null, [root]))).toEqual([root]);
    expect(paper.memory.placeOf(paper.targetId)).toBe(paper.paper.python);
    expect((await paper.options.targets.target(paper.targetId)).id).toBe(paper.targetId);
    expect(paper.told.steps).toEqual(['search']);
  });

  it('remembers a folder that the user adds, but searches only those named', async () => {
    const { root } = paper.paper;
    expect(await found(search(root))).toEqual([]);
    expect(paper.options.settings.folders()).toEqual([root]);
  });

  it('of one folder only is not the picture of this machine', async () => {
    await search(null, [paper.paper.root]);
    const { stateFolder } = paper.options;
    expect(await paper.system.files.info(join(stateFolder, 'found.json'))).toBeNull();
  });

  it('of the usual places is, and of the folders that were added', async () => {
    // A machine on which nothing lies outside of the temporary folder.
    const top = await realpath(tmpdir());
    const { files } = paper.system;
    const list: System['files']['list'] = async (folder, patience) =>
      folder.startsWith(top) ? files.list(folder, patience) : null;
    const empty = { environment: {}, homeFolder: '/nowhere', files: { ...files, list } };
    paper = await makePaperJobs(scenarios.healthy(), { own: empty });
    await paper.options.settings.addFolder(paper.paper.root);
    const { result } = await paper.jobs.find(paper.context(), { folder: null, glances: false }, {});
    const roots = result?.kind === 'find' ? result.found.environments : [];
    expect(roots.map((each) => each.environmentRoot)).toContain(paper.paper.root);
    const { stateFolder } = paper.options;
    expect(await paper.system.files.readText(join(stateFolder, 'found.json'))).toContain(
      paper.targetId,
    );
  });

  it('tells how earlier diagnoses ended', async () => {
    await paper.jobs.diagnose(paper.context(), paper.targetId, false);
    const { result } = await search(null, [paper.paper.root]);
    expect(result).toMatchObject({ found: { lastResults: paper.memory.lastResults() } });
  });

  it('begins with no place that is not there', async () => {
    const gone = join(paper.paper.folder, 'gone');
    expect((await problemOf(search(null, [gone])))?.code).toBe('not-found');
    expect((await problemOf(search(gone)))?.code).toBe('not-found');
    expect(paper.options.settings.folders()).toEqual([]);
    expect(paper.told.steps).toEqual([]);
  });

  it('has no result where it is cancelled', async () => {
    const usual = paper.context<'find'>();
    const step: OperationContext<'find'>['step'] = async (id, act) => {
      const value = await usual.step(id, act);
      paper.abort.abort();
      return value;
    };
    const context = { ...usual, step };
    const host = { roots: [paper.paper.root], onlyRoots: true };
    const job = paper.jobs.find(context, { folder: null, glances: false }, host);
    expect((await problemOf(job))?.code).toBe('cancelled');
    expect(paper.memory.placeOf(paper.targetId)).toBeNull();
  });
});
