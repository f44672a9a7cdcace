/** npm run bench -- NAME [...]: runs test/bench/NAME.bench.ts (or .mjs); without a name, lists them. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ensureBuilt } from './build.mjs';
import { fromRoot, root } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';

/**
 * What lies in this folder knows the project by where it lies itself.
 * @type {import('esbuild').Plugin}
 */
const ownTools = {
  name: 'own-tools',
  setup({ onResolve }) {
    onResolve({ filter: /\/build\/[\w-]+\.mjs$/ }, (found) => ({
      path: path.resolve(found.resolveDir, found.path),
      external: true,
    }));
  },
};
const [name, ...parameters] = process.argv.slice(2);
const folder = fromRoot('test/bench');
const known = existsSync(folder)
  ? readdirSync(folder).filter((file) => /\.bench\.(ts|mjs)$/.test(file))
  : [];
const file = known.find((candidate) => candidate.replace(/\.bench\.(ts|mjs)$/, '') === name);

if (!file) {
  const names = known.map((candidate) => candidate.replace(/\.bench\.(ts|mjs)$/, ''));
  say(name ? `There is no benchmark named ${name}.` : 'Which benchmark?');
  say(names.length ? `Known: ${names.join(', ')}` : 'test/bench holds none yet.');
  process.exitCode = 2;
} else {
  await ensureBuilt(['cli']);
  const output = fromRoot('out/bench', file.replace(/\.(ts|mjs)$/, '.mjs'));
  await build({
    absWorkingDir: root,
    entryPoints: [`test/bench/${file}`],
    outfile: output,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [ownTools],
  });
  process.exitCode = await runNode(['--enable-source-maps', output, ...parameters]);
}
