import type { Facts } from '../../../../shared/facts.ts';
import type { Environment, Install } from '../../../../shared/install.ts';
import { vendorOfGpu } from '../../diagnosis/said-rules/said-rule.ts';
import { hear } from '../../diagnosis/evidence/heard.ts';
import { programOfInstall } from '../../knowledge/program-of-install.ts';
import type { Owner } from './owner.ts';
import { usualWords, wordsAt } from './python-words.ts';

/** Whose machine an environment is: its install's own kind, program and start script. Pure. */
export function ownerOfInstall(
  install: Install | null,
  environment: Environment,
  facts: Facts,
  torchIndex: string,
): Owner {
  const program = install && programOfInstall(install);
  const windows = facts.platform === 'win32';
  const usual = program && usualWords(program, windows);
  const words = wordsAt(environment.executable, usual);
  const from = facts.comfyui?.flagsFrom;
  const isComfyui = facts.comfyui !== null;
  return {
    program,
    name: program?.engine ? program.name : isComfyui ? 'ComfyUI' : (program?.name ?? null),
    engine: program?.engine ?? (isComfyui ? 'comfyui' : null),
    platform: facts.platform,
    shell: program?.hosted === 'notebook' ? 'notebook' : windows ? 'cmd' : 'bash',
    vendor: vendorOfGpu(hear(facts.said), facts),
    words: facts.interpreter.pip === null ? { ...words, uv: words.uv ?? 'uv' } : words,
    folderKind: words.folder === null ? null : (program?.folder ?? null),
    launcher: from?.kind === 'launcher' ? from.path : (install?.launchers[0]?.path ?? null),
    torchIndex,
    isHere: true,
  };
}
