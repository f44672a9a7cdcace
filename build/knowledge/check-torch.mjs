import { compare } from '@renovatebot/pep440';
import { fileLike, isFinal, pythonsOf, releasesOf } from './index.mjs';
import { ownArchitectures, requirementOf, variantOf } from './metadata.mjs';
import { readWheel } from './remote-wheel.mjs';
import { readTable } from './tables.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */
/** @typedef {{ torch: string, python: string[], pypiLinuxVariant: string, cuda: { variant: string, architectures: string[], armArchitectures?: string[] }[], tritonLinux: { fromTorch: string, requirement: string, source: string }[], tritonWindows: { series: string, oldestPython: string, newestPython: string } | null }} TorchRow */

const table = 'torch-releases';
const linux = /manylinux\w*_x86_64\.whl$|linux_x86_64\.whl$/;
const wanted = {
  metadata: /\.dist-info\/METADATA$/,
  version: /^torch\/version\.py$/,
  cuda: /^torch\/cuda\/__init__\.py$/,
};
const minorOf = (/** @type {string} */ version) => version.split('.').slice(0, 2).join('.');

/** What PyPI's wheels of torch say against torch-releases.json. @returns {Promise<Finding[]>} */
export async function checkTorch() {
  const rows = /** @type {TorchRow[]} */ (/** @type {unknown} */ (readTable(table).rows));
  const releases = (await releasesOf('torch'))
    .filter(isFinal)
    .filter(({ version }) => compare(version, '2.0') >= 0);
  const known = new Set(rows.map(({ torch }) => torch));
  /** @type {Finding[]} */
  const found = releases
    .filter(({ version }) => !known.has(minorOf(version)))
    .map(({ version, files }) => ({
      ...{ kind: 'new', table, row: minorOf(version) },
      text: `torch ${version} has no row: Python ${pythonsOf(files).join(', ')}`,
    }));
  for (const row of rows) found.push(...(await checkRow(row, releases)));
  return [...found, ...(await checkWindowsTriton(rows))];
}

/** @param {TorchRow} row @param {import('./index.mjs').Release[]} releases @returns {Promise<Finding[]>} */
async function checkRow(row, releases) {
  const own = releases.filter(({ version }) => minorOf(version) === row.torch);
  const newest = own.at(-1);
  if (!newest) return [finding('wrong', row, 'no release of it is on the index')];
  /** @type {Finding[]} */
  const found = [{ kind: 'held', table, row: row.torch, text: `Python ${row.python.join(', ')}` }];
  const pythons = pythonsOf(newest.files.filter(({ filename }) => linux.test(filename)));
  if (pythons.join() !== row.python.join())
    found.push(
      finding(
        'wrong',
        row,
        `wheels of ${newest.version} are for Python ${pythons.join(', ')}, the row says ${row.python.join(', ')}`,
      ),
    );
  for (const release of own) found.push(...(await checkRelease(row, release, release === newest)));
  return found;
}

/** @param {TorchRow} row @param {import('./index.mjs').Release} release @param {boolean} isNewest @returns {Promise<Finding[]>} */
async function checkRelease(row, { version, files }, isNewest) {
  const wheel = fileLike(files, linux);
  if (!wheel) return [];
  const {
    metadata = null,
    version: versionFile = null,
    cuda = null,
  } = await readWheel(wheel, wanted);
  const asked = requirementOf(metadata, 'triton');
  const pin = row.tritonLinux.findLast((each) => compare(each.fromTorch, version) <= 0);
  /** @type {Finding[]} */
  const found = [];
  if (pin?.requirement !== asked)
    found.push({
      ...finding(
        'wrong',
        row,
        `torch ${version} asks for triton ${asked}, the row says ${pin?.requirement ?? 'nothing'}`,
      ),
      fix: { list: 'tritonLinux', fromTorch: version, requirement: asked ?? '' },
    });
  else found.push(finding('held', row, `torch ${version} asks for triton ${asked}`));
  if (!isNewest) return found;
  const variant = variantOf(versionFile);
  if (variant !== row.pypiLinuxVariant && variant !== null)
    found.push(
      finding(
        'wrong',
        row,
        `the Linux wheel of PyPI is ${variant}, the row says ${row.pypiLinuxVariant}`,
      ),
    );
  else found.push(finding('held', row, `the Linux wheel of PyPI is ${row.pypiLinuxVariant}`));
  return [...found, ...checkArchitectures(row, version, cuda)];
}

