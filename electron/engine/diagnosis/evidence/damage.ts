import path from 'node:path';
import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { distributionNamed } from '../../../../shared/named-distribution.ts';
import { attentionPackages } from '../../knowledge/attention-packages.ts';
import { anotherPythons } from '../../knowledge/extension-names.ts';
import type { Clues } from './clues.ts';
import { installed } from './evidence.ts';
import { packagesBy } from './packages-by.ts';
import { flashFlag, isFlagged, liveImport, sageFlag } from './wanted.ts';

export type Broken = { name: string; evidence: Evidence };

/** Packages that do not load, by what is left of them. */
export function brokenPackages(clues: Clues): Broken[] {
  return [
    ...withoutFiles(clues),
    ...halfRemovedTorch(clues),
    ...missingCompiled(clues),
    ...torchForAnotherPython(clues),
  ];
}

/** Whether ComfyUI needs one of them: flash-attn and SageAttention only where a flag asks for it. */
export function isNeeded(clues: Clues, broken: readonly Broken[]): boolean {
  return broken.some(({ name }) => {
    if (name === 'flash-attn') return isFlagged(clues, flashFlag);
    return name === 'sageattention' ? isFlagged(clues, sageFlag) : true;
  });
}

/** Listed, but the folder that would be imported is gone: then Python says it does not exist. */
function withoutFiles(clues: Clues): Broken[] {
  // A live Python that imports it has it somewhere that files did not tell (an editable install).
  const live = valueOf(clues.live);
  const facts = [
    { name: 'torch', fact: clues.torch, seen: live?.torch?.version },
    { name: 'xformers', fact: clues.xformers, seen: live?.xformers?.version },
  ];
  return facts.flatMap(({ name, fact, seen }) => {
    const version = installed(clues, name);
    if (version === null || fact.state !== 'absent' || seen) return [];
    const statement = message('evidence.without-files', { name, version });
    return [{ name, evidence: { statement, how: 'file' as const } }];
  });
}

/**
 * pip renames what it takes out (~orch, ~-rch: AdjacentTempDirectory in pip's
 * utils/temp_dir.py): without a torch beside it, that is one that never came back.
 */
function halfRemovedTorch(clues: Clues): Broken[] {
  if (clues.torch.state !== 'absent' || installed(clues, 'torch') !== null) return [];
  const remains = (clues.packageHealth?.leftovers ?? []).filter((folder) =>
    /^~(o|[-~.=%\d])rch(-|$)/.test(path.win32.basename(folder)),
  );
  if (remains.length === 0 || valueOf(clues.live)?.torch?.version) return [];
  const statement = message('evidence.not-installed', { name: 'torch' });
  return [{ name: 'torch', evidence: { statement, how: 'file' } }];
}

/** Modules of the packages that a live Python tries. */
const modules: Readonly<Record<string, string>> = {
  'flash-attn': 'flash_attn',
  sageattention: 'sageattention',
  torchvision: 'torchvision',
};

/** xFormers has a rule of its own for that. */
function missingCompiled(clues: Clues): Broken[] {
  return (clues.packageHealth?.missingFiles ?? []).flatMap(({ name, files }) => {
    if (name === 'xformers' || liveImport(clues, modules[name] ?? '')?.error === null) return [];
    const [file = ''] = files;
    const statement = message('evidence.compiled-missing', { name, file });
    return [{ name, evidence: { statement, how: 'file' as const } }];
  });
}

/** Copied over from another Python: `import torch` ends with "No module named torch._C". */
function torchForAnotherPython(clues: Clues): Broken[] {
  const torch = valueOf(clues.torch);
  const python = clues.interpreter?.version ?? null;
  if (python === null || valueOf(clues.live)?.torch?.version) return [];
  return anotherPythons(torch?.compiled ?? [], python).map((file) => {
    const statement = message('evidence.compiled-for-python', { file, python });
    return { name: 'torch', evidence: { statement, how: 'file' as const } };
  });
}

/** What pip stumbles over, and nobody else. */
export function disorderedLists(clues: Clues): Evidence[] {
  return [...duplicates(clues), ...withoutRecord(clues), ...withoutMetadata(clues)];
}

function duplicates(clues: Clues): Evidence[] {
  const found = clues.packageHealth?.duplicates ?? [];
  return found
    .filter(({ name }) => attentionPackages.includes(name))
    .map(({ name, versions }) => ({
      statement: message('evidence.duplicate', { name, versions: versions.join(', ') }),
      how: 'file',
    }));
}

/** Only pip's own folders have to have a RECORD: conda and the system's packages do without. */
function withoutRecord(clues: Clues): Evidence[] {
  const found = clues.packageHealth?.withoutRecord ?? [];
  if (isManagedOtherwise(clues)) return [];
  return found
    .filter((name) => attentionPackages.includes(name))
    .filter((name) => {
      const listed = distributionNamed(clues.distributions ?? [], name);
      return listed?.location.endsWith('.dist-info') === true;
    })
    .map((name) => ({ statement: message('evidence.without-record', { name }), how: 'file' }));
}

function withoutMetadata(clues: Clues): Evidence[] {
  if (isManagedOtherwise(clues)) return [];
  return (clues.packageHealth?.withoutMetadata ?? []).map((name) => ({
    statement: message('evidence.without-metadata', { name }),
    how: 'file',
  }));
}

function isManagedOtherwise(clues: Clues): boolean {
  return packagesBy(clues) !== 'pip';
}

export function leftovers(clues: Clues): Evidence[] {
  return (clues.packageHealth?.leftovers ?? []).map((folder) => ({
    statement: message('evidence.leftover', { folder }),
    how: 'file',
    source: folder,
  }));
}
