import { compare, satisfies } from '@renovatebot/pep440';
import { fileLike, isFinal, releasesOf } from './index.mjs';
import { comparesCuda, requirementOf } from './metadata.mjs';
import { readWheel } from './remote-wheel.mjs';
import { readTable } from './tables.mjs';

/** @typedef {import('./findings.mjs').Finding} Finding */
/** @typedef {{ torch: string, torchvision: string, torchaudio: string, source: string }} TrioRow */
/** @typedef {{ name: string, from: string, same: string }} CudaRow */

const linux = /manylinux\w*_x86_64\.whl$|linux_x86_64\.whl$/;
const wanted = {
  metadata: /\.dist-info\/METADATA$/,
  extension: /^torchvision\/extension\.py$|^torchaudio\/_ext\w*(?:\/utils)?\.py$/,
  other: /^torchaudio\/_extension\/__init__\.py$/,
};
const names = /** @type {const} */ (['torchvision', 'torchaudio']);

/** What the wheels of torchvision and torchaudio say against the tables of companions. @returns {Promise<Finding[]>} */
export async function checkCompanions() {
  const rows = /** @type {TrioRow[]} */ (/** @type {unknown} */ (readTable('torch-trios').rows));
  const torches = (await releasesOf('torch')).filter(isFinal);
  const known = new Set(rows.map(({ torch }) => torch));
  /** @type {Finding[]} */
  const found = [];
  for (const { version } of torches.filter(
    (each) => compare(each.version, '2.0') >= 0 && !known.has(each.version),
  ))
    found.push(await newTrio(version));
  for (const row of rows) for (const name of names) found.push(...(await checkTrio(row, name)));
  for (const name of names) found.push(...(await checkNewest(name)));
  return found;
}

/** @param {TrioRow} row @param {'torchvision' | 'torchaudio'} name @returns {Promise<Finding[]>} */
async function checkTrio(row, name) {
  const { asked } = await readCompanion(name, row[name]);
  const where = { table: 'torch-trios', row: row.torch };
  if (asked === undefined)
    return [{ ...where, kind: 'note', text: `${name} ${row[name]} is not on the index` }];
  const fits = asked === null || asked === '' || satisfies(row.torch, asked);
  const text = `${name} ${row[name]} asks for torch ${asked === null || asked === '' ? '(any)' : asked}`;
  return [{ ...where, kind: fits ? 'held' : 'wrong', text }];
}

/** The newest companions that accept a torch without a row. @param {string} torch @returns {Promise<Finding>} */
async function newTrio(torch) {
  /** @type {string[]} */
  const chosen = [];
  for (const name of names) {
    const releases = (await releasesOf(name)).filter(isFinal).reverse().slice(0, 4);
    for (const { version } of releases) {
      const { asked } = await readCompanion(name, version);
      if (asked !== undefined && (!asked || satisfies(torch, asked))) {
        chosen.push(version);
        break;
      }
    }
  }
  const [torchvision = '', torchaudio = ''] = chosen;
  return {
    ...{ kind: 'new', table: 'torch-trios', row: torch },
    text: `torch ${torch} has no row; torchvision ${torchvision} and torchaudio ${torchaudio} accept it`,
    fix: { list: 'rows', torch, torchvision, torchaudio },
  };
}

/** @param {'torchvision' | 'torchaudio'} name @returns {Promise<Finding[]>} */
async function checkNewest(name) {
  const newest = (await releasesOf(name)).filter(isFinal).at(-1);
  if (!newest) return [];
  const { asked, extension, file } = await readCompanion(name, newest.version);
  const rows = /** @type {CudaRow[]} */ (/** @type {unknown} */ (readTable('companion-cuda').rows));
  const row = rows.findLast(
    (each) => each.name === name && compare(each.from, newest.version) <= 0,
  );
  const compares = comparesCuda(extension ?? null);
  const where = { table: 'companion-cuda', row: `${name} ${newest.version}` };
  const any = /-py3-none-/.test(file ?? '') ? 'one wheel for every Python, ' : '';
  return [
    {
      ...where,
      kind: 'note',
      text: `is the newest: ${any}asks for torch ${asked || '(any)'}, compares the CUDA ${compares ?? 'in no way that we read'}`,
    },
    ...(compares === null || row === undefined
      ? []
      : [
          {
            ...where,
            kind:
              compares === row.same
                ? /** @type {const} */ ('held')
                : /** @type {const} */ ('wrong'),
            text: `compares the CUDA ${compares}, the row says ${row.same}`,
          },
        ]),
  ];
}

/**
 * @param {string} name @param {string} version
 * @returns {Promise<{ asked?: string | null, extension?: string | null, file?: string }>} `asked` is missing where there is no such wheel
 */
async function readCompanion(name, version) {
  const release = (await releasesOf(name)).find((each) => each.version === version);
  const wheel = release && fileLike(release.files, linux);
  if (!wheel) return {};
  const { metadata = null, extension, other } = await readWheel(wheel, wanted);
  const text = `${extension ?? ''}\n${other ?? ''}`;
  return { asked: requirementOf(metadata, 'torch'), extension: text, file: wheel.filename };
}
