import { valueOf, type TorchBuild } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { companionFit, type Companion } from '../../knowledge/torch-companions.ts';
import type { Clues } from '../evidence/clues.ts';
import { buildOf, packageEvidence, probeEvidence, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { liveImport } from '../evidence/wanted.ts';

/**
 * torchvision or torchaudio of another torch. torchvision stops programs at start; ComfyUI
 * goes on without torchaudio (comfy_extras/nodes_audio.py catches its import).
 */
export function torchvisionTorchMismatch(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch) return [];
  const live = liveImport(clues, 'torchvision');
  // Other packages that torchvision imports may be missing; only its own operators count here.
  const said =
    live?.error && /torchvision::|operator|CUDA major/i.test(live.error) ? live.error : null;
  const vision = live && said === null ? [] : differs(clues, torch, 'torchvision');
  const audio = differs(clues, torch, 'torchaudio');
  const spoken = said === null ? [] : [probeEvidence(said)];
  const evidence = [...vision, ...spoken, ...audio];
  if (evidence.length === 0) return [];
  const sure = vision.length + spoken.length > 0;
  if (!sure && isOtherCuda(clues, torch)) {
    return [withoutAudio([torchEvidence(clues, torch), ...evidence])];
  }
  return [
    findingOf('torchvision_torch_mismatch', {
      severity: sure ? 'error' : 'warning',
      confidence: sure ? 'high' : 'medium',
      evidence: [torchEvidence(clues, torch), ...evidence],
    }),
  ];
}

function isOtherCuda(clues: Clues, torch: TorchBuild): boolean {
  const version = buildOf(clues, 'torchaudio');
  return version !== null && companionFit(torch, 'torchaudio', version).fit === 'build-differs';
}

/** ComfyUI starts without its audio nodes; there may be no torchaudio for this CUDA at all. */
export function withoutAudio(evidence: readonly Evidence[]): Finding {
  return findingOf('torchvision_torch_mismatch', {
    severity: 'warning',
    evidence,
    title: message('finding.torchvision_torch_mismatch.title-audio'),
    explanation: message('finding.torchvision_torch_mismatch.explanation-audio'),
    cost: message('finding.torchvision_torch_mismatch.cost-audio'),
    remedies: [{ goal: null, fixKind: 'reinstall_torch_cuda' }],
    advice: message('advice.reinstall_torch_cuda.audio'),
  });
}

function differs(clues: Clues, torch: TorchBuild, name: Companion): Evidence[] {
  const version = buildOf(clues, name);
  if (version === null) return [];
  const answer = companionFit(torch, name, version);
  switch (answer.fit) {
    case 'version-differs': {
      const { expected } = answer;
      const params = { torch: torch.version, name, expected };
      return [
        ...packageEvidence(clues, name),
        { statement: message('evidence.companion-expected', params), how: 'file' },
      ];
    }
    case 'build-differs':
      return [{ statement: message('evidence.companion-build', { name, version }), how: 'file' }];
    default:
      return [];
  }
}
