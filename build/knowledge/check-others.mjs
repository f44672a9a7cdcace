import { isFinal, fileLike, releasesOf } from './index.mjs';
import { windowsImports } from './import-tables.mjs';
import { readWheel } from './remote-wheel.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */

/** Facts of packages beside the rows about torch and xFormers; a person reads them. @returns {Promise<Finding[]>} */
export async function checkOthers() {
  return [
    ...(await kitchen()),
    ...(await flashAttention4()),
    ...(await emptyPackages()),
    ...(await ownPip()),
  ];
}

/** What comfy-kitchen's Windows kernels need to load. @returns {Promise<Finding[]>} */
async function kitchen() {
  const newest = (await releasesOf('comfy-kitchen')).filter(isFinal).at(-1);
  const wheel = newest && fileLike(newest.files, /cp312-abi3-win_amd64/);
  if (!newest || !wheel) return [];
  const found = await windowsImports(wheel, /comfy_kitchen\/.*\.pyd$/);
  const operators = await readWheel(wheel, { init: /^comfy_kitchen\/__init__\.py$/ });
  const names = [...(operators.init ?? '').matchAll(/^ {4}"(\w+)",$/gm)].map(([, name]) => name);
  return [
    note(
      'comfy-kitchen',
      `newest is ${newest.version}${names.includes('int8_attention') ? ', with int8_attention' : ''}`,
    ),
    ...found.map(({ file, libraries }) =>
      note('comfy-kitchen', `${file} needs ${libraries.join(', ')}`),
    ),
  ];
}

/** Two packages in one folder. @returns {Promise<Finding[]>} */
async function flashAttention4() {
  const newest = (await releasesOf('flash-attn-4')).at(-1);
  const wheel = newest && fileLike(newest.files, /py3-none-any/);
  if (!wheel) return [];
  const { init, cute } = await readWheel(wheel, {
    init: /^flash_attn\/__init__\.py$/,
    cute: /^flash_attn\/cute\/__init__\.py$/,
  });
  const place =
    cute === null
      ? 'elsewhere'
      : init === null
        ? 'as flash_attn.cute, without flash_attn itself: beside it flash-attn is shadowed'
        : 'in flash_attn';
  return [note('flash-attn-4', `newest is ${newest.version}, which lies ${place}`)];
}

/** A name that somebody holds without a content. @returns {Promise<Finding[]>} */
async function emptyPackages() {
  const newest = (await releasesOf('mslk')).at(-1);
  const largest = Math.max(0, ...(newest?.files ?? []).map(({ size }) => size));
  return newest && largest < 20_000
    ? [note('mslk', `${newest.version} is empty (${largest} bytes)`)]
    : [];
}

/** The pip that is brought along. @returns {Promise<Finding[]>} */
async function ownPip() {
  const newest = (await releasesOf('pip')).filter(isFinal).at(-1);
  const wheel = newest && fileLike(newest.files, /py3-none-any/);
  if (!wheel) return [];
  const { metadata } = await readWheel(wheel, { metadata: /\.dist-info\/METADATA$/ });
  const python = /^Requires-Python: *(.*)$/m.exec(metadata ?? '')?.[1] ?? 'any';
  return [note('pip', `newest is ${newest.version}, for Python ${python}`)];
}

/** @param {string} row @param {string} text @returns {Finding} */
function note(row, text) {
  return { kind: 'note', table: 'packages', row, text };
}
