import path from 'node:path';
import {
  isExact,
  parseRegistryFile,
  parseRegistryQuery,
  type RegistryListing,
} from './parse-registry.ts';
import type { RegistryKey, System } from './system.ts';
import { windowsProgram } from './windows-program.ts';

const timeLimit = 10_000;

/** A key with all below it, from both views of Windows; [] where it is not there. */
export async function readRegistry(system: System, key: string): Promise<RegistryKey[]> {
  if (system.platform !== 'win32') return [];
  // HKCU\Software is one and the same for 32 and 64 bit programs; HKLM\Software is not.
  const views = /^(HKCU|HKEY_CURRENT_USER)\\/i.test(key) ? ['64'] : ['64', '32'];
  const listings = await Promise.all(views.map((view) => readView(system, key, view)));
  const keys = new Map<string, RegistryKey>();
  for (const { path: at, values } of listings.flat()) {
    const named = values.map(({ name, type, data }): [string, string] => [
      name,
      type === 'REG_EXPAND_SZ' ? expandPercent(system, data) : data,
    ]);
    const found = { path: at, values: Object.fromEntries(named) };
    keys.set(JSON.stringify(found), found);
  }
  return [...keys.values()];
}

async function readView(system: System, key: string, view: string): Promise<RegistryListing> {
  const { exitCode, stdout } = await system.run(
    { program: windowsProgram(system, 'reg.exe'), arguments: ['query', key, '/s', `/reg:${view}`] },
    { timeLimit, okExitCodes: [0, 1] },
  );
  if (exitCode !== 0) return [];
  return isExact(stdout) ? parseRegistryQuery(stdout) : exportView(system, key, view);
}

/** Once more through a file: `query` has lost letters of a name on the way to us. */
async function exportView(system: System, key: string, view: string): Promise<RegistryListing> {
  const folder = await system.files.makeTemporaryFolder('attention-doctor-registry-');
  const file = path.join(folder, 'key.reg');
  try {
    await system.run(
      {
        program: windowsProgram(system, 'reg.exe'),
        arguments: ['export', key, file, '/y', `/reg:${view}`],
      },
      { timeLimit },
    );
    const bytes = await system.files.readBytes(file);
    return bytes ? parseRegistryFile(new TextDecoder('utf-16le').decode(bytes)) : [];
  } finally {
    await system.files.remove(folder);
  }
}

function expandPercent(system: System, text: string): string {
  return text.replace(/%([^%]+)%/g, (whole, name: string) => {
    const entry = Object.entries(system.environment).find(
      ([each]) => each.toLowerCase() === name.toLowerCase(),
    );
    return entry?.[1] ?? whole;
  });
}
