import {
  valueOf,
  type Facts,
  type TorchBuild,
  type XformersBuild,
} from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message, type MessageRef } from '../../../../shared/messages/index.ts';
import { familyOfTag, familyOfTorch } from '../../knowledge/cuda-family.ts';
import { xformersFit, type Fit } from '../../knowledge/xformers-fit.ts';
import { torchEvidence, xformersEvidence } from '../evidence.ts';

/**
 * xFormers built for another torch, CUDA major or vendor than the one installed. A live
 * process that did load the extension overrules the files.
 */
export function xformersTorchMismatch(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  const xformers = valueOf(facts.xformers);
  if (!torch || !xformers) return [];
  const live = valueOf(facts.live);
  if (live?.xformers?.hasCppLibrary === true) return [];
  const fit = xformersFit(torch, xformers);
  const loadError = live?.xformers?.loadError ?? null;
  const saidSo = loadError !== null && /was built for/i.test(loadError);
  if (fit === 'unknown' ? !saidSo : fit === 'fits') return [];
  const evidence = [xformersEvidence(facts, xformers), torchEvidence(facts, torch)];
  return [
    {
      cause: 'xformers_torch_mismatch',
      severity: 'error',
      confidence: 'high',
      evidence:
        loadError === null
          ? evidence
          : [
              ...evidence,
              { statement: message('evidence.python-said', { text: loadError }), how: 'probe' },
            ],
      title: message(
        facts.comfyui
          ? 'finding.xformers_torch_mismatch.title'
          : 'finding.xformers_torch_mismatch.title-bare',
      ),
      explanation: explanationOf(fit, torch, xformers),
      cost: message(
        facts.comfyui
          ? 'finding.xformers_torch_mismatch.cost'
          : 'finding.xformers_torch_mismatch.cost-bare',
      ),
      remedies: [{ goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' }],
      consequence: false,
    },
  ];
}

function explanationOf(fit: Fit, torch: TorchBuild, xformers: XformersBuild): MessageRef {
  const params = {
    xformers: xformers.version,
    built: xformers.builtForTorch ?? '?',
    torch: torch.version,
    builtCuda: familyOfTag(xformers.builtForTorch ?? '')?.major ?? '?',
    cuda: familyOfTorch(torch)?.major ?? '?',
  };
  return fit === 'cuda-differs'
    ? message('finding.xformers_torch_mismatch.explanation-cuda', params)
    : message('finding.xformers_torch_mismatch.explanation', params);
}
