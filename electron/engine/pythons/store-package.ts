import path from 'node:path';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';
import { localAppData } from './user-folders.ts';

/** By the alias's folder (NAME_PUBLISHER), or by the package's own (NAME_VERSION_CPU__PUBLISHER). */
const packageFolder =
  /[\\/]WindowsApps[\\/](PythonSoftwareFoundation\.Python\.\d+\.\d+)_(?:[^\\/]*_)?(\w+?)(?:[\\/]|$)/i;
const applications =
  'HKCU\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel';

/** The package family of a Python of the Microsoft Store; null for every other program. */
function storeFamily(location: string): string | null {
  const [, name, publisher] = packageFolder.exec(location) ?? [];
  return name === undefined || publisher === undefined ? null : `${name}_${publisher}`;
}

/**
 * Where a Store Python really lies: what is in %LOCALAPPDATA%\Microsoft\WindowsApps only leads
 * there. null where the registry does not say, and for other Pythons.
 * Source: microsoft/python-environment-tools crates/pet-windows-store/src/environments.rs.
 */
export async function storePackageRoot(system: System, executable: string): Promise<string | null> {
  const family = system.platform === 'win32' ? storeFamily(executable) : null;
  if (family === null) return null;
  const schemas = `${applications}\\SystemAppData\\${family}\\Schemas`;
  const fullName = await valueOf(system, schemas, 'PackageFullName');
  if (fullName === null) return null;
  const own = `${applications}\\Repository\\Packages\\${fullName}`;
  return valueOf(system, own, 'PackageRootFolder');
}

/** Where pip puts packages for a Store Python, whose own folder nobody may write to. */
export function storeSitePackages(system: System, location: string): string | null {
  const family = storeFamily(location);
  const [, major, minor] = /Python\.(\d+)\.(\d+)_/i.exec(family ?? '') ?? [];
  if (family === null || major === undefined || minor === undefined) return null;
  const cache = path.join(localAppData(system), 'Packages', family, 'LocalCache');
  return path.join(cache, 'local-packages', `Python${major}${minor}`, 'site-packages');
}

async function valueOf(system: System, key: string, name: string): Promise<string | null> {
  const keys = await system.registry(key).catch(ifUnanswered([]));
  // The key is answered by its long name, with all below it.
  const ending = key.slice(key.indexOf('\\')).toLowerCase();
  const own = keys.find((each) => each.path.toLowerCase().endsWith(ending));
  const value = own?.values[name]?.trim() ?? '';
  return value === '' ? null : value;
}
