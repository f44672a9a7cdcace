import { compare } from '@renovatebot/pep440';
import { fileLike, isFinal, pythonsOf, releasesOf } from './index.mjs';
import { requirementOf } from './metadata.mjs';
import { readWheel } from './remote-wheel.mjs';
import { readTable } from './tables.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */
/** @typedef {{ version: string, released: string, builtForTorch: string, torchRequirement: string, python: { kind: 'list', versions: string[] } | { kind: 'from', version: string }, pypiVariant: string, pypiHasWindowsWheel: boolean, stableAbi: boolean }} XformersRow */

const table = 'xformers-releases';
const linux = /manylinux\w*_x86_64\.whl$/;
const wanted = {
  metadata: /\.dist-info\/METADATA$/,
  built: /^xformers\/cpp_lib\.json$/,
  extension: /^xformers\/_C\w*\.pyd?$/,
};

/** What PyPI's wheels of xFormers say against xformers-releases.json. @returns {Promise<Finding[]>} */
export async function checkXformers() {
  const rows = /** @type {XformersRow[]} */ (/** @type {unknown} */ (readTable(table).rows));
  const oldest = rows[0]?.version ?? '0';
  const releases = (await releasesOf('xformers')).filter(isFinal);
  const known = new Set(rows.map(({ version }) => version));
  /** @type {Finding[]} */
  const found = releases
    .filter(
      ({ version, files }) =>
        compare(version, oldest) > 0 && !known.has(version) && fileLike(files, linux),
    )
    .map(({ version }) => ({
      kind: 'new',
      table,
      row: version,
      text: `xFormers ${version} has no row`,
    }));
  for (const row of rows) {
    const release = releases.find(({ version }) => version === row.version);
    // Of 0.0.18 and 0.0.19 and some others only PyTorch's index has wheels by now.
    if (release) found.push(...(await checkRow(row, release.files)));
    else found.push({ kind: 'note', table, row: row.version, text: 'not on the index (any more)' });
  }
  const newest = releases.at(-1);
  if (newest)
    found.push({ kind: 'note', table, row: newest.version, text: 'is the newest xFormers' });
  return found;
}

/** @param {XformersRow} row @param {import('./index.mjs').IndexFile[]} files @returns {Promise<Finding[]>} */
async function checkRow(row, files) {
  const wheel = fileLike(files, linux);
  if (!wheel)
    return [
      { kind: 'note', table, row: row.version, text: 'no Linux wheel on the index (any more)' },
    ];
  const { metadata = null, built = null } = await readWheel(wheel, wanted);
  const pythons = pythonsOf(files);
  const says = /** @type {[string, string, string][]} */ ([
    ['asks of torch', requirementOf(metadata, 'torch') ?? 'nothing', row.torchRequirement],
    [
      'Windows wheel',
      String(fileLike(files, /win_amd64/) !== undefined),
      String(row.pypiHasWindowsWheel),
    ],
    ...(row.python.kind === 'list'
      ? [['Python', pythons.join(', '), row.python.versions.join(', ')]]
      : []),
    ...builtWith(built, row),
  ]);
  return says.map(([what, is, said]) => {
    const same = what === 'asks of torch' ? plain(is) === plain(said) : is === said;
    return same
      ? { kind: 'held', table, row: row.version, text: `${what}: ${is}` }
      : { kind: 'wrong', table, row: row.version, text: `${what}: ${is}, the row says ${said}` };
  });
}

/** cpp_lib.json: with what it was compiled. @param {string | null} text @param {XformersRow} row @returns {[string, string, string][]} */
function builtWith(text, row) {
  if (text === null) return [];
  /** @type {{ version?: { cuda?: number, torch?: string } }} */
  const { version } = JSON.parse(text);
  const cuda = version?.cuda;
  const torch = version?.torch?.replace(/\+.*/, '');
  return [
    ...(cuda
      ? /** @type {[string, string, string][]} */ ([
          ['CUDA', `cu${Math.floor(cuda / 100)}${cuda % 100}`, row.pypiVariant],
        ])
      : []),
    ...(torch
      ? /** @type {[string, string, string][]} */ ([['built for torch', torch, row.builtForTorch]])
      : []),
  ];
}

/** @param {string} specifier */
function plain(specifier) {
  return specifier
    .split(',')
    .sort()
    .join(',')
    .replace(/(>=\d+\.\d+)\.0\b/, '$1');
}
