import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { System } from '../../electron/engine/machine/system.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeScenario } from '../support/scenarios.ts';
import { startTestEngine } from '../support/test-engine.ts';

let index: IndexServer;
beforeAll(async () => {
  index = await startIndex();
});
afterAll(() => index.close());

/** A repair on a machine with room; whether its proof began while pip worked, or afresh. */
async function repaired(prepare: (sitePackages: string) => Promise<void>) {
  const { root, sitePackages } = await makeScenario('mismatched');
  await prepare(sitePackages);
  const seen: string[] = [];
  const adjust = (system: System): System => ({
    ...system,
    resources: () => ({ processors: 4, freeMemoryBytes: 16 * 1024 ** 3 }),
    run: (command, options) => {
      const { input = '' } = options ?? {};
      if (input.includes('wait_warm')) seen.push('warm');
      else if (/def (try_case|ask_xformers)/.test(input)) seen.push('fresh');
      if (command.arguments.includes('--no-index')) seen.push('pip');
      return system.run(command, options);
    },
  });
  const test = await startTestEngine({ index, adjust });
  const targetId = await test.engine.resolveTarget(root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal: 'xformers' });
  seen.length = 0;
  const { fix } = await test.result({ kind: 'fix', planId: plan.id });
  return { fix, seen };
}

it('is proved by Pythons that imported torch while pip worked', async () => {
  const { fix, seen } = await repaired(() => Promise.resolve());
  expect(fix.outcome).toBe('fixed');
  expect(seen).toEqual(['warm', 'warm', 'pip']);
  expect(fix.verification?.rungs.slice(0, 4).map(({ outcome }) => outcome)).toContain('pass');
});

it('is proved afresh where a Python of this environment loads xFormers at its start', async () => {
  const { fix, seen } = await repaired((folder) =>
    writeFile(join(folder, 'early.pth'), 'import sys; sys.modules["xformers.early"] = sys\n'),
  );
  expect(fix.outcome).toBe('fixed');
  expect(seen.indexOf('fresh')).toBeGreaterThan(seen.indexOf('pip'));
});
