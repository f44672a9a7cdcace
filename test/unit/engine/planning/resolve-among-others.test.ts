import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nothingToDo } from '../../../../electron/engine/planning/intent.ts';
import { resolve, wheelsOf } from '../../../../electron/engine/planning/resolve.ts';
import { factsWith } from '../../../support/facts.ts';
import { packages } from '../../../support/findings.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { reported, withPaperIndex } from '../../../support/paper-index.ts';
import { sampleDiagnosis } from '../../../support/sample-diagnoses.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';
import { subject, attempt, resolving, none, conflict } from '../../../support/paper-resolve.ts';

describe('old disagreements among what is there', () => {
  const apart = (words: readonly string[]) => words.includes('--no-deps');
  const wants = (...requires: string[]) => [reported('xformers', '0.0.29', 'a1', requires)];

  it.each([
    ['a conflict', conflict],
    ['metadata that pip cannot read', 'ERROR: broken'],
    ['a package that no index has', 'ERROR: No matching distribution found for nvidia-cublas==1'],
  ])('are nobody’s business: %s', async (_, said) => {
    const { asked, resolved } = resolving([attempt('xformers==0.0.29')], {
      find: ({ words }) => (apart(words) ? wants('torch==2.6.0', 'numpy') : said),
    });
    expect(wheelsOf(await resolved).map((each) => each.name)).toEqual(['xformers']);
    expect(asked.map(({ words }) => apart(words))).toEqual([false, true]);
  });

  it('do not hide that there is no such wheel', async () => {
    const { asked, resolved } = resolving([attempt('xformers==0.0.29')], { find: none });
    expect((await problemOf(resolved))?.code).toBe('no-matching-wheel');
    expect(asked).toHaveLength(1);
  });

  it('do not hide what the wheel itself cannot stand', async () => {
    const { resolved } = resolving([attempt('xformers==0.0.29')], {
      find: ({ words }) => (apart(words) ? wants('torch==2.7.0') : conflict),
    });
    const params = { packages: 'xformers 0.0.29: torch==2.7.0 (2.6.0)' };
    expect(await problemOf(resolved)).toMatchObject({ code: 'would-break-packages', params });
  });

  it('leave what is missing to be brought along, with what that asks for', async () => {
    const have: Record<string, ReturnType<typeof reported>> = {
      'xformers==0.0.29': reported('xformers', '0.0.29', 'a1', [
        'numpy<2',
        'einops[all]>=0.7; python_version >= "3"',
        'windows-only; sys_platform == "win32"',
        'colour; extra == "look"',
        'local @ file:///x',
      ]),
      'einops[all]>=0.7': reported('einops', '0.8', 'b2', ['rich']),
      rich: reported('rich', '13', 'c3', ['einops>=0.7']),
    };
    const { asked, resolved } = resolving([attempt('xformers==0.0.29')], {
      find: ({ words, requirements }) =>
        apart(words) ? requirements.flatMap((each) => have[each] ?? []) : conflict,
    });
    const wheels = wheelsOf(await resolved);
    expect(wheels.map((each) => each.name)).toEqual(['xformers', 'einops', 'rich']);
    expect(asked.map(({ requirements }) => requirements.length)).toEqual([1, 1, 2, 3]);
  });

  it('end where wheels ask for one another without an end', async () => {
    let round = 0;
    const { asked, resolved } = resolving([attempt('xformers')], {
      find: ({ words }) => (apart(words) ? wants(`more${(round += 1)}`) : conflict),
    });
    expect((await problemOf(resolved))?.code).toBe('would-break-packages');
    expect(asked.length).toBeLessThan(20);
  });
});

describe('a package that would mind', () => {
  const minding = async (othersMayMind: boolean, asksFor: string) => {
    const location = await makeTemporaryFolder('minding');
    await write(join(location, 'METADATA'), `Requires-Dist: ${asksFor}\n`);
    const paper = withPaperIndex({
      find: ({ requirements }) => [reported('xformers', requirements[0]?.split('==')[1] ?? '')],
    });
    const other = { name: 'other', version: '1', location, hasRecord: true };
    const distributions = [...packages('torch==2.6.0', 'xformers==0.0.27'), other];
    const diagnosis = sampleDiagnosis({ facts: factsWith({ distributions }) });
    const attempts = [attempt('xformers==0.0.29'), attempt('xformers==0.0.28')];
    const intent = { ...nothingToDo, attempts, movable: ['xformers'], subject, othersMayMind };
    return resolve(paper.system, diagnosis, intent, {});
  };

  it('is spared where a later attempt suits it', async () => {
    expect(wheelsOf(await minding(false, 'xformers<0.0.29'))[0]?.version).toBe('0.0.28');
  });

  it('is a reason to refuse where none does', async () => {
    const params = { packages: 'other (xformers<0.0.28)' };
    const problem = await problemOf(minding(false, 'xformers<0.0.28'));
    expect(problem).toMatchObject({ code: 'would-break-packages', params });
  });

  it('is no reason where it was not content before, or where PyTorch itself moves', async () => {
    expect(wheelsOf(await minding(false, 'xformers==0.0.20'))[0]?.version).toBe('0.0.29');
    expect(wheelsOf(await minding(true, 'xformers<0.0.28'))[0]?.version).toBe('0.0.29');
  });
});
