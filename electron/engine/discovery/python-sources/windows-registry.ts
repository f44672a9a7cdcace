import path from 'node:path';
import { isThere } from '../../machine/look.ts';
import type { RegistryKey, System } from '../../machine/system.ts';
import type { PythonSource } from './source.ts';

const roots = ['HKCU\\Software\\Python', 'HKLM\\Software\\Python'];
const installPath = /\\Software\\(?:WOW6432Node\\)?Python\\([^\\]+)\\[^\\]+\\InstallPath$/i;

/** Pythons that announce themselves by PEP 514 (peps.python.org/pep-0514). */
export const windowsRegistry: PythonSource = {
  name: 'windows-registry',
  async find(system) {
    if (system.platform !== 'win32') return [];
    const keys = await Promise.all(roots.map((root) => system.registry(root)));
    const programs = await Promise.all(keys.flat().map((key) => programOf(system, key)));
    return [...new Set(programs.filter((program) => program !== null))];
  },
};

async function programOf(system: System, key: RegistryKey): Promise<string | null> {
  const company = installPath.exec(key.path)?.[1];
  // PyLauncher is py.exe, no Python.
  if (company === undefined || company.toLowerCase() === 'pylauncher') return null;
  const folder = unquoted(valueOf(key, ''));
  const named = unquoted(valueOf(key, 'ExecutablePath'));
  const candidates = [named, folder && path.join(folder, 'python.exe')];
  for (const candidate of candidates) {
    if (!candidate || isStorePath(candidate)) continue;
    // A key whose Python was removed without its uninstaller stays for ever: nothing to show.
    if (await isThere(system, candidate)) return candidate;
  }
  return null;
}

function valueOf(key: RegistryKey, name: string): string | null {
  const wanted = name.toLowerCase();
  const entry = Object.entries(key.values).find(([each]) => each.toLowerCase() === wanted);
  return entry?.[1] ?? null;
}

function unquoted(text: string | null): string | null {
  return text === null ? null : text.trim().replace(/^"(.*)"$/, '$1') || null;
}

/** Store packages are found by their aliases (windows-store.ts): these paths cannot be started. */
function isStorePath(location: string): boolean {
  return /[\\/]WindowsApps[\\/]/i.test(location);
}
