/**
 * npm run package [-- --dir] [-- --win|--mac|--linux]: builds, then lets electron-builder pack.
 * With ELECTRON_OVERRIDE_DIST_PATH that runtime is packed; otherwise electron-builder downloads
 * the pinned one.
 */
import { ensureBuilt } from './build.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';

/** The variables of npm lead electron-builder to npm's own view of the dependencies; it needs none. */
const environment = {
  ...process.env,
  CSC_IDENTITY_AUTO_DISCOVERY: process.env['CSC_IDENTITY_AUTO_DISCOVERY'] ?? 'false',
};

try {
  await ensureBuilt(['renderer', 'desktop']);
  process.exitCode = await runNode(
    [
      fromRoot('node_modules/electron-builder/cli.js'),
      '--config',
      'build/electron-builder.config.mjs',
      '--publish',
      'never',
      ...process.argv.slice(2),
    ],
    { env: environment },
  );
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
