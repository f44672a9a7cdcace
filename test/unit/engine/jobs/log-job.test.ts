import { beforeEach, describe, expect, it } from 'vitest';
import { makePaperJobs, type PaperJobs } from '../../../support/paper-jobs.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { mismatchedStart } from '../../../support/sample-logs.ts';

let paper: PaperJobs;
beforeEach(async () => {
  paper = await makePaperJobs([]);
});

describe('a log', () => {
  const analysed = async (targetId: string | null) => {
    const { uploads } = paper.options;
    const logId = uploads.open('comfyui.log');
    uploads.add(logId, 0, Buffer.from(mismatchedStart()));
    const { result } = await paper.jobs.log(paper.context(), logId, targetId);
    if (result?.kind !== 'log') throw new Error('no result');
    return result.analysis;
  };

  it('is read to its end, and every finding is told', async () => {
    const { name, findings } = await analysed(null);
    expect(name).toBe('comfyui.log');
    expect(findings.length).toBeGreaterThan(0);
    expect(paper.told.findings).toEqual(findings.map((each) => each.cause));
    expect(paper.told.steps).toEqual(['read', 'judge']);
  });

  it('stands beside what was seen of its target, and of no other', async () => {
    const { summary, findings } = await analysed(null);
    expect(await analysed('install-1')).toMatchObject({ summary, findings });
    paper.seen({ diagnosis: sampleDiagnosis() });
    expect(await analysed('install-2')).toMatchObject({ summary, findings });
    expect(await analysed(null)).toMatchObject({ summary, findings });
    expect(await analysed('install-1')).not.toMatchObject({ summary, findings });
  });
});
