import path from 'node:path';
import type { EnvironmentKind } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';

/** Who installed a base Python, by the place that only that installer uses. */
const places: readonly [RegExp, EnvironmentKind][] = [
  [/\/WindowsApps\/PythonSoftwareFoundation\.Python\.\d/i, 'store'],
  [/\/\.?pyenv\/(pyenv-win\/)?versions\/[^/]+(\/|$)/i, 'pyenv'],
  [/\/uv\/(data\/)?python\/\w+-\d+\.\d+[^/]*(\/|$)/i, 'uv_managed'],
  [/\/WPy(64|32)?-?\d[^/]*\/python/i, 'winpython'],
  [/\/Cellar\/python(@|\/)/, 'homebrew'],
  [/\/(Xcode[^/]*\.app|CommandLineTools)\/.*Python3?\.framework\//i, 'xcode'],
  [/\/Library\/Frameworks\/Python\.framework\/Versions\//, 'python_org'],
];

/** The kind of a Python that is no environment; `system` where its place tells nothing. */
export function baseKind(system: System, root: string, executable: string | null): EnvironmentKind {
  const texts = [root, executable ?? root].map((each) => each.replaceAll('\\', '/'));
  const match = places.find(([pattern]) => texts.some((text) => pattern.test(text)));
  if (match) return match[1];
  if (isBelow(root, system.environment['UV_PYTHON_INSTALL_DIR'])) return 'uv_managed';
  const pyenvRoot = system.environment['PYENV_ROOT'];
  return pyenvRoot && isBelow(root, path.join(pyenvRoot, 'versions')) ? 'pyenv' : 'system';
}

function isBelow(location: string, folder: string | undefined): boolean {
  if (folder === undefined || folder === '') return false;
  const way = path.relative(folder, location);
  return way !== '' && !way.startsWith('..') && !path.isAbsolute(way);
}
