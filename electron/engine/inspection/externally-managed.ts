import path from 'node:path';
import { kindRows } from '../../../shared/environment-kinds.ts';
import type { Environment } from '../../../shared/install.ts';
import type { System } from '../machine/system.ts';

/**
 * PEP 668: whether pip would refuse here. It looks at the marker wherever it does not stand in a
 * virtual environment, so in conda's and pixi's, too. Source: pip's check_externally_managed.
 */
export async function isExternallyManaged(
  system: System,
  environment: Environment,
): Promise<boolean> {
  if (kindRows[environment.kind].virtual) return false;
  const root = environment.environmentRoot;
  const library = (await system.files.list(path.join(root, 'lib'))) ?? [];
  const folders = ['Lib', ...library.map((entry) => path.join('lib', entry.name))];
  for (const folder of folders.filter((each) => /(^|[\\/])(Lib|python3[\d.]*t?)$/.test(each))) {
    if (await system.files.info(path.join(root, folder, 'EXTERNALLY-MANAGED'))) return true;
  }
  return false;
}
