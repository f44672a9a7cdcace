import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { System } from '../../electron/engine/machine/system.ts';
import type { OperationState } from '../../shared/operation.ts';
import { makeComfyUi } from '../support/comfyui.ts';
import { cleanEnvironment, runPython, type TestEnvironment } from '../support/environments.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { startTestEngine } from '../support/test-engine.ts';
import { describeTree, isBytecode } from '../support/tree-digest.ts';
import { plainWheel } from '../support/wheels/companions.ts';
import { catalogueWith } from './support/catalogues.ts';

const execute = promisify(execFile);
type Work = (environment: TestEnvironment) => Promise<void>;

/** An index whose xFormers is good or was really built for another torch, and a package beside. */
async function openIndex(wheel: 'good' | 'broken'): Promise<IndexServer> {
  const index = await startIndex({ catalogue: catalogueWith(wheel) });
  index.add('simple', plainWheel({ name: 'mine-too', version: '1.0' }));
  return index;
}

/** The user works before pip begins, while it works, or when it has just ended. */
function meanwhile(when: 'before' | 'during' | 'after', work: () => Promise<void>) {
  return (system: System): System => ({
    ...system,
    run: async (command, options) => {
      if (!command.arguments.includes('--require-hashes')) return system.run(command, options);
      if (when === 'before') await work();
      const [result] = await Promise.all([
        system.run(command, options),
        when === 'during' ? work() : null,
      ]);
      if (when === 'after') await work();
      return result;
    },
  });
}

describe.each(['good', 'broken'] as const)('a %s repair', (wheel) => {
  let index: IndexServer;
  beforeAll(async () => {
    index = await openIndex(wheel);
  });
  afterAll(() => index.close());

  /** A venv in the ComfyUI folder itself; the repair, and the way back where it succeeds. */
  async function repairWhile(when: 'before' | 'during' | 'after', work: Work) {
    const root = join(await makeTemporaryFolder('at-work'), 'ComfyUI');
    const environment = await makeScenario('mismatched', { at: root });
    await makeComfyUi({ at: root, launchers: { 'start.sh': './bin/python main.py\n' } });
    const before = await describeTree(root, { ignore: isBytecode });
    const test = await startTestEngine({
      index,
      adjust: meanwhile(when, () => work(environment)),
    });
    const targetId = await test.engine.resolveTarget(root);
    const { plan } = await test.result({ kind: 'plan', targetId, goal: 'xformers' });
    const fixed = await test.run({ kind: 'fix', planId: plan.id });
    expect(outcomeOf(fixed)).toBe(wheel === 'good' ? 'fixed' : 'undone');
    const ended = wheel === 'good' ? await test.run({ kind: 'rollback', targetId }) : fixed;
    const now = await describeTree(root, { ignore: isBytecode });
    await test.engine.close();
    return { root, environment, ended, lost: before.filter((line) => !now.includes(line)), now };
  }

  it.each(['before', 'during', 'after'] as const)(
    'leaves what arrives %s pip: files, modules, another package',
    async (when) => {
      const mine: string[] = [];
      const { root, environment, ended, lost, now } = await repairWhile(when, async (into) => {
        const files = {
          [join(into.root, 'models', 'checkpoints', 'new.safetensors')]: 'a model\n',
          [join(into.root, 'output', 'ComfyUI_00001_.png')]: 'a picture\n',
          [join(into.root, 'user', 'default', 'workflows', 'w.json')]: '{}\n',
          [join(into.sitePackages, 'arrived.py')]: 'arrived = 1\n',
          [join(into.root, 'bin', 'arrived.sh')]: '#!/bin/sh\n',
          // While pip renames the folder it may take anything in it along: that is pip's affair.
          ...(when === 'during'
            ? {}
            : { [join(into.sitePackages, 'xformers', 'arrived.txt')]: 'in the package\n' }),
        };
        for (const [file, content] of Object.entries(files)) {
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, content);
          mine.push(file);
        }
        const words = ['-m', 'pip', 'install', '--no-deps', '--no-compile', 'mine-too'];
        await execute(into.python, words, { env: cleanEnvironment(index.environment()) });
      });
      expect(lost).toEqual([]);
      for (const file of mine) expect(await readFile(file, 'utf8'), file).not.toBe('');
      await runPython(environment, ['-B', '-c', 'import mine_too, arrived']);
      expect(now.filter((line) => /\/~|\.attention-doctor/.test(line))).toEqual([]);
      // None of it stands on a path of the repair.
      expect(leftBy(ended)).toEqual([]);
      expect(root).toBe(environment.root);
    },
  );

  it('leaves what the user edits in the new package, and tells it', async () => {
    const edited = async (into: TestEnvironment): Promise<void> => {
      await writeFile(join(into.sitePackages, 'mine.py'), 'edited = 1\n');
      // Brought by the wheel where nothing was, and so to be taken away.
      await writeFile(join(into.sitePackages, 'xformers', '_padding.bin'), 'mine now\n');
    };
    const { environment, ended, lost, now } = await repairWhile('after', async (into) => {
      if (wheel === 'broken') await edited(into);
      else await writeFile(join(into.sitePackages, 'mine.py'), 'edited = 1\n');
    });
    expect(lost).toEqual([]);
    expect(await readFile(join(environment.sitePackages, 'mine.py'), 'utf8')).toContain('edited');
    expect(now.filter((line) => /\/~|\.attention-doctor/.test(line))).toEqual([]);
    if (wheel !== 'broken') return;
    const padding = join(environment.sitePackages, 'xformers', '_padding.bin');
    expect(await readFile(padding, 'utf8')).toBe('mine now\n');
    expect(leftBy(ended)).toEqual([padding]);
  });
});

function outcomeOf({ result, problem }: OperationState): string {
  return result?.kind === 'fix' ? result.fix.outcome : JSON.stringify(problem);
}

function leftBy({ result, problem }: OperationState): readonly string[] {
  if (result?.kind === 'fix') return result.fix.left ?? [];
  if (result?.kind === 'rollback') return result.rollback.left ?? [];
  throw new Error(JSON.stringify(problem));
}
