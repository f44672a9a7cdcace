import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { fromRoot } from './paths.mjs';
import { packPips } from './pack-pips.mjs';
import { runNode } from './run-program.mjs';
import { findNpm } from './find-program.mjs';

/** Where the folder lies that `npm pack` packs: the package.json of the checkout is private. */
const folder = fromRoot('out/cli-package');

/**
 * Writes the command line as an npm package that needs Node alone, and packs it into `into`. `out/cli.js`,
 * `out/renderer` and `out/pip` have to be built.
 * @param {string} into an existing folder
 * @returns {Promise<string>} the file
 */
export async function packCommandLine(into) {
  packPips();
  /** @type {Record<string, string>} */
  const { name, version, description, license, author } = JSON.parse(
    readFileSync(fromRoot('package.json'), 'utf8'),
  );
  const { engines } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['cli.js', 'renderer', 'pips.br'])
    cpSync(fromRoot('out', file), `${folder}/${file}`, { recursive: true });
  for (const file of ['LICENSE', 'README.md', 'README.zh-CN.md'])
    cpSync(fromRoot(file), `${folder}/${file}`);
  // Names a map that stays here.
  writeFileSync(`${folder}/cli.js`, withoutMapLine(readFileSync(`${folder}/cli.js`, 'utf8')));
  chmodSync(`${folder}/cli.js`, 0o755);
  const manifest = {
    ...{ name, version, description, license, author, engines },
    type: 'commonjs',
    bin: { [name ?? '']: 'cli.js' },
    files: ['cli.js', 'renderer', 'pips.br', 'README.zh-CN.md'],
  };
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  utimesSync(`${folder}/package.json`, 0, 0);
  const code = await runNode(
    [findNpm(), 'pack', folder, '--pack-destination', into, '--silent', '--ignore-scripts'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (code !== 0) throw new Error(`npm could not pack the command line (exit code ${code})`);
  return `${into}/${name}-${version}.tgz`;
}

/** @param {string} text */
function withoutMapLine(text) {
  return text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}
