import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { findProgram } from '../find-program.mjs';
import { fromRoot } from '../paths.mjs';
import { runProgram } from '../run-program.mjs';
import { mimeInfo } from './bundle-type.mjs';
import { desktopEntry } from './desktop-entry.mjs';
import { product, sourceDate } from './product.mjs';

/** What Electron's own library list comes to in Debian and Ubuntu. */
const depends = [
  ...['libasound2 | libasound2t64', 'libatk-bridge2.0-0 | libatk-bridge2.0-0t64'],
  ...['libc6 (>= 2.28)', 'libdrm2', 'libgbm1', 'libgtk-3-0 | libgtk-3-0t64', 'libnss3'],
  ...['libxkbcommon0', 'xdg-utils'],
];
const architectures = { x64: 'amd64', arm64: 'arm64' };
/** Where it lies once it is installed. */
const place = 'opt/attention-doctor';

/**
 * Makes a deb of the unpacked app with dpkg-deb, which needs no download; null where that program is
 * missing. Menus, icons and file types are renewed by the triggers of the packages that keep them, so
 * that no script runs at installation.
 * @param {string} unpacked the folder that electron-builder made
 * @param {string} output the file
 * @param {'x64' | 'arm64'} architecture
 * @returns {Promise<string | null>}
 */
export async function makeDeb(unpacked, output, architecture) {
  const tool = findProgram(['dpkg-deb']);
  if (!tool) return null;
  mkdirSync(fromRoot('out'), { recursive: true });
  // Its own for each: two may be made at once.
  const tree = mkdtempSync(fromRoot('out/deb-'));
  try {
    chmodSync(tree, 0o755);
    layOut(tree, unpacked, architecture);
    await build(tool, tree, output);
  } finally {
    rmSync(tree, { recursive: true });
  }
  return output;
}

/**
 * @param {string} tree an empty folder, which becomes what the deb holds
 * @param {string} unpacked
 * @param {'x64' | 'arm64'} architecture
 */
function layOut(tree, unpacked, architecture) {
  cpSync(unpacked, path.join(tree, place), { recursive: true, verbatimSymlinks: true });
  /** @param {string} name @param {string} text */
  const write = (name, text) => {
    const file = path.join(tree, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(
    `usr/share/applications/${product.name}.desktop`,
    desktopEntry(`/${place}/${product.name}`),
  );
  write(`usr/share/mime/packages/${product.name}.xml`, mimeInfo());
  for (const file of readdirSync(fromRoot('build/icons/linux'))) {
    const size = path.parse(file).name;
    const icon = `usr/share/icons/hicolor/${size}/apps/${product.name}.png`;
    cpSync(fromRoot('build/icons/linux', file), path.join(tree, icon));
  }
  cpSync(
    fromRoot('build/icons/icon.svg'),
    path.join(tree, `usr/share/icons/hicolor/scalable/apps/${product.name}.svg`),
  );
  write(`usr/share/doc/${product.name}/copyright`, readFileSync(fromRoot('LICENSE'), 'utf8'));
  mkdirSync(path.join(tree, 'usr/bin'), { recursive: true });
  // The plain name is that of the command line, which npm installs.
  symlinkSync(`/${place}/${product.name}`, path.join(tree, `usr/bin/${product.name}-desktop`));
  const files = filesBelow(tree);
  setModes(tree);
  write('DEBIAN/control', control(architecture, files));
  write(
    'DEBIAN/md5sums',
    files.map((file) => `${md5(file)}  ${path.relative(tree, file)}\n`).join(''),
  );
  chmodSync(path.join(tree, 'DEBIAN'), 0o755);
  for (const name of readdirSync(path.join(tree, 'DEBIAN')))
    chmodSync(path.join(tree, 'DEBIAN', name), 0o644);
}

/** @param {string} tool @param {string} tree @param {string} output */
async function build(tool, tree, output) {
  const code = await runProgram(
    tool,
    ['--root-owner-group', '-Zgzip', '-z6', '--build', tree, output],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()) },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (code !== 0) throw new Error(`dpkg-deb could not make ${output} (exit code ${code})`);
}

/** Whatever this user's mask made of them. @param {string} tree */
function setModes(tree) {
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(file, 0o755);
    else if (entry.isFile()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
    // Chromium's sandbox, for systems on which an ordinary user may open no namespace.
    if (entry.name === 'chrome-sandbox') chmodSync(file, 0o4755);
  }
}

/** @param {'x64' | 'arm64'} architecture @param {readonly string[]} files */
function control(architecture, files) {
  const kibibytes = files.reduce((sum, file) => sum + Math.ceil(statSync(file).size / 1024), 0);
  return [
    `Package: ${product.name}`,
    `Version: ${product.version}`,
    `Architecture: ${architectures[architecture]}`,
    `Maintainer: ${product.maintainer}`,
    `Installed-Size: ${kibibytes}`,
    `Depends: ${depends.join(', ')}`,
    'Section: utils',
    'Priority: optional',
    `Description: ${product.synopsis.en}`,
    ` ${product.description}`,
    ' .',
    ` ${product.synopsis['zh-CN']}。`,
    '',
  ].join('\n');
}

/** @param {string} folder */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} file */
function md5(file) {
  return createHash('md5').update(readFileSync(file)).digest('hex');
}
