import { compare, valid } from '@renovatebot/pep440';

/**
 * The package index as pip is set to use it; its JSON pages name every file of every release
 * (docs.pypi.org/api/json).
 */
const base = (process.env.PIP_INDEX_URL ?? 'https://pypi.org/simple').replace(/\/simple\/?$/, '');

/** @typedef {{ filename: string, url: string, size: number, uploaded: string }} IndexFile */
/** @typedef {{ version: string, files: IndexFile[] }} Release */

/** @type {Map<string, Promise<Release[]>>} */
const asked = new Map();

/**
 * Every release with files, the newest last; none that was taken back.
 * @param {string} name
 * @returns {Promise<Release[]>}
 */
export function releasesOf(name) {
  const known = asked.get(name) ?? ask(name);
  asked.set(name, known);
  return known;
}

/** @param {string} name @returns {Promise<Release[]>} */
async function ask(name) {
  const address = `${base}/pypi/${name}/json`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`${name}: the index answers ${answer.status}`);
  /** @type {{ releases: Record<string, { filename: string, url: string, size: number, upload_time: string, yanked: boolean }[]> }} */
  const page = await answer.json();
  return Object.entries(page.releases)
    .map(([version, files]) => ({
      version,
      files: files
        .filter(({ yanked }) => !yanked)
        .map(({ filename, url, size, upload_time: uploaded }) => ({
          ...{ filename, size, uploaded },
          url: new URL(url, address).href,
        })),
    }))
    .filter(({ version, files }) => files.length > 0 && valid(version) !== null)
    .sort((one, other) => compare(one.version, other.version));
}

/** Whether it is no alpha, beta or candidate. @param {{ version: string }} release */
export function isFinal({ version }) {
  return /^[\d.]+(\.post\d+)?$/.test(version);
}

/** The Pythons whose wheels fit, as 3.12; without the free-threaded ones. @param {readonly IndexFile[]} files */
export function pythonsOf(files) {
  const tags = files.flatMap(({ filename }) => /-cp3(\d+)-cp3\1-/.exec(filename)?.[1] ?? []);
  const minors = [...new Set(tags.map(Number))].sort((one, other) => one - other);
  return minors.map((minor) => `3.${minor}`);
}

/** @param {readonly IndexFile[]} files @param {RegExp} pattern */
export function fileLike(files, pattern) {
  return files
    .filter(({ filename }) => filename.endsWith('.whl'))
    .find((each) => pattern.test(each.filename));
}
