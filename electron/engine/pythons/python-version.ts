import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/**
 * The full version as CPython's own header says it. `minor` is needed where the headers of
 * several versions lie side by side (include/python3.12).
 */
export async function versionInHeader(
  system: System,
  root: string,
  minor: string | null,
): Promise<string | null> {
  const folders = [
    ...(minor === null
      ? []
      : [
          ['include', `python${minor}`],
          ['include', `python${minor}t`],
        ]),
    // Windows keeps one version a folder; it does not tell case apart, a mounted disk may.
    ['include'],
    ['Include'],
  ];
  for (const folder of folders) {
    const header = path.join(root, ...folder, 'patchlevel.h');
    const text = await system.files.readText(header).catch(ifUnanswered(null));
    const version = text && /^#define\s+PY_VERSION\s+"([^"+]+)\+?"/m.exec(text)?.[1];
    if (version) return version;
  }
  return null;
}

/** `…/versions/3.11.9`, `cpython-3.12.7-linux-x86_64-gnu`, `python-3.13.0.amd64`. */
export function versionInPath(root: string): string | null {
  const name = path.basename(root.replaceAll('\\', '/'));
  const store = /^PythonSoftwareFoundation\.Python\.(\d+\.\d+)_(?:\d+\.\d+\.(\d+)\.)?/i.exec(name);
  if (store?.[1] !== undefined) return store[1] + microOfPackage(store[2]);
  return /^(?:\w+-)?(\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?)(?![\w])/.exec(name)?.[1] ?? null;
}

/** A package's third number is the lower half of sys.hexversion: 2800 is 0x0af0, the final .10. */
function microOfPackage(number: string | undefined): string {
  const bits = Number(number ?? 0);
  return (bits & 0xf0) === 0xf0 ? `.${bits >> 8}` : '';
}
