/**
 * npm run package [-- --dir | --cli | --downloads]: what can be downloaded, for the system that it runs on,
 * into dist/. Without a word: the command line as an npm package, and on Linux the desktop app as folder,
 * tar.gz and deb, all without a network. `--dir` makes the unpacked app alone, `--cli` the npm package
 * alone, `--downloads` also what electron-builder has to fetch tools for (AppImage, NSIS, dmg).
 * With ELECTRON_OVERRIDE_DIST_PATH that runtime is packed; otherwise electron-builder downloads the pinned one.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBuilt } from './build.mjs';
import { packCommandLine } from './cli-package.mjs';
import { findElectron } from './electron-runtime.mjs';
import { packPips } from './pack-pips.mjs';
import { writeChecksums } from './packages/checksums.mjs';
import { makeDeb } from './packages/deb.mjs';
import { product } from './packages/product.mjs';
import { writeBillOfMaterials } from './packages/sbom.mjs';
import { makeTarball } from './packages/tarball.mjs';
import { fromRoot } from './paths.mjs';
import { runNode } from './run-program.mjs';
import { say } from './say.mjs';

const dist = fromRoot('dist');
const words = ['--dir', '--cli', '--downloads'];
/** The variables of npm lead electron-builder to npm's own view of the dependencies; it needs none. */
const environment = {
  // A secret that is not there comes as an empty text.
  ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
  // A key of this machine is not taken by chance; one that was given is.
  CSC_IDENTITY_AUTO_DISCOVERY:
    process.env['CSC_IDENTITY_AUTO_DISCOVERY'] || String(Boolean(process.env['CSC_LINK'])),
};

/** @param {readonly string[]} parameters of electron-builder */
async function pack(parameters) {
  const code = await runNode(
    [
      fromRoot('node_modules/electron-builder/cli.js'),
      ...['--config', 'build/electron-builder.config.mjs', '--publish', 'never', ...parameters],
    ],
    { env: environment },
  );
  if (code !== 0) throw new Error(`electron-builder failed (exit code ${code})`);
}

/** tar.gz and deb of the unpacked app. */
async function packForLinux() {
  const unpacked = `${dist}/linux-unpacked`;
  const architecture = process.arch === 'arm64' ? 'arm64' : 'x64';
  const name = `${product.name}-${product.version}-linux-${architecture}`;
  await makeTarball(unpacked, name, `${dist}/${name}.tar.gz`);
  const deb = await makeDeb(unpacked, `${dist}/${name}.deb`, architecture);
  if (!deb) say('left out: the deb, because dpkg-deb is missing here');
}

/** The version of Electron that is packed. */
function electronVersion() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ? findElectron() : null;
  if (given) return given.version;
  const manifest = fromRoot('node_modules/electron/package.json');
  return existsSync(manifest) ? String(JSON.parse(readFileSync(manifest, 'utf8')).version) : null;
}

/** @param {readonly string[]} wanted */
async function main(wanted) {
  const unknown = wanted.filter((word) => !words.includes(word));
  if (unknown.length) {
    say(`package: unknown word ${unknown.join(', ')}; use ${words.join(', ')}`);
    return 2;
  }
  mkdirSync(dist, { recursive: true });
  const cliOnly = wanted.includes('--cli');
  await ensureBuilt(['renderer', ...(cliOnly ? [] : /** @type {const} */ (['desktop'])), 'cli']);
  if (wanted.includes('--dir')) {
    packPips();
    await pack(['--dir']);
    return 0;
  }
  for (const name of readdirSync(dist)) rmSync(`${dist}/${name}`, { recursive: true });
  say(await packCommandLine(dist));
  if (!cliOnly) {
    const linux = process.platform === 'linux';
    if (linux) await pack(['--dir']);
    if (linux) await packForLinux();
    if (wanted.includes('--downloads'))
      await pack(linux ? ['--prepackaged', `${dist}/linux-unpacked`] : []);
    else say('left out: what needs tools that are downloaded; --downloads makes that as well');
  }
  writeBillOfMaterials(`${dist}/sbom.cdx.json`, cliOnly ? null : electronVersion());
  for (const name of await writeChecksums(dist)) say(name);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
