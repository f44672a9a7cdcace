/**
 * npm run build [-- renderer|desktop|cli ...] [--force]
 * Builds what is older than its sources. All messages go to stderr.
 */
import { pathToFileURL } from 'node:url';
import { withBuildLock } from './build-lock.mjs';
import { isStale } from './freshness.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';
import { targetNames, targets } from './targets.mjs';

/** @typedef {import('./targets.mjs').TargetName} TargetName */

/**
 * Builds the targets named, each only if it is older than its sources. Throws when one fails.
 * @param {readonly TargetName[]} names
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuilt(names, { force = false } = {}) {
  for (const name of names) {
    if (!force && !isStale(targets[name])) continue;
    await withBuildLock(name, async () => {
      // Another process may have built it while we waited.
      if (!force && !isStale(targets[name])) return;
      const started = Date.now();
      await builders[name]();
      say(`built ${name} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    });
  }
}

/**
 * The bundler is loaded only when it has to work: most starts find everything fresh.
 * @type {Record<TargetName, () => Promise<void>>}
 */
const builders = {
  renderer: buildRenderer,
  desktop: async () => (await import('./node-bundles.mjs')).bundleDesktop(),
  cli: async () => (await import('./node-bundles.mjs')).bundleCli(),
};

async function buildRenderer() {
  const vite = fromRoot('node_modules/vite/bin/vite.js');
  const code = await runNode(
    [vite, 'build', '--config', 'build/vite.config.mjs', '--logLevel', 'warn'],
    { stdio: ['ignore', process.stderr, 'inherit'] },
  );
  if (code !== 0) throw new Error(`vite could not build the renderer (exit code ${code})`);
}

/** @param {readonly string[]} parameters */
async function main(parameters) {
  const named = targetNames.filter((name) => parameters.includes(name));
  const unknown = parameters.filter(
    (word) => word !== '--force' && !targetNames.some((name) => name === word),
  );
  if (unknown.length) {
    say(`build: unknown word ${unknown.join(', ')}; use ${targetNames.join(', ')} or --force`);
    return 2;
  }
  try {
    await ensureBuilt(named.length ? named : targetNames, {
      force: parameters.includes('--force'),
    });
    return 0;
  } catch (error) {
    say(`build failed: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
