import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunOptions, System } from '../../../electron/engine/machine/system.ts';
import { startTestEngine } from '../../support/test-engine.ts';
import { oneProcess } from './one-process.ts';
import type { Stage } from './stage.ts';

/**
 * Runs one real repair and saves how all is in the middle of it: `removed` (pip has renamed the
 * old package away), `writing` (a large file has been begun), `installed` (pip has ended, the
 * journal still says pending) and `kept`.
 */
export async function makeStates(
  stage: Stage,
  adjust: (system: System) => System = (own) => own,
): Promise<void> {
  await stage.put('before', { pip: true });
  const process = oneProcess();
  const test = await startTestEngine({
    index: stage.index,
    stateFolder: stage.state,
    adjust: (system) => {
      const own = process.adjust(adjust(system));
      return {
        ...own,
        run: async (command, options) => {
          if (!command.arguments.includes('--require-hashes')) return own.run(command, options);
          const result = await own.run(command, watched(stage, options));
          await stage.save('installed');
          return result;
        },
      };
    },
  });
  const targetId = await test.engine.resolveTarget(stage.environment.root);
  const { plan } = await test.result({ kind: 'plan', targetId, goal: 'recommended' });
  const state = await test.run({ kind: 'fix', planId: plan.id });
  await test.engine.close();
  process.end();
  if (state.outcome !== 'succeeded') {
    // One that fails its check is never kept; what it looks like is still to be known.
    await stage.put('installed');
    for (const name of readdirSync(stage.environment.sitePackages))
      if (name.startsWith('.attention-doctor'))
        await rm(join(stage.environment.sitePackages, name));
  }
  await stage.save('kept');
}

/** Stops pip by a signal at two moments, for as long as a copy takes. */
function watched(stage: Stage, options: RunOptions = {}): RunOptions {
  const { sitePackages } = stage.environment;
  const large = join(sitePackages, 'xformers', '_padding.bin');
  const moments = {
    removed: () => readdirSync(sitePackages).some((name) => name.startsWith('~')),
    writing: () => existsSync(large),
  };
  return {
    ...options,
    onStart: (pid) => {
      void saveAt(stage, pid, moments);
    },
  };
}

async function saveAt(
  stage: Stage,
  pid: number,
  moments: Readonly<Record<string, () => boolean>>,
): Promise<void> {
  const until = Date.now() + 60_000;
  for (const [name, isNow] of Object.entries(moments)) {
    // It runs for a millisecond at a time: what is looked for lasts no longer.
    for (;;) {
      if (Date.now() > until || !existsSync(`/proc/${pid}`)) return;
      process.kill(-pid, 'SIGSTOP');
      if (isNow()) break;
      process.kill(-pid, 'SIGCONT');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await stage.save(name);
    process.kill(-pid, 'SIGCONT');
  }
}
