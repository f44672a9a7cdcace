import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../paths.mjs';
import { product, sourceDate } from './product.mjs';

/** @typedef {{ version: string, license?: string, integrity?: string, dependencies?: Record<string, string>, dev?: boolean }} Locked */

/** What the bundles are made of; the packages that these need come by themselves. */
const bundled = [
  ...['@mantine/core', '@mantine/hooks', '@renovatebot/pep440', 'execa', 'fflate', 'jsonc-parser'],
  ...['lucide-react', 'react', 'react-dom', 'ws', 'yauzl', 'zod', 'zustand'],
];

/**
 * The bill of materials as CycloneDX 1.6: what is bundled, by the lock file, with the runtime and the pips.
 * `npm sbom` would name what we build with, and another moment and number each time.
 * @param {string | null} electron the version of the runtime; null where none is packed
 */
function billOfMaterials(electron) {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8'));
  /** @type {{ rows: { version: string, sha256: string }[] }} */
  const pips = JSON.parse(readFileSync(fromRoot('electron/engine/pip/own-pips.json'), 'utf8'));
  const components = [
    ...closure(packages).map(([name, locked]) =>
      component('npm', name, locked.version, {
        ...(locked.license ? { licenses: [{ expression: locked.license }] } : {}),
        ...(locked.integrity ? { hashes: [hashOf(locked.integrity)] } : {}),
      }),
    ),
    ...pips.rows.map(({ version, sha256 }) =>
      component('pypi', 'pip', version, {
        licenses: [{ expression: 'MIT' }],
        hashes: [{ alg: 'SHA-256', content: sha256 }],
      }),
    ),
    ...(electron
      ? [component('npm', 'electron', electron, { licenses: [{ expression: 'MIT' }] })]
      : []),
  ];
  const digest = createHash('sha256').update(JSON.stringify(components)).digest('hex');
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(digest)}`,
    version: 1,
    metadata: {
      timestamp: new Date(sourceDate() * 1000).toISOString(),
      component: component('npm', product.name, product.version, {
        licenses: [{ expression: product.license }],
      }),
    },
    components,
  };
}

/** @param {string} file @param {string | null} electron */
export function writeBillOfMaterials(file, electron) {
  writeFileSync(file, `${JSON.stringify(billOfMaterials(electron), null, 2)}\n`);
}

/** @param {Record<string, Locked>} packages @returns {[string, Locked][]} sorted */
function closure(packages) {
  /** @type {Map<string, [string, Locked]>} */
  const found = new Map();
  /** @param {string} name @param {string} from where it is asked for */
  const add = (name, from) => {
    const place = placeOf(packages, name, from);
    const locked = place === null ? undefined : packages[place];
    if (place === null || !locked || found.has(place)) return;
    found.set(place, [name, locked]);
    for (const needed of Object.keys(locked.dependencies ?? {})) add(needed, place);
  };
  for (const name of bundled) add(name, '');
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}

/** As Node looks for it: from the innermost folder out. @param {Record<string, Locked>} packages @param {string} name @param {string} from @returns {string | null} */
function placeOf(packages, name, from) {
  const place = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (packages[place]) return place;
  if (from === '') return null;
  return placeOf(packages, name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

/** @param {string} kind @param {string} name @param {string} version @param {object} more */
function component(kind, name, version, more) {
  const purl = `pkg:${kind}/${name.replace('@', '%40')}@${version}`;
  return { type: 'library', 'bom-ref': purl, name, version, purl, ...more };
}

/** @param {string} integrity */
function hashOf(integrity) {
  const content = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return { alg: 'SHA-512', content };
}

/** A number made of the contents. @param {string} digest */
function uuidOf(digest) {
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`];
  return [...parts, variant + digest.slice(17, 20), digest.slice(20, 32)].join('-');
}
