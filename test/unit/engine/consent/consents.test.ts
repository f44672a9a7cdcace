import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConsents } from '../../../../electron/engine/consent/consents.ts';
import { onlyConsented } from '../../../../electron/engine/consent/only-consented.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
const clock = () => new Date('2026-11-28T12:00:00Z');

/** An environment that others may write, made of files that look like one. */
async function openEnvironment() {
  const folder = await makeTemporaryFolder('consent');
  const root = path.join(folder, 'venv');
  const base = path.join(folder, 'base', 'bin');
  const program = path.join(root, 'bin', 'python');
  await mkdir(path.dirname(program), { recursive: true });
  await mkdir(base, { recursive: true });
  await writeFile(path.join(base, 'python'), 'program 1', { mode: 0o755 });
  await symlink(path.join(base, 'python'), program);
  await writeFile(path.join(root, 'pyvenv.cfg'), `home = ${base}\n`);
  await chmod(path.join(root, 'bin'), 0o777);
  const file = path.join(folder, 'state', 'consents.json');
  const open = () => createConsents({ system, file, folders: () => [], clock });
  return { folder, root, base, program, file, open };
}

describe('consent', () => {
  test('is asked for once, and remembered by the next start', async () => {
    const { program, root, open } = await openEnvironment();
    const consents = open();
    const asked = await consents.problemOf(program);
    expect(asked).toEqual({
      code: 'consent-needed',
      params: { program },
      reasons: [
        { key: 'consent.reason.others-can-write', params: { path: path.join(root, 'bin') } },
      ],
    });
    await consents.give(program);
    expect(await consents.problemOf(program)).toBeNull();
    expect(await open().problemOf(program)).toBeNull();
  });

  test('holds for this sitting where the state folder cannot be written', async () => {
    const { program, file } = await openEnvironment();
    // A file where a folder would have to be.
    await writeFile(path.dirname(file), '');
    const consents = createConsents({ system, file, folders: () => [], clock });
    await consents.give(program);
    expect(await consents.problemOf(program)).toBeNull();
  });

  test.each([
    ['is cut short', '{"/x": {'],
    ['is of another version', '{"/x": 1}'],
  ])('is asked for again where what was remembered %s', async (_, text) => {
    const { program, file, open } = await openEnvironment();
    await open().give(program);
    await writeFile(file, text);
    expect((await open().problemOf(program))?.code).toBe('consent-needed');
  });

  test('is asked for again where a reason comes that the user was not told', async () => {
    const { program, file, open } = await openEnvironment();
    await open().give(program);
    const files = {
      ...system.files,
      async linkInfo(location: string) {
        const info = await system.files.linkInfo(location);
        return info && { ...info, owner: 4242 };
      },
    };
    const consents = createConsents({
      system: { ...system, files },
      file,
      folders: () => [],
      clock,
    });
    const problem = await consents.problemOf(program);
    expect(problem?.reasons?.map(({ key }) => key)).toEqual([
      'consent.reason.others-can-write',
      'consent.reason.other-owner',
    ]);
    await consents.give(program);
    expect(await consents.problemOf(program)).toBeNull();
  });

  test('is not needed, and not written down, where nothing speaks against it', async () => {
    const { program, root, file, open } = await openEnvironment();
    await chmod(path.join(root, 'bin'), 0o755);
    expect(await open().problemOf(program)).toBeNull();
    await open().give(program);
    expect(await system.files.info(file)).toBeNull();
  });
});

type Change = 'program' | 'other-link' | 'config' | 'own-program';

test('whatever else the program becomes, it is asked for again', async () => {
  const changes = fc.constantFrom<Change>('program', 'other-link', 'config', 'own-program');
  await fc.assert(
    fc.asyncProperty(changes, fc.string({ minLength: 1 }), async (change, content) => {
      const { program, root, base, open } = await openEnvironment();
      await open().give(program);
      const text = `other ${content}`;
      if (change === 'program') await writeFile(path.join(base, 'python'), text);
      if (change === 'config') {
        await writeFile(path.join(root, 'pyvenv.cfg'), `home = ${base}\nprompt = ${text}\n`);
      }
      if (change === 'other-link' || change === 'own-program') await rm(program);
      if (change === 'own-program') await writeFile(program, text, { mode: 0o755 });
      if (change === 'other-link') {
        const other = path.join(root, 'other');
        await writeFile(other, text, { mode: 0o755 });
        await symlink(other, program);
      }
      expect((await open().problemOf(program))?.code).toBe('consent-needed');
    }),
    { numRuns: 25 },
  );
});

describe('the door to programs', () => {
  const started: string[] = [];
  const machine = {
    ...system,
    run: ({ program }: { program: string }) => {
      started.push(program);
      return Promise.resolve({ exitCode: 0, stdout: '', stderr: '' });
    },
  };
  const command = (program: string) => ({ program, arguments: [] });

  test('starts no Python that has to be asked for, and any other program', async () => {
    const { program, open } = await openEnvironment();
    const consents = open();
    const guarded = onlyConsented(machine, consents);
    await expect(guarded.run(command(program))).rejects.toMatchObject({
      problem: { code: 'consent-needed' },
    });
    await guarded.run(command('nvidia-smi'));
    expect(started).toEqual(['nvidia-smi']);
    await consents.give(program);
    await guarded.run(command(program));
    expect(started).toEqual(['nvidia-smi', program]);
  });
});
