/** Items 3, 9 and 10: the change happens where and as it was reviewed, and is proved. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEnvironment, type TestEnvironment } from '../../support/environments.ts';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { makeScenario, scenarios } from '../../support/scenarios.ts';
import { makeTemporaryFolder } from '../../support/temporary-folders.ts';
import { describeTree, digestTree } from '../../support/tree-digest.ts';
import { standardCatalogue } from '../../support/wheels/catalogue.ts';
import { xformersWheel } from '../../support/wheels/xformers.ts';
import { buildWheel, imitationFiles } from '../../support/wheels/wheel.ts';
import {
  fix,
  importedVersion,
  openRoom,
  rollBack,
  toldBy,
  withoutBytecode,
} from './repair-room.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

/** A file of pip's settings beside everything that the tests need. */
async function settingsFile(lines: readonly string[]): Promise<string> {
  const folder = await makeTemporaryFolder('pip-settings');
  const file = join(folder, 'pip.conf');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

describe("the user's pip settings", () => {
  it.each(['variable', 'file'])('another Python in a %s is not changed', async (how) => {
    const other = await makeScenario('mismatched');
    const untouched = await digestTree(other.root);
    const variables: Record<string, string> =
      how === 'variable'
        ? { PIP_PYTHON: other.python }
        : { PIP_CONFIG_FILE: await settingsFile(['[global]', `python = ${other.python}`]) };
    const room = await openRoom({ index, variables });
    expect(toldBy(await fix(room))).toBe('fixed');
    expect(await importedVersion(room.environment, 'xformers')).toBe('0.0.29.post3');
    expect(await digestTree(other.root)).toBe(untouched);
  });

  it('a target, a prefix, a root and a user site send nothing elsewhere', async () => {
    const elsewhere = await makeTemporaryFolder('elsewhere');
    const file = await settingsFile([
      '[global]',
      'user = true',
      '[install]',
      `target = ${join(elsewhere, 'target')}`,
      `root = ${join(elsewhere, 'root')}`,
      'no-binary = :all:',
      'ignore-installed = true',
      'dry-run = true',
    ]);
    const variables = {
      PIP_CONFIG_FILE: file,
      PIP_PREFIX: join(elsewhere, 'prefix'),
      PYTHONUSERBASE: join(elsewhere, 'user'),
      PYTHONPYCACHEPREFIX: join(elsewhere, 'cache'),
    };
    const room = await openRoom({ index, variables });
    const before = await describeTree(room.environment.root, withoutBytecode);
    expect(toldBy(await fix(room))).toBe('fixed');
    expect(toldBy(await rollBack(room))).toBe('restored');
    expect(await describeTree(room.environment.root, withoutBytecode)).toEqual(before);
    expect(await describeTree(elsewhere)).toEqual([]);
  });

  it('an index in a file of settings is still the one that is asked', async () => {
    const file = await settingsFile(['[global]', `index-url = ${index.simpleUrl}`]);
    const nowhere = { PIP_CONFIG_FILE: file, PIP_INDEX_URL: '' };
    const room = await openRoom({ index, variables: nowhere });
    expect(toldBy(await fix(room))).toBe('fixed');
  });
});

describe('what was reviewed is what runs', () => {
  it('notices a wheel in a local folder that was exchanged after the review', async () => {
    const folder = await makeTemporaryFolder('find-links');
    const [good] = (standardCatalogue()['whl/cu124'] ?? []).filter(
      (wheel) => wheel.name === 'xformers' && wheel.version === '0.0.29.post3',
    );
    const wheel = good ?? xformersWheel({ version: '0.0.29.post3', torch: '2.6.0+cu124' });
    await writeFile(join(folder, wheel.fileName), wheel.bytes);
    const variables = { PIP_FIND_LINKS: folder, PIP_NO_INDEX: '1', PIP_INDEX_URL: '' };
    const room = await openRoom({ index, variables, goal: 'xformers' });
    const { plan } = await room.test.result({
      kind: 'plan',
      targetId: room.targetId,
      goal: 'xformers',
    });
    const reviewed = plan.actions.flatMap((each) =>
      each.kind === 'pip-install' ? each.wheels : [],
    );
    expect(reviewed.map((each) => each.sha256)).toEqual([wheel.sha256]);
    const other = xformersWheel({
      version: '0.0.29.post3',
      torch: '2.6.0+cu124',
      padding: 2000,
    });
    await writeFile(join(folder, wheel.fileName), other.bytes);
    const before = await digestTree(room.environment.root);
    const state = await room.test.run({ kind: 'fix', planId: plan.id });
    expect(state.problem?.code).toBe('index-changed');
    expect(await digestTree(room.environment.root)).toBe(before);
  });

  it('notices a ComfyUI that was started during the download', async () => {
    const { spawn } = await import('node:child_process');
    const folder = await makeTemporaryFolder('started');
    await writeFile(join(folder, 'main.py'), 'import time\ntime.sleep(60)\n');
    let started: ReturnType<typeof spawn> | undefined;
    const environment = await makeScenario('mismatched');
    const room = await openRoom({
      index,
      environment,
      adjust: (system) => ({
        ...system,
        run: async (command, options) => {
          if (command.arguments.includes('download'))
            started ??= spawn(environment.python, [join(folder, 'main.py')], { stdio: 'ignore' });
          return system.run(command, options);
        },
      }),
    });
    const before = await describeTree(environment.root, withoutBytecode);
    const state = await fix(room);
    started?.kill('SIGKILL');
    expect(state.problem?.code).toBe('comfyui-running');
    expect(await describeTree(environment.root, withoutBytecode)).toEqual(before);
  });
});

/** Adds a line to the RECORD of a package, as no wheel should. */
async function recordAlso(environment: TestEnvironment, name: string, line: string): Promise<void> {
  const record = join(environment.sitePackages, `${name}.dist-info`, 'RECORD');
  await writeFile(record, `${await readFile(record, 'utf8')}${line},,\r\n`);
}

describe('a fix is proved for everything that was touched', () => {
  it("gives back the environment's own file that a RECORD names", async () => {
    const environment = await makeScenario('mismatched');
    await recordAlso(environment, 'xformers-0.0.27', '../../../pyvenv.cfg');
    await recordAlso(environment, 'xformers-0.0.27', 'numpy/__init__.py');
    await recordAlso(environment, 'xformers-0.0.27', 'torchvision');
    const numpy = await readFile(join(environment.sitePackages, 'numpy/__init__.py'), 'utf8');
    const room = await openRoom({ index, environment });
    expect(toldBy(await fix(room))).toBe('fixed');
    expect(existsSync(join(environment.root, 'pyvenv.cfg'))).toBe(true);
    expect(await readFile(join(environment.sitePackages, 'numpy/__init__.py'), 'utf8')).toBe(numpy);
    expect(await importedVersion(environment, 'numpy')).toBe('2.2.6');
    expect(await importedVersion(environment, 'xformers')).toBe('0.0.29.post3');
  });

  it('refuses a wheel that writes over a file of another package', async () => {
    const catalogue = standardCatalogue();
    const honest = (catalogue.simple ?? []).filter((wheel) => wheel.name !== 'xformers');
    const greedy = buildWheel({
      name: 'xformers',
      version: '0.0.29.post3',
      files: { ...imitationFiles('xformers'), 'numpy/__init__.py': '# not numpy' },
    });
    const strange = await startIndex({
      catalogue: { ...catalogue, simple: [...honest, greedy], 'whl/cu124': [], 'whl/cu126': [] },
    });
    const environment = await makeEnvironment({ packages: scenarios.mismatched() });
    const before = await describeTree(environment.root, withoutBytecode);
    const room = await openRoom({ index: strange, environment });
    const state = await fix(room);
    expect(state.problem).toMatchObject({ code: 'belongs-to-others', params: { name: 'numpy' } });
    expect(await describeTree(environment.root, withoutBytecode)).toEqual(before);
    await strange.close();
  });

  it('says in the plan that pip cannot replace a package without a list of its files', async () => {
    const environment = await makeScenario('mismatched');
    await rm(join(environment.sitePackages, 'xformers-0.0.27.dist-info', 'RECORD'));
    await expect(openRoom({ index, environment, goal: 'xformers' })).rejects.toThrow(
      'record-missing',
    );
  });

  it('is not stopped by a sitecustomize that prints at the end', async () => {
    const environment = await makeScenario('mismatched');
    const text = 'import atexit\natexit.register(lambda: print("bye"))\nprint("hello")\n';
    await writeFile(join(environment.sitePackages, 'sitecustomize.py'), text);
    const room = await openRoom({ index, environment });
    expect(toldBy(await fix(room))).toBe('fixed');
  });

  it('saves and gives back what a wheel writes over in bin and in share', async () => {
    const catalogue = standardCatalogue();
    const honest = (catalogue.simple ?? []).filter((wheel) => wheel.name !== 'xformers');
    const version = '0.0.29.post3';
    const files = {
      ...imitationFiles('xformers'),
      [`xformers-${version}.data/data/etc/xformers.conf`]: 'from the wheel',
      [`xformers-${version}.data/scripts/plain-script`]: '#!python\nprint("theirs")\n',
    };
    const scripts = ['xformers-tool = xformers:main'];
    const wheel = buildWheel({ name: 'xformers', version, files, scripts });
    const strange = await startIndex({
      catalogue: { ...catalogue, simple: [...honest, wheel], 'whl/cu124': [], 'whl/cu126': [] },
    });
    const environment = await makeEnvironment({ packages: scenarios.mismatched() });
    await mkdir(join(environment.root, 'etc'));
    const mine = ['etc/xformers.conf', 'bin/plain-script', 'bin/xformers-tool'];
    for (const name of mine) await writeFile(join(environment.root, name), `mine: ${name}`);
    await copyFile(join(environment.root, 'bin/pip'), join(environment.root, 'bin/other'));
    const before = await describeTree(environment.root, withoutBytecode);
    const room = await openRoom({ index: strange, environment });
    // Its extension is missing: the repair does not pass its check and is undone.
    expect(toldBy(await fix(room))).toBe('undone');
    expect(await describeTree(environment.root, withoutBytecode)).toEqual(before);
    await strange.close();
  });
});
