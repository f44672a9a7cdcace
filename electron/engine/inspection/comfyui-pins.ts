import path from 'node:path';
import type { System } from '../machine/system.ts';

/** The comfy-kitchen that this ComfyUI pins in its requirements.txt; null where it names none. */
export async function readKitchenPin(system: System, sourceRoot: string): Promise<string | null> {
  const text = await system.files.readText(path.join(sourceRoot, 'requirements.txt'));
  const pin = /^comfy[-_]kitchen\s{0,8}==\s{0,8}(?<version>\d[\w.]{0,40})/m.exec(text ?? '');
  return pin?.groups?.['version'] ?? null;
}
