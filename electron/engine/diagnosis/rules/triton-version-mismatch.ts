import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { minorOf, plainVersion, vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { oldestTritonFor, tritonSeriesFor } from '../../knowledge/triton-fit.ts';
import { compareNumbers, isRelease, isWithin } from '../../knowledge/versions.ts';
import type { Clues } from '../evidence/clues.ts';
import { installed, probeEvidence, torchEvidence, tritonEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { everyCard, nvidiaCards } from '../evidence/graphics-cards.ts';
import { tritonConcern } from '../evidence/wanted.ts';

/** Triton builds for these names only; ROCm's and nightly's have numbers of their own. */
const compared = ['triton', 'triton-windows'];

/**
 * A Triton of another torch, for another card, or for another system. It is an error where
 * SageAttention needs it or a live Python failed with it, a warning where somebody installed it
 * on Windows, and nothing where it merely came along: torch.compile may never be used.
 */
export function tritonVersionMismatch(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda') return [];
  const reasons = [...notForWindows(clues), ...seriesDiffers(clues), ...wrongForCard(clues)];
  if (reasons.length === 0) return [];
  const failed = valueOf(clues.live)?.triton?.error ?? null;
  const concern = tritonConcern(clues);
  if (failed === null && concern === null) return [];
  return [
    findingOf('triton_version_mismatch', {
      severity: failed !== null ? 'error' : (concern ?? 'warning'),
      confidence: failed !== null ? 'high' : 'medium',
      evidence: [
        ...tritonEvidence(clues),
        torchEvidence(clues, torch),
        ...reasons,
        ...(failed === null ? [] : [probeEvidence(failed)]),
      ],
      remedies: [remedyOn(clues)],
    }),
  ];
}

function remedyOn(clues: Clues): Remedy {
  return clues.platform === 'win32'
    ? { goal: 'triton', fixKind: 'install_triton_windows' }
    : { goal: 'triton', fixKind: 'other', fixDetail: 'align_triton_with_torch' };
}

/** Upstream has no Windows wheels, and shares its import name with the one that has. */
function notForWindows(clues: Clues): Evidence[] {
  const version = installed(clues, 'triton');
  if (clues.platform !== 'win32' || version === null) return [];
  return [{ statement: message('evidence.triton-not-for-windows', { version }), how: 'file' }];
}

function seriesDiffers(clues: Clues): Evidence[] {
  const torch = valueOf(clues.torch);
  const triton = valueOf(clues.triton);
  if (!torch || !triton || !clues.platform || !compared.includes(triton.distribution)) return [];
  const series = tritonSeriesFor(torch, clues.platform);
  if (series === null || !isRelease(triton.version)) return [];
  if (compareNumbers(minorOf(triton.version), series) === 0) return [];
  const params = { torch: torch.version, series };
  return [{ statement: message('evidence.triton-expected', params), how: 'file' }];
}

/** RTX 50 beside an old Triton. The other way round is attention_gpu_too_old: no Triton helps. */
function wrongForCard(clues: Clues): Evidence[] {
  const triton = valueOf(clues.triton);
  if (!triton || !compared.includes(triton.distribution)) return [];
  const isEarlier = (capability: number): boolean =>
    isWithin(plainVersion(triton.version), null, oldestTritonFor(capability) ?? '0');
  return everyCard(nvidiaCards(clues), isEarlier).flatMap((card): Evidence[] => {
    const version = card.capability === null ? null : oldestTritonFor(card.capability);
    if (version === null) return [];
    const statement = message('evidence.triton-gpu-from', { version });
    return [card.evidence, { statement, how: 'file' }];
  });
}
