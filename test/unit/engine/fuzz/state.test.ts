import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { createEngine } from '../../../../electron/engine/create-engine.ts';
import { historyPath, readHistory } from '../../../../electron/engine/history/history-file.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { downloadSpeed } from '../../../../electron/engine/state/speeds.ts';
import { openMemory } from '../../../../electron/engine/state/memory.ts';
import { stateSchema } from '../../../../shared/contract.ts';
import { cases, spoiled } from '../../../support/fuzz.ts';
import { sampleSessions } from '../../../support/sample-session.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const at = '2026-11-30T12:00:00.000Z';
const files: Record<string, unknown> = {
  'settings.json': { language: 'en', theme: 'dark', mirror: 'tuna', folders: ['/home/a'] },
  'found.json': sampleSessions.found.found,
  'results.json': { a: { verdict: 'healthy', at } },
  'places.json': { a: '/home/a/ComfyUI' },
  'pythons.json': { a: '/usr/bin/python3' },
  'consents.json': { '/usr/bin/python3': { identity: 'x', reasons: ['y'], at } },
  'speeds.json': { downloads: [{ bytes: 5_000_000, seconds: 2 }] },
  'crash.json': { at, where: 'page' },
  'history/a.json': { schema: 1, about: 'x', environment: {}, notes: [] },
};

let state: string;
beforeAll(async () => {
  state = path.join(await makeTemporaryFolder('state'), 'state');
  await mkdir(path.join(state, 'history'), { recursive: true });
});

const contentOf = (file: string) => readFile(file).catch((error: Error) => error.message);

it('whatever stands in the files of the state folder, the app starts and has a state', async () => {
  const system = createNodeSystem(state);
  const one = fc
    .constantFrom(...Object.keys(files))
    .chain((name) =>
      fc.tuple(fc.constant(name), spoiled([Buffer.from(JSON.stringify(files[name]))])),
    );
  const property = fc.asyncProperty(one, async ([name, content]) => {
    await writeFile(path.join(state, name), content);
    const engine = await createEngine({
      ...{ system, clock: () => new Date(), newId: randomUUID, stateFolder: state },
      version: '0.1.0',
    });
    stateSchema.shape.session.parse(engine.session());
    stateSchema.shape.settings.parse(engine.settings());
    await engine.lastCrash();
    await engine.savedStates();
    await downloadSpeed(system, path.join(state, 'speeds.json'));
    await readHistory(system, historyPath(path.join(state, 'history'), 'a'));
    await engine.close();
    // A damaged file is read around or set aside, and never repaired behind the user's back.
    const aside = (await readdir(state)).filter((each) => each.startsWith('settings-damaged-'));
    const places = name === 'settings.json' ? [name, ...aside] : [name];
    const kept = await Promise.all(places.map((each) => contentOf(path.join(state, each))));
    if (name !== 'crash.json') expect(kept).toContainEqual(content);
    await Promise.all(aside.map((each) => rm(path.join(state, each))));
  });
  await fc.assert(property, cases(60, 20_000));
});

it('each of five thousand environments has an id that means something at the next start', async () => {
  const system = createNodeSystem(state);
  const environments = Array.from({ length: 5_000 }, (_, index) => ({
    ...{ id: `python-${index}`, executable: `/envs/${index}/bin/python` },
  }));
  const memory = await openMemory(system, state);
  type Kept = Parameters<typeof memory.keepPlaces>[0];
  await memory.keepPlaces({ installs: [], environments } as unknown as Kept);
  const later = await openMemory(system, state);
  const lost = environments.filter(({ id, executable }) => later.placeOf(id) !== executable);
  expect(lost).toEqual([]);
});