/** @param {TorchRow} row @param {string} version @param {string | null} text @returns {Finding[]} */
function checkArchitectures(row, version, text) {
  const own = ownArchitectures(text);
  const found = row.cuda.flatMap(({ variant, architectures, armArchitectures }) => {
    const lists = own[variant];
    if (!lists) return [];
    // One list for all processors has those of ARM in it as well.
    const more = architectures.filter((each) => lists.every?.includes(each) === false);
    if (more.length > 0)
      return [
        finding(
          'differs',
          row,
          `torch ${version} does not name ${more.join(' ')} for ${variant}, the row does`,
        ),
      ];
    const pairs = /** @type {const} */ ([
      ['x86_64', architectures, lists.x86_64],
      ['aarch64', armArchitectures, lists.aarch64],
    ]);
    return pairs.flatMap(([name, said, is]) => {
      if (is === undefined) return [];
      if (said?.join() === is.join())
        return [finding('held', row, `${variant} for ${name}: ${is.join(' ')}`)];
      const kind =
        said === undefined ? /** @type {const} */ ('new') : /** @type {const} */ ('differs');
      return [
        {
          ...finding(
            kind,
            row,
            `torch ${version} says of ${variant} for ${name}: ${is.join(' ')}; the row: ${said?.join(' ') ?? 'nothing'}`,
          ),
          ...(said === undefined && {
            fix: { list: 'armArchitectures', variant, architectures: is },
          }),
        },
      ];
    });
  });
  const without = Object.keys(own).filter(
    (variant) => !row.cuda.some((each) => each.variant === variant),
  );
  return without.length === 0
    ? found
    : [
        ...found,
        finding(
          'note',
          row,
          `torch ${version} names builds for ${without.join(', ')} to people with a card that it does not serve; the row has no such wheels`,
        ),
      ];
}

/** @param {TorchRow[]} rows @returns {Promise<Finding[]>} */
async function checkWindowsTriton(rows) {
  const releases = (await releasesOf('triton-windows')).filter(isFinal);
  const newest = releases.at(-1);
  /** @type {Finding[]} */
  const found = newest
    ? [
        {
          kind: 'note',
          table,
          row: 'triton-windows',
          text: `newest is ${newest.version}, for Python ${pythonsOf(newest.files).join(', ')}${newest.files.some(({ filename }) => filename.includes('win_arm64')) ? ', on ARM as well' : ''}`,
        },
      ]
    : [];
  return [
    ...found,
    ...rows.flatMap((row) => {
      const asked = /\d+\.\d+/.exec(row.tritonLinux.at(-1)?.requirement ?? '')?.[0] ?? '';
      const series = row.tritonWindows?.series ?? asked;
      const last = releases.findLast(({ version }) => minorOf(version) === series);
      if (row.tritonWindows === null)
        return last
          ? [finding('new', row, `triton-windows ${last.version} goes with it now`)]
          : [finding('held', row, `no triton-windows for Triton ${asked}`)];
      if (!last) return [finding('wrong', row, `no triton-windows ${series} is on the index`)];
      const ofSeries = releases.filter(({ version }) => minorOf(version) === series);
      const pythons = pythonsOf(ofSeries.flatMap(({ files }) => files));
      const { oldestPython, newestPython } = row.tritonWindows;
      const same = pythons[0] === oldestPython && pythons.at(-1) === newestPython;
      return [
        same
          ? finding(
              'held',
              row,
              `triton-windows ${series}: Python ${oldestPython} to ${newestPython}`,
            )
          : finding(
              'wrong',
              row,
              `triton-windows ${last.version} is for Python ${pythons[0]} to ${pythons.at(-1)}, the row says ${oldestPython} to ${newestPython}`,
            ),
      ];
    }),
  ];
}

/** @param {Finding['kind']} kind @param {{ torch: string }} row @param {string} text @returns {Finding} */
function finding(kind, row, text) {
  return { kind, table, row: row.torch, text };
}
