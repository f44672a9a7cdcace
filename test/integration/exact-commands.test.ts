import { basename } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Command, RunOptions } from '../../electron/engine/machine/system.ts';
import { readable } from '../../electron/engine/pip/run-pip.ts';
import { startIndex } from '../support/index-server.ts';
import { makeScenario, type ScenarioName } from '../support/scenarios.ts';
import { startTestEngine } from '../support/test-engine.ts';

type Ran = { command: Command; options: RunOptions };

/** The command of pip that changes or fetches, as a plan would show it; null for others. */
function shown({ command, options }: Ran, ofPlan: ReadonlySet<string>): string | null {
  const start = command.arguments.findIndex((each) => basename(each) === 'pip') + 1;
  const words = command.arguments.slice(start);
  if (!['download', 'install', 'uninstall'].includes(words[0] ?? '')) return null;
  if (words.includes('--dry-run')) return null;
  // The folder of a repair is made for it: a plan names what lies in it.
  const ours = words.map((word) =>
    word.startsWith('/') && /^(wheels|action-\d+\.txt)$/.test(basename(word))
      ? basename(word)
      : word,
  );
  const index = options.environment?.PIP_INDEX_URL;
  const isSet = words[0] === 'download' && index !== undefined && ofPlan.has(index);
  const head = command.arguments.slice(0, start);
  return `${isSet ? `PIP_INDEX_URL=${index} ` : ''}${readable(command.program, [...head, ...ours])}`;
}

it.each<[ScenarioName, 'recommended' | 'torch-cuda' | 'upgrade-stack']>([
  ['mismatched', 'recommended'],
  ['cpuTorch', 'torch-cuda'],
  ['mismatched', 'upgrade-stack'],
])('what was shown for %s (%s) is what runs, word for word', async (scenario, goal) => {
  const index = await startIndex();
  onTestFinished(() => index.close());
  const environment = await makeScenario(scenario);
  const ran: Ran[] = [];
  const test = await startTestEngine({
    index,
    adjust: (system) => ({
      ...system,
      run: (command, options = {}) => {
        ran.push({ command, options });
        return system.run(command, options);
      },
    }),
  });
  const targetId = await test.engine.resolveTarget(environment.root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal });
  expect(plan.commands.length).toBeGreaterThan(1);
  ran.length = 0;
  const { fix } = await test.result({ kind: 'fix', planId: plan.id });
  expect(fix.problem).toBeNull();
  const indexes = new Set(
    plan.actions.flatMap((each) => (each.kind === 'pip-install' ? (each.indexUrl ?? []) : [])),
  );
  expect(ran.flatMap((each) => shown(each, indexes) ?? [])).toEqual(plan.commands);
});
