import type { Install } from '../../../shared/install.ts';
import { programRows, type EngineId, type ProgramRow } from './program-rows.ts';

type Named = Pick<Install, 'kind' | 'name' | 'sourceRoot' | 'comfyui'>;

/** The program of an install, by its kind; of AUTOMATIC1111's relatives by its name. */
export function programOfInstall(install: Named): ProgramRow | null {
  const rows = programRows.filter((row) => row.installKinds.includes(install.kind));
  if (install.kind !== 'a1111_family') return rows[0] ?? null;
  const relative = relativeOf(install) ?? 'a1111';
  return programRows.find((row) => row.id === relative) ?? rows[0] ?? null;
}

/** Whose flags an install understands: a host such as Stability Matrix runs one of several. */
export function engineOfInstall(install: Named | null): EngineId {
  const own = install && programOfInstall(install)?.engine;
  if (own) return own;
  // Every ComfyUI of the last years says its version in a file of its own.
  const other = install?.comfyui === null ? relativeOf(install) : null;
  return other ?? 'comfyui';
}

function relativeOf({ name, sourceRoot }: Named): 'forge' | 'sdnext' | 'a1111' | null {
  const words = `${name} ${sourceRoot}`;
  if (/forge/i.test(words)) return 'forge';
  if (/sd\.?next|vladmandic|[\\/]automatic$/i.test(words)) return 'sdnext';
  return /web-?ui|automatic1111|a1111/i.test(words) ? 'a1111' : null;
}
