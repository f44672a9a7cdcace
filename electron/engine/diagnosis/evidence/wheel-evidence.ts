import type { AttentionBuild } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { anotherPythons } from '../../knowledge/extension-names.ts';
import type { WheelTags } from '../../knowledge/wheel-tags.ts';
import type { Clues } from './clues.ts';
import { liveImport } from './wanted.ts';

/** What files tell of flash-attn or SageAttention, where somebody looked. */
export function attentionBuild(
  clues: Pick<Clues, 'attentionBuilds'>,
  name: AttentionBuild['name'],
): AttentionBuild | null {
  return clues.attentionBuilds?.find((each) => each.name === name) ?? null;
}

/** What a live Python said when a compiled file did not load; null where it did, or was not tried. */
export function loadFailure(clues: Pick<Clues, 'live'>, module: string): string | null {
  const error = liveImport(clues, module)?.error ?? null;
  const failed = /DLL load failed|undefined symbol|cannot open shared/i;
  return error !== null && failed.test(error) ? error : null;
}

/** "flash-attn 2.8.3 was built for CUDA 12, PyTorch 2.8". */
export function wheelEvidence(name: string, version: string, tags: WheelTags): Evidence {
  const built = [
    ...(tags.cudaMajor === null ? [] : [`CUDA ${tags.cudaMajor}`]),
    ...(tags.torch === null ? [] : [`PyTorch ${tags.torch}`]),
    ...(tags.cxx11Abi === null ? [] : [`cxx11abi ${tags.cxx11Abi ? 'TRUE' : 'FALSE'}`]),
  ].join(', ');
  return { statement: message('evidence.wheel-built', { name, version, built }), how: 'file' };
}

/** Compiled files of a package that only another Python loads. */
export function compiledForAnother(
  clues: Pick<Clues, 'attentionBuilds' | 'interpreter'>,
  name: AttentionBuild['name'],
): Evidence[] {
  const python = clues.interpreter?.version ?? '';
  const compiled = attentionBuild(clues, name)?.compiled ?? [];
  return anotherPythons(compiled, python).map((file) => ({
    statement: message('evidence.compiled-for-python', { file, python }),
    how: 'file',
  }));
}
