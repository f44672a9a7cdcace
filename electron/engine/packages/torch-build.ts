import path from 'node:path';
import { absent, known, unknown, type Fact, type TorchBuild } from '../../../shared/facts.ts';
import type { System } from '../machine/system.ts';
import { ifUnanswered } from '../machine/unanswered.ts';

/**
 * torch/version.py says what torch was compiled for, without importing it. The version
 * number alone does not: PyPI's Windows wheel is a bare number and CPU-only, its Linux
 * wheel a bare number and CUDA.
 */
export function parseTorchVersion(text: string): TorchBuild | null {
  const version = assigned(text, '__version__');
  if (version === null) return null;
  return {
    version,
    cuda: assigned(text, 'cuda'),
    hip: assigned(text, 'hip'),
    xpu: assigned(text, 'xpu'),
  };
}

/** The text that a name is given in a Python file; null where it is none. */
export function assigned(text: string, name: string): string | null {
  const match = new RegExp(`^${name}\\s*(?::[^=\\n]*)?=\\s*['"]([^'"]*)['"]`, 'm').exec(text);
  return match?.[1] ?? null;
}

export async function readTorchBuild(
  system: System,
  sitePackages: readonly string[],
): Promise<Fact<TorchBuild>> {
  for (const folder of sitePackages) {
    const file = path.join(folder, 'torch', 'version.py');
    const text = await system.files.readText(file);
    if (text === null) continue;
    const build = parseTorchVersion(text);
    if (!build) return unknown();
    const entries = (await system.files.list(path.dirname(file)).catch(ifUnanswered(null))) ?? [];
    const compiled = entries
      .map(({ name }) => name)
      .filter((name) => /^_C\..*(so|pyd)$/.test(name));
    return known({ ...build, compiled }, 'file', file);
  }
  return absent('file');
}
