import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glimpse } from '../../electron/engine/history/seen/glimpse.ts';
import { createHistory } from '../../electron/engine/history/keep-history.ts';
import { gatherTraces } from '../../electron/engine/history/traces/gather-traces.ts';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { statePaths } from '../../electron/engine/state/state-paths.ts';
import { makeScenario } from '../support/scenarios.ts';
import { sampleInstall } from '../support/sample-machine.ts';
import { passedVerification } from '../support/sample-verification.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { compare, median } from './median.ts';

/**
 * What a history costs a static diagnosis with 60 custom nodes and 300 packages, as milliseconds
 * and as a ratio to the facts that it is made from, both measured in turns.
 */
const nodes = 60;
const packages = 300;
const rounds = 15;

const environment = await makeScenario('healthy');
const root = join(await makeTemporaryFolder('history'), 'ComfyUI');
for (let each = 0; each < packages; each += 1) {
  const info = join(environment.sitePackages, `package_${each}-1.${each}.dist-info`);
  await mkdir(info);
  const text = `Name: package-${each}\nVersion: 1.${each}\nRequires-Dist: package-${each + 1}>=1\n`;
  await writeFile(join(info, 'METADATA'), text);
  await writeFile(join(info, 'RECORD'), '');
}
for (let each = 0; each < nodes; each += 1) {
  const folder = join(root, 'custom_nodes', `node-${each}`);
  await mkdir(join(folder, '.git', 'logs'), { recursive: true });
  await writeFile(join(folder, 'requirements.txt'), 'numpy>=1.26\npillow\ntorch\n'.repeat(5));
  await writeFile(
    join(folder, '.git', 'logs', 'HEAD'),
    'a b N <n@example.org> 1700000000 +0100\tpull: Fast-forward\n'.repeat(20),
  );
}
const system = createNodeSystem();
const found = await environmentAt(system, environment.root);
if (!found) throw new Error('the environment was not recognised');
const install = sampleInstall({ sourceRoot: root, dataRoot: root, userDir: join(root, 'user') });
const target = { id: found.id, install, environment: found };
const paths = statePaths(await makeTemporaryFolder('state'));
const history = createHistory({ system, paths, now: () => new Date() });

const facts = await gatherStaticFacts(system, target);
for (let each = 0; each < 149; each += 1) await history.verified(target, facts, passedVerification);
const look = await compare(
  rounds,
  () => gatherStaticFacts(system, target),
  () => history.look(target, facts),
);
const traced = await median(rounds, async () =>
  gatherTraces(system, install, await glimpse(system, target), ['torch'], null),
);
say(`custom nodes, packages          ${nodes}, ${packages}`);
say(`static facts                    ${look.baseline.toFixed(1)} ms`);
say(`history of a look, 150 notes    ${look.own.toFixed(1)} ms`);
say(`ratio                           ${look.ratio.toFixed(2)}`);
say(`who did it, where it changed    ${traced.toFixed(1)} ms`);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
