import type { ExtensionAnswer } from '../../../shared/extensions.ts';
import { valueOf } from '../../../shared/facts.ts';
import type { Evidence, Finding, Severity } from '../../../shared/finding.ts';
import type { Cause } from '../../../shared/taxonomy.ts';
import { vendorOfTorch } from '../knowledge/cuda-family.ts';
import { causeOfExtension } from '../knowledge/compiled-extensions.ts';
import { bringerOf } from '../knowledge/system-libraries.ts';
import type { Clues } from './evidence/clues.ts';
import { installed, packageEvidence, torchEvidence } from './evidence/evidence.ts';
import { findingOf } from './evidence/finding-of.ts';
import { isKnownToFit, isSeenLoaded, loaderEvidence } from './evidence/loader-evidence.ts';
import { packagesBy } from './evidence/packages-by.ts';
import { flashFlag, isFlagged, sageFlag, tritonConcern } from './evidence/wanted.ts';
import { withoutAudio } from './rules/torchvision-torch-mismatch.ts';

/**
 * A compiled file asks for a library or for functions that are not there: of pairs, builds at night
 * and wheels of home that no table knows, and with the name that Windows leaves out. What a live
 * Python loaded is never doubted, and missing functions never stand against a table.
 */
export function extensionCannotLoad(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch) return [];
  const vendor = vendorOfTorch(torch);
  return (clues.extensions ?? []).flatMap((answer) => {
    const { distribution, why } = answer;
    const evidence = loaderEvidence(answer);
    const cause = causeOf(clues, answer);
    if (answer.answer !== 'cannot-load' || evidence === null || cause === null) return [];
    // Beside another maker's torch, or none for a card, that is the cause.
    if (vendor !== 'cuda' && distribution !== 'torch' && !isOfTorch(distribution)) return [];
    if (isSeenLoaded(clues, distribution)) return [];
    if (why === 'functions' && isKnownToFit(clues, torch, distribution)) return [];
    const all: Evidence[] = [
      ...packageEvidence(clues, distribution),
      ...(distribution === 'torch' ? [] : [torchEvidence(clues, torch)]),
      evidence,
    ];
    if (distribution === 'torchaudio') return [withoutAudio(all)];
    const severity = severityOf(clues, distribution);
    if (severity === null) return [];
    return [findingOf(cause, { severity, confidence: 'medium', evidence: all })];
  });
}

function isOfTorch(distribution: string): boolean {
  return distribution === 'torchvision' || distribution === 'torchaudio';
}

/** The runtime of Microsoft's compiler is a cause of its own, whoever asks for it. */
function causeOf(clues: Clues, answer: ExtensionAnswer): Cause | null {
  const usual = causeOfExtension(answer);
  const { distribution, name = '', why } = answer;
  if (usual === null) return null;
  if (clues.platform === 'win32' && bringerOf('win32', name) === 'runtime') {
    // The package msvc-runtime brings it along, and conda has it in a folder of its own.
    const elsewhere = packagesBy(clues) === 'conda' || installed(clues, 'msvc-runtime') !== null;
    return elsewhere ? null : 'vc_runtime_dll_broken';
  }
  // Of torch only what is missing beside it is told; what it is made of fits together.
  if (distribution === 'torch') return why === 'library' ? usual : null;
  return usual;
}

/** As much as it is wanted: nobody misses what nobody asks for. */
function severityOf(clues: Clues, distribution: string): Severity | null {
  switch (distribution) {
    case 'flash-attn':
      return isFlagged(clues, flashFlag) ? 'error' : 'warning';
    case 'sageattention':
      return isFlagged(clues, sageFlag) ? 'error' : 'warning';
    case 'triton':
    case 'triton-windows':
      return tritonConcern(clues);
    default:
      return 'error';
  }
}
