import { valueOf, type TorchBuild, type XformersBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import { familyOfTag, familyOfTorch, vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { builtForAnotherPython, xformersFit, type Fit } from '../../knowledge/xformers-fit.ts';
import type { Clues } from '../evidence/clues.ts';
import { probeEvidence, torchEvidence, xformersEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';

/**
 * xFormers built for another torch or CUDA major than the one installed. A live process
 * that did load the extension overrules the files. Beside a torch for AMD or Intel cards the
 * vendor is the cause, and rules of their own say so.
 */
export function xformersTorchMismatch(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  const xformers = valueOf(clues.xformers);
  if (!torch || !xformers || ['rocm', 'xpu'].includes(vendorOfTorch(torch))) return [];
  const live = valueOf(clues.live);
  if (live?.xformers?.hasCppLibrary === true) return [];
  const fit = xformersFit(torch, xformers);
  const loadError = live?.xformers?.loadError ?? null;
  const saidSo = loadError !== null && /was built for/i.test(loadError);
  const python = clues.interpreter?.version ?? null;
  const otherPython = builtForAnotherPython(xformers, python);
  if (!otherPython && (fit === 'unknown' ? !saidSo : fit === 'fits')) return [];
  const inComfyui = clues.comfyui !== null;
  return [
    findingOf('xformers_torch_mismatch', {
      // On Linux a library for another Python may load all the same.
      confidence: fit === 'fits' && clues.platform !== 'win32' ? 'medium' : 'high',
      evidence: [
        xformersEvidence(clues, xformers),
        torchEvidence(clues, torch),
        ...(otherPython ? pythonEvidence(xformers, python) : []),
        ...(loadError === null ? [] : [probeEvidence(loadError)]),
      ],
      title: message(
        inComfyui
          ? 'finding.xformers_torch_mismatch.title'
          : 'finding.xformers_torch_mismatch.title-bare',
      ),
      explanation:
        otherPython && fit === 'fits'
          ? message('finding.xformers_torch_mismatch.explanation-python', {
              xformers: xformers.version,
            })
          : explanationOf(fit, torch, xformers),
      cost: message(
        inComfyui
          ? 'finding.xformers_torch_mismatch.cost'
          : 'finding.xformers_torch_mismatch.cost-bare',
      ),
    }),
  ];
}

function explanationOf(fit: Fit, torch: TorchBuild, xformers: XformersBuild): MessageRef {
  const { version, builtForTorch } = xformers;
  if (builtForTorch === null) return message('finding.xformers_torch_mismatch.explanation');
  const builtCuda = familyOfTag(builtForTorch)?.major ?? null;
  const cuda = familyOfTorch(torch)?.major ?? null;
  const params = { xformers: version, built: builtForTorch, torch: torch.version };
  return fit === 'cuda-differs' && builtCuda !== null && cuda !== null
    ? message('finding.xformers_torch_mismatch.explanation-cuda', { ...params, builtCuda, cuda })
    : message('finding.xformers_torch_mismatch.explanation-versions', params);
}

function pythonEvidence(xformers: XformersBuild, python: string | null): Evidence[] {
  const { version, builtForPython } = xformers;
  const params = { version, built: builtForPython ?? '', python: python ?? '' };
  return [{ statement: message('evidence.xformers-python', params), how: 'file' }];
}
