import { valueOf } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import type { Clues } from '../clues.ts';
import { flagEvidence, installed, isMissing, torchEvidence } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';
import { flashFlag, isFlagged, sageFlag } from '../wanted.ts';

/** Flags that make ComfyUI stop at start when their package is missing (comfy/ldm/modules/attention.py). */
const demands = [
  { flag: sageFlag, name: 'sageattention', goal: 'sageattention' },
  { flag: flashFlag, name: 'flash-attn', goal: 'flash-attn' },
] as const;

/**
 * An acceleration package that something asks for is not there. Without a flag that asks,
 * a missing xFormers costs a ComfyUI little (PyTorch's own attention takes over): then it is
 * an offer, not a fault. A bare environment that lacks it cannot use it at all.
 */
export function accelPackageNotInstalled(clues: Clues): Finding[] {
  const demanded = demands.filter(
    (each) => isFlagged(clues, each.flag) && isMissing(clues, each.name),
  );
  const findings = demanded.map(({ flag, name, goal }) =>
    findingOf('accel_package_not_installed', {
      evidence: [
        flagEvidence(flag),
        { statement: message('evidence.not-installed', { name }), how: 'file' },
      ],
      title: message('finding.accel_package_not_installed.title-flag', { name }),
      explanation: message('finding.accel_package_not_installed.explanation-flag', { name, flag }),
      cost: message('finding.accel_package_not_installed.cost-flag'),
      remedies: [{ goal, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
    }),
  );
  return findings.length > 0 ? findings : missingXformers(clues);
}

function missingXformers(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda' || clues.xformers.state !== 'absent') return [];
  if (['xformers', 'flash-attn', 'sageattention'].some((name) => installed(clues, name) !== null))
    return [];
  const inComfyui = clues.comfyui !== null;
  if (inComfyui && prefersPytorch(clues)) return [];
  return [
    findingOf('accel_package_not_installed', {
      severity: inComfyui ? 'harmless' : 'warning',
      evidence: [
        { statement: message('evidence.not-installed', { name: 'xformers' }), how: 'file' },
        torchEvidence(clues, torch),
      ],
      title: message('finding.accel_package_not_installed.title-xformers'),
      explanation: message('finding.accel_package_not_installed.explanation-xformers'),
      cost: message('finding.accel_package_not_installed.cost-xformers'),
      remedies: [{ goal: 'xformers', fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
    }),
  ];
}

function prefersPytorch(clues: Clues): boolean {
  return (
    isFlagged(clues, '--use-pytorch-cross-attention') || isFlagged(clues, '--disable-xformers')
  );
}
