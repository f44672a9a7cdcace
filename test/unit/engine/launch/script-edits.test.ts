import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { editedContent, planEdits } from '../../../../electron/engine/launch/script-edits.ts';
import { withLaunchersNow } from '../../../../electron/engine/launch/launchers-now.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { problemOf, write } from '../../../support/paper-environment.ts';
import { sampleInstall } from '../../../support/sample-machine.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const flag = '--use-pytorch-cross-attention';
let script: string;
beforeEach(async () => {
  script = join(await makeTemporaryFolder('scripts'), 'run.sh');
});
const edit = () => [{ path: script, add: [flag], remove: ['--use-sage-attention', '--cpu'] }];

describe('an edit of a start script', () => {
  it('is planned with the whole file before and after, and only with flags that are there', async () => {
    const before = 'python main.py --use-sage-attention\n';
    await write(script, before);
    const after = `python main.py ${flag}\n`;
    const [action] = await planEdits(system, edit());
    expect(action).toEqual({
      ...{ kind: 'edit-file', path: script, add: [flag], remove: ['--use-sage-attention'] },
      ...{ before: hashOf(before), after: hashOf(after) },
    });
    expect(await readFile(script, 'utf8')).toBe(before);
    if (action) expect(Buffer.from(await editedContent(system, action)).toString()).toBe(after);
  });

  it('is none where nothing would change', async () => {
    await write(script, `python main.py ${flag}\n`);
    expect(await planEdits(system, edit())).toEqual([]);
  });

  it.each([
    ['is not there', null],
    ['starts something else', 'python other.py\n'],
    ['is no script at all', 'x'.repeat(70_000)],
  ])('is refused where the script %s', async (_, text) => {
    if (text !== null) await write(script, text);
    const problem = await problemOf(planEdits(system, edit()));
    expect(['script-not-editable', 'file-too-large']).toContain(problem?.code);
  });

  it('is refused where the script may not be written', async () => {
    await write(script, 'python main.py\n');
    const files = { ...system.files, writable: async () => false };
    const problem = await problemOf(planEdits({ ...system, files }, edit()));
    expect(problem).toMatchObject({
      code: 'script-not-editable',
      params: { path: script, flags: flag },
    });
  });

  it('is not carried out on another script than was reviewed', async () => {
    await write(script, 'python main.py\n');
    const [action] = await planEdits(system, edit());
    await write(script, 'python main.py --lowvram\n');
    if (!action) throw new Error('no action');
    expect((await problemOf(editedContent(system, action)))?.code).toBe('plan-outdated');
    await write(script, 'python main.py\n');
    const other = { ...action, after: hashOf('something else') };
    expect((await problemOf(editedContent(system, other)))?.code).toBe('plan-outdated');
  });
});

it('reads the flags of start scripts anew, and leaves settings of programs as they were found', async () => {
  await write(script, `python main.py ${flag}\n`);
  const settings = { path: join(script, '..', 'settings.json'), flags: ['--a'] };
  const gone = { path: join(script, '..', 'gone.sh'), flags: ['--b'] };
  const launchers = [{ path: script, flags: ['--old'] }, settings, gone];
  const now = await withLaunchersNow(system, sampleInstall({ launchers }));
  expect(now.launchers).toEqual([{ path: script, flags: [flag] }, settings, gone]);
});
