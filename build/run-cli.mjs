/** npm run --silent cli -- ...: builds what the command needs, then is the command. */
import { ensureBuilt } from './build.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';

const parameters = process.argv.slice(2);
try {
  // Only the wizard in the browser shows the renderer.
  await ensureBuilt(parameters[0] === 'serve' ? ['cli', 'renderer'] : ['cli']);
  // npm moves to the top of the checkout; relative paths are meant from where it was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  process.exitCode = await runNode([fromRoot('out/cli.js'), ...parameters], { cwd });
} catch (error) {
  say(`build failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 4;
}
