import { valueOf, type Facts } from '../../../../shared/facts.ts';
import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { hasFlag } from '../../inspection/launch-flags.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { installed, torchEvidence } from '../evidence.ts';

/** Flags that make ComfyUI stop at start when their package is missing (comfy/ldm/modules/attention.py). */
const demands = [
  { flag: '--use-sage-attention', name: 'sageattention', goal: 'sageattention' },
  { flag: '--use-flash-attention', name: 'flash-attn', goal: 'flash-attn' },
] as const;

/**
 * An acceleration package that something asks for is not there. Without a flag that asks,
 * a missing xFormers costs a ComfyUI little (PyTorch's own attention takes over): then it is
 * an offer, not a fault. A bare environment that lacks it cannot use it at all.
 */
export function accelPackageNotInstalled(facts: Facts): Finding[] {
  const flags = facts.comfyui?.flags ?? [];
  const demanded = demands.filter(
    (each) => hasFlag(flags, each.flag) && installed(facts, each.name) === null,
  );
  const findings = demanded.map((each): Finding => ({
    cause: 'accel_package_not_installed',
    severity: 'error',
    confidence: 'high',
    evidence: [
      { statement: message('evidence.flag', { flag: each.flag }), how: 'file' },
      { statement: message('evidence.not-installed', { name: each.name }), how: 'file' },
    ],
    title: message('finding.accel_package_not_installed.title-flag', { name: each.name }),
    explanation: message('finding.accel_package_not_installed.explanation-flag', {
      name: each.name,
      flag: each.flag,
    }),
    cost: message('finding.accel_package_not_installed.cost-flag'),
    remedies: [{ goal: each.goal, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
    consequence: false,
  }));
  return findings.length > 0 ? findings : missingXformers(facts);
}

function missingXformers(facts: Facts): Finding[] {
  const torch = valueOf(facts.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda' || facts.xformers.state !== 'absent') return [];
  if (installed(facts, 'flash-attn') !== null || installed(facts, 'sageattention') !== null)
    return [];
  const inComfyui = facts.comfyui !== null;
  if (inComfyui && prefersPytorch(facts)) return [];
  return [
    {
      cause: 'accel_package_not_installed',
      severity: inComfyui ? 'harmless' : 'warning',
      confidence: 'high',
      evidence: [
        { statement: message('evidence.not-installed', { name: 'xformers' }), how: 'file' },
        torchEvidence(facts, torch),
      ],
      title: message('finding.accel_package_not_installed.title'),
      explanation: message('finding.accel_package_not_installed.explanation'),
      cost: message('finding.accel_package_not_installed.cost'),
      remedies: [{ goal: 'xformers', fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
      consequence: false,
    },
  ];
}

function prefersPytorch(facts: Facts): boolean {
  const flags = facts.comfyui?.flags ?? [];
  return hasFlag(flags, '--use-pytorch-cross-attention') || hasFlag(flags, '--disable-xformers');
}
