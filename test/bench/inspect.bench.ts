import { readdir } from 'node:fs/promises';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose } from '../../electron/engine/examination/diagnose.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { environmentAt } from '../../electron/engine/pythons/environment-at.ts';
import { makeScenario } from '../support/scenarios.ts';
import { median } from './median.ts';

/**
 * Static diagnosis of an environment with 30,000 files, as a ratio to listing the same
 * folders with fs.readdir alone, both measured in this run.
 */
const files = 30_000;
const rounds = 15;

const environment = await makeScenario('healthy');
await fill(environment.sitePackages);
const system = createNodeSystem();
const found = await environmentAt(system, environment.root);
if (!found) throw new Error('the environment was not recognised');
const target = { id: found.id, install: null, environment: found };

const baseline = await median(rounds, () => listAll(environment.sitePackages));
const own = await median(rounds, () => diagnose(system, target, { live: false }));
say(`files in the environment      ${files}`);
say(`fs.readdir alone, recursive   ${baseline.toFixed(1)} ms`);
say(`diagnose --static             ${own.toFixed(1)} ms`);
say(`ratio                         ${(own / baseline).toFixed(2)}`);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function fill(sitePackages: string): Promise<void> {
  for (let folder = 0; folder < 300; folder += 1) {
    const at = join(sitePackages, `package_${folder}`);
    const info = join(sitePackages, `package_${folder}-1.${folder}.dist-info`);
    await mkdir(at);
    await mkdir(info);
    await writeFile(
      join(info, 'METADATA'),
      `Metadata-Version: 2.1\nName: package-${folder}\nVersion: 1.${folder}\n`,
    );
    await writeFile(join(info, 'RECORD'), '');
    await Promise.all(
      Array.from({ length: files / 300 - 2 }, (_, index) =>
        writeFile(join(at, `m${index}.py`), ''),
      ),
    );
  }
}

async function listAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) if (entry.isDirectory()) await listAll(join(folder, entry.name));
}
