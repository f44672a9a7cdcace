/** What a wheel says of itself: METADATA is a mail header, version.py and torch's tables are Python. */

/** @param {string | null} metadata @param {string} name */
export function requirementOf(metadata, name) {
  const pattern = new RegExp(
    `^Requires-Dist: *${name} *\\(?([=~<>!][^;()\\n]*)?\\)? *(?:;(.*))?$`,
    'gim',
  );
  // "extra ==" belongs to something that only some ask for.
  const [found] = [...headerOf(metadata).matchAll(pattern)].filter(
    ([, , when = '']) => !/extra/.test(when),
  );
  return found ? (found[1] ?? '').replaceAll(' ', '') : null;
}

/** Above the description, which may quote anything. @param {string | null} metadata */
function headerOf(metadata) {
  return (metadata ?? '').split(/\r?\n\r?\n/, 1)[0] ?? '';
}

/** "13.2" of torch/version.py is cu132; null where it was built without. @param {string | null} versionFile */
export function variantOf(versionFile) {
  const cuda = /^cuda\b[^=]*= *'([\d.]+)'/m.exec(versionFile ?? '')?.[1];
  return cuda === undefined ? null : `cu${cuda.replace('.', '')}`;
}

/**
 * torch's own list of the architectures in its builds, by CUDA: `PYTORCH_RELEASES_CODE_CC` of
 * torch/cuda/__init__.py. Older ones have one list for all processors, or none.
 * @param {string | null} text
 * @returns {Record<string, { every?: string[], x86_64?: string[], aarch64?: string[] }>}
 */
export function ownArchitectures(text) {
  const table = /PYTORCH_RELEASES_CODE_CC[^=]*= *\{([\s\S]*?)\n\}/.exec(text ?? '')?.[1] ?? '';
  // Each CUDA has what stands before the next one.
  const [, ...parts] = table.split(/"(\d+\.\d+)": */);
  const pairs = parts.flatMap((cuda, at) => (at % 2 === 0 ? [[cuda, parts[at + 1] ?? '']] : []));
  return Object.fromEntries(
    pairs.map(([cuda = '', body = '']) => [`cu${cuda.replace('.', '')}`, listsIn(body)]),
  );
}

/**
 * The lists of one CUDA by processor; `every` where torch has one for all.
 * @param {string} body
 * @returns {{ every?: string[], x86_64?: string[], aarch64?: string[] }}
 */
function listsIn(body) {
  const numbers = (/** @type {string} */ list) =>
    [...list.matchAll(/\d+/g)].map(([each]) => `sm_${each}`);
  const named = [...body.matchAll(/"(x86_64|aarch64)": *\{([^}]*)\}/g)];
  if (named.length === 0) return { every: numbers(body) };
  return Object.fromEntries(named.map(([, name, list = '']) => [name, numbers(list)]));
}

/** How closely a companion compares its CUDA with torch's, by its extension.py. @param {string | null} text */
export function comparesCuda(text) {
  const body = /def _check_cuda_version[\s\S]*?(?=\ndef |\n[A-Za-z_]|$)/.exec(text ?? '')?.[0];
  if (body === undefined) return null;
  const exactly = /minor *!=|!= *\w*minor|version *!= *\w*version/.test(body);
  return exactly ? 'family' : 'major';
}
