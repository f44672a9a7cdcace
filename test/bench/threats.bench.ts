import { readdir } from 'node:fs/promises';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherStaticFacts } from '../../electron/engine/inspection/gather-static-facts.ts';
import { createHistory } from '../../electron/engine/history/keep-history.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { protectionState } from '../../electron/engine/protection/protection-state.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { statePaths } from '../../electron/engine/state/state-paths.ts';
import { findThreats } from '../../electron/engine/threats/find-threats.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { sampleInstall } from '../support/sample-machine.ts';
import { passedVerification } from '../support/sample-verification.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { median } from './median.ts';

/**
 * What threats, protection and history add to a static diagnosis with 60 custom nodes, in milliseconds
 * and as a ratio to listing the folders of the nodes with fs.readdir alone, both measured in this run.
 */
const nodes = 60;
const rounds = 15;
const lines = ['numpy', 'pillow>=9', 'torch>=2', 'opencv-python', 'transformers>=4.40', 'numpy<2'];

const { root, environment } = await makeComfyUiClone('healthy');
for (let at = 0; at < nodes; at += 1) {
  const folder = join(root, 'custom_nodes', `ComfyUI-Node-${at}`);
  await mkdir(folder, { recursive: true });
  const asked = lines.slice(0, 1 + (at % 6));
  const project = `[project]\nname = "node"\ndependencies = ${JSON.stringify(asked)}\n[tool.comfy]\n`;
  await writeFile(join(folder, 'pyproject.toml'), project);
  if (at % 3 > 0) await writeFile(join(folder, 'requirements.txt'), asked.join('\n'));
  if (at % 4 === 0) await writeFile(join(folder, 'install.py'), 'run("pip install numpy")\n');
}
const system = createNodeSystem();
const found = await environmentAt(system, environment.root);
if (!found) throw new Error('the environment was not recognised');
const install = sampleInstall({ sourceRoot: root, dataRoot: root, userDir: join(root, 'user') });
const facts = await gatherStaticFacts(system, { id: 'target', install, environment: found });

const baseline = await median(rounds, async () => {
  const folder = join(root, 'custom_nodes');
  const entries = await readdir(folder, { withFileTypes: true });
  const nodesHere = entries.filter((each) => each.isDirectory());
  await Promise.all(nodesHere.map(({ name }) => readdir(join(folder, name))));
});
const paths = statePaths(await makeTemporaryFolder('state'));
const history = createHistory({ system, paths, now: () => new Date() });
const target = { id: 'target', install, environment: found };
await history.verified(target, facts, passedVerification);
const remembered = await median(rounds, () => history.look(target, facts));
const begun = process.cpuUsage();
const own = await median(rounds, async () => {
  await findThreats(system, install, facts);
  await protectionState(system, found.environmentRoot, facts);
});
// A busy machine spoils the times of a clock, not these.
const { user, system: kernel } = process.cpuUsage(begun);
const processor = (user + kernel) / 1000 / rounds;
say(`custom nodes                    ${nodes}`);
say(`fs.readdir of the same folders  ${baseline.toFixed(1)} ms`);
say(`threats and protection          ${own.toFixed(1)} ms`);
say(`history of a look               ${remembered.toFixed(1)} ms`);
say(`together, of 60 ms at most      ${(own + remembered).toFixed(1)} ms`);
say(`processor time of the former    ${processor.toFixed(1)} ms`);
say(`ratio                           ${(own / baseline).toFixed(2)}`);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
