import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { downloadSpeed, keepDownload } from '../../../../electron/engine/state/speeds.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';
import { write } from '../../../support/paper-environment.ts';

it('expects of the next download what the last ones were', async () => {
  const system = createNodeSystem();
  const file = join(await makeTemporaryFolder('speeds'), 'speeds.json');
  expect(await downloadSpeed(system, file)).toBeNull();
  await keepDownload(system, file, { bytes: 10_000_000, seconds: 10 });
  expect(await downloadSpeed(system, file)).toBe(1_000_000);
  await keepDownload(system, file, { bytes: 30_000_000, seconds: 10 });
  expect(await downloadSpeed(system, file)).toBe(2_000_000);
  // What is over in a moment says nothing of the line.
  await keepDownload(system, file, { bytes: 999_999, seconds: 0.001 });
  await keepDownload(system, file, { bytes: 10_000_000, seconds: 0 });
  expect(await downloadSpeed(system, file)).toBe(2_000_000);
  for (let each = 0; each < 5; each += 1)
    await keepDownload(system, file, { bytes: 5_000_000, seconds: 10 });
  expect(await downloadSpeed(system, file)).toBe(500_000);
  await write(file, '{"downloads":[{"bytes":');
  expect(await downloadSpeed(system, file)).toBeNull();
});
