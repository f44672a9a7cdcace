import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { System } from '../../../../electron/engine/machine/system.ts';
import { writeTerritory } from '../../../../electron/engine/repair/journal.ts';
import { settingsOf, settingsWithin } from '../../../../electron/engine/repair/touched-settings.ts';
import type { Action, EditAction } from '../../../../shared/plan.ts';
import { factsWith } from '../../../support/facts.ts';
import { makePaperEnvironment } from '../../../support/paper-environment.ts';
import { headOf, takenOf } from '../../../support/sample-journal.ts';
import { samplePlan } from '../../../support/sample-plan.ts';

const hashes = { before: '', after: '' };
const edit: EditAction = { kind: 'edit-file', path: '/x', add: [], remove: [], ...hashes };

it('are those that a plan edits, and no start script', () => {
  const settings = { id: 'krita', entry: null } as const;
  const aside: Action = { kind: 'set-aside', paths: ['/x/settings.json'] };
  const plan = samplePlan({ actions: [edit, aside, { ...edit, settings }] });
  expect(settingsOf(plan)).toEqual(['krita']);
});

it('are those outside of the environment that come back with a repair', async () => {
  const paper = await makePaperEnvironment();
  const system: System = paper.system;
  const interpreter = { ...factsWith({}).interpreter, environmentRoot: paper.root };
  const facts = factsWith({ interpreter: { ...interpreter, sitePackages: [paper.sitePackages] } });
  const folder = join(paper.folder, 'journal');
  const taken = [
    join(paper.folder, 'installations.json'),
    join(paper.folder, 'run.sh'),
    // A package may have a file of that name: nobody but its owner writes it.
    join(paper.sitePackages, 'n', 'settings.json'),
  ].map((path) => takenOf(path));
  const territory = { taken, brought: [], folders: [], listings: [] };
  await writeTerritory(system, folder, paper.root, territory);
  const noted = { folder, head: headOf() };
  expect(await settingsWithin(system, facts, [noted])).toEqual(['desktop_v2']);
  const damaged = { folder: join(paper.folder, 'none'), head: headOf() };
  expect(await settingsWithin(system, facts, [damaged])).toEqual([]);
});
