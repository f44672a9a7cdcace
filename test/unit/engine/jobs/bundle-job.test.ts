import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StartRequest } from '../../../../shared/contract.ts';
import type { FixResult } from '../../../../shared/report.ts';
import { write } from '../../../support/paper-environment.ts';
import { makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { samplePlan } from '../../../support/sample-plan.ts';
import { passedVerification } from '../../../support/sample-verification.ts';
import { scenarios } from '../../../support/scenarios.ts';

let paper: PaperJobs;
beforeEach(async () => {
  paper = await makePaperJobs(scenarios.healthy());
});

describe('a bundle', () => {
  const written = async (
    file: string | null = null,
    wishes: Pick<Extract<StartRequest, { kind: 'bundle' }>, 'language' | 'without'> = {},
  ) => {
    const { result } = await paper.jobs.bundle(
      paper.context(),
      { kind: 'bundle', targetId: paper.targetId, ...wishes },
      file,
    );
    if (result?.kind !== 'bundle') throw new Error('no result');
    const { bundle } = result;
    const to = paper.options.bundles.get(bundle.bundleId) ?? '';
    const entries = unzipSync(await readFile(to));
    const text = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
    const report: unknown = JSON.parse(text('report.json'));
    return { bundle, to, log: text('log.txt'), report };
  };

  it('lies in the state folder by its time, or where the user wants it', async () => {
    const { bundle, to } = await written();
    const name = 'comfyui-2026-11-22T16-05-00-000Z.attention-doctor.zip';
    expect(bundle.fileName).toBe(name);
    expect(to).toBe(join(paper.options.paths.bundles, name));
    const file = join(paper.paper.folder, 'mine.zip');
    expect((await written(file)).to).toBe(file);
    expect(paper.told.steps).toEqual(['collect', 'write', 'collect', 'write']);
  });

  it('looks by itself where nothing was seen of this target', async () => {
    const other = sampleDiagnosis({ verdict: 'problem' });
    const plan = samplePlan();
    paper.seen({
      diagnosis: other,
      verification: passedVerification,
      fix: { plan, before: other } as FixResult,
    });
    const { report } = await written();
    const { targetId } = paper;
    expect(report).toMatchObject({
      version: '1.2.3',
      diagnosis: { targetId, verdict: 'healthy' },
      verification: { targetId },
      fix: null,
    });
  });

  it('tells what was seen of this target, and is not asked again', async () => {
    const { targetId } = paper;
    const diagnosis = sampleDiagnosis({ targetId, elapsedMs: 4711 });
    const fix = { plan: samplePlan({ targetId }), before: diagnosis, log: [] };
    paper.seen({
      diagnosis,
      verification: { ...passedVerification, targetId, elapsedMs: 815 },
      fix: {
        ...fix,
        after: null,
        left: [],
        changes: [],
        outcome: 'undone',
      } as unknown as FixResult,
    });
    const { report } = await written();
    expect(report).toMatchObject({
      diagnosis: { elapsedMs: 4711 },
      verification: { elapsedMs: 815 },
      fix: { outcome: 'undone' },
    });
  });

  it('leaves out what the user takes out, but never the report', async () => {
    const { bundle } = await written(null, { without: ['log.txt', 'report.md', 'packages.txt'] });
    const names = bundle.entries.map((each) => each.name);
    expect(names).toContain('report.md');
    expect(names).not.toContain('packages.txt');
    expect(bundle.leftOut).toEqual(['log.txt', 'packages.txt']);
    expect(bundle.files.map((each) => each.name)).toEqual(names);
  });

  it('has a page in the language of the user, and the short form in English', async () => {
    await write(paper.options.paths.log, 'a line\n');
    const { bundle } = await written(null, { language: 'zh-CN' });
    const text = (name: string) => bundle.files.find((each) => each.name === name)?.text ?? '';
    expect(text('report.html')).toContain('<html lang="zh-CN">');
    expect(text('report.html')).toContain('一切正常');
    expect(text('report.md')).toContain('Verdict: **healthy**');
    expect(bundle.entries.map((each) => each.name)).toEqual([
      'report.md',
      'report.html',
      'report.json',
      'packages.txt',
      'compiled-files.txt',
      'xformers-info.txt',
      'collect-env.txt',
      'history.json',
      'log.txt',
    ]);
  });

  it('that is given to be read is shown, and leaves nothing behind', async () => {
    const { to } = await written();
    const bytes = await readFile(to);
    const { uploads, paths } = paper.options;
    const id = uploads.open('from a friend.zip');
    uploads.add(id, 0, bytes);
    const { result } = await paper.jobs.log(paper.context(), id, null);
    expect(result).toMatchObject({
      kind: 'opened',
      opened: { fileName: 'from a friend.zip', report: { version: '1.2.3' } },
    });
    expect(await readdir(paths.bundles)).toHaveLength(1);
  });

  it('has the end of the log', async () => {
    const lines = Array.from({ length: 6000 }, (_, at) => `line ${at}`);
    await write(paper.options.paths.log, lines.join('\n'));
    const { log } = await written();
    expect(log.trim().split('\n')).toEqual(lines.slice(-5000));
  });
});
