import path from 'node:path';
import type { System } from './system.ts';

/** A program of Windows itself by its full path: one of its name beside us or on PATH is not ours. */
export function windowsProgram(
  { environment }: Pick<System, 'environment'>,
  name: string,
  ...folders: string[]
): string {
  const root = environment['SystemRoot'] ?? environment['SYSTEMROOT'];
  return root === undefined ? name : path.join(root, 'System32', ...folders, name);
}

/** PowerShell 5, which is part of Windows, without a profile and without questions. */
export function powershell(system: Pick<System, 'environment'>, script: string) {
  return {
    program: windowsProgram(system, 'powershell.exe', 'WindowsPowerShell', 'v1.0'),
    arguments: ['-NoProfile', '-NonInteractive', '-Command', script],
  };
}

/** wmic is gone from new Windows 11, and is what old ones have where PowerShell is locked. */
export function wmic(system: Pick<System, 'environment'>, ...words: string[]) {
  return { program: windowsProgram(system, 'wmic.exe', 'wbem'), arguments: words };
}
