/**
 * Comments, documents and the sources of tables may name files. One that is in no checkout helps
 * nobody, so each has to be here, or be listed below with whose it is. Pure.
 */

/** @typedef {{ file: string, line: number, sentence: string }} Violation */

/** Files of other programs, and of what is written for users: whose. @type {Readonly<Record<string, string>>} */
const filesOfOthers = {
  'attention-doctor-protection.json': 'what we write into an environment',
  'config.json': 'ComfyUI Desktop v1, A1111',
  'config/comfyConfigManager.ts': 'ComfyUI Desktop v1',
  'cpp_lib.json': 'xFormers',
  'docs/legacy-desktop-adopt-migration.md': 'ComfyUI Desktop v2',
  'installations.json': 'ComfyUI Desktop v2',
  'lib/pythonEnv.ts': 'ComfyUI Desktop v2',
  'pip_overrides.json': 'ComfyUI-Manager',
  'report.md': 'our bundles',
  'sbom.cdx.json': 'our packages',
  'sources/git.ts': 'ComfyUI Desktop v2',
  'sources/portable.ts': 'ComfyUI Desktop v2',
  'sources/standalone/envPaths.ts': 'ComfyUI Desktop v2',
  'src/install/resourcePaths.ts': 'ComfyUI Desktop v1',
  'src/main-process/comfyServer.ts': 'ComfyUI Desktop v1',
  'src/main/installations.ts': 'ComfyUI Desktop v2',
  'src/main/lib/opMarker.ts': 'ComfyUI Desktop v2',
  'src/main/lib/paths.ts': 'ComfyUI Desktop v2',
  'src/main/lib/pythonEnv.ts': 'ComfyUI Desktop v2',
  'src/main/sources/git.ts': 'ComfyUI Desktop v2',
  'src/store/desktopSettings.ts': 'ComfyUI Desktop v1',
  'src/utils/errorReportUtil.ts': 'the frontend of ComfyUI',
  'src/virtualEnvironment.ts': 'ComfyUI Desktop v1',
  'torch_compatibility.json': 'replicate/cog',
  'ui-config.json': 'A1111',
  'xformers/cpp_lib.json': 'xFormers',
};

const endings = 'tsx?|mts|mjs|cjs|md|jsonl?|jsonc|tar|zip|yml|yaml|py|sh|html|svg|png';
/** With these a file may be ours wherever it stands; the others are only where a folder of ours says so. */
const ourEndings = /\.(?:tsx?|mts|mjs|cjs|md|jsonl?|jsonc)$/;
const ourFolders = /^(?:shared|electron|renderer|test|build)\//;
const cited = new RegExp(
  `(?<![\\w@./*{}$-])[\\w@][\\w@./-]*\\.(?:${endings})(?![\\w-]|\\.\\w)`,
  'g',
);
/** Made by a build, or a name that a reader puts in: out/cli.js, STAGE.ts, some-name.ts. */
const placeholder =
  /^(?:out|dist|node_modules)\/|(?:^|\/)(?:[A-Z_]+|some-name)(?:\.test|\.bench)?\.\w+$/;

/**
 * @param {string} file
 * @param {string} text
 * @param {ReadonlySet<string>} endsOfPaths see `endsOf`
 * @returns {Violation[]}
 */
export function missingFilesIn(file, text, endsOfPaths) {
  return text.split('\n').flatMap((line, index) =>
    [...citingPart(file, line).matchAll(cited)]
      .map(([name]) => name)
      .filter((name) => ourEndings.test(name) || ourFolders.test(name))
      .filter((name) => !placeholder.test(name) && !(name in filesOfOthers))
      .filter((name) => !endsOfPaths.has(name))
      .map((name) => ({
        file,
        line: index + 1,
        sentence: `${name} is not in this repository: say the fact itself, name its public source, or list whose file it is in build/cited-files.mjs`,
      })),
  );
}

/**
 * Everything that a path may be called by: the path and each of its ends.
 * @param {readonly string[]} paths below the top of the checkout, with forward slashes
 */
export function endsOf(paths) {
  const ends = paths.flatMap((each) => {
    const names = each.split('/');
    return names.map((_, from) => names.slice(from).join('/'));
  });
  return new Set(ends);
}

/**
 * What of a line a reader reads: all of a document, of a table the sources, of code the comments.
 * @param {string} file
 * @param {string} line
 */
function citingPart(file, line) {
  if (file.endsWith('.md')) return line;
  const part = file.endsWith('.json')
    ? /"source": "(.*)"/.exec(line)
    : /(?:^\s*(?:\*|\/[/*])|\s\/[/*])\s?(.*)/.exec(line);
  return part?.[1] ?? '';
}
