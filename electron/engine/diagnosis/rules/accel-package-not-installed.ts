import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { hasFlag } from '../../knowledge/launch-flags.ts';
import type { Clues } from '../evidence/clues.ts';
import { brokenPackages } from '../evidence/damage.ts';
import { flagEvidence, installed, isMissing, torchEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { pinnedKitchen, stopsWithout } from '../evidence/pinned-kitchen.ts';
import { flashFlag, isFlagged, kitchenFlag, sageFlag } from '../evidence/wanted.ts';

/** Flags that make ComfyUI stop at start when their package is missing (comfy/ldm/modules/attention.py). */
const demands = [
  { flag: sageFlag, name: 'sageattention', goal: 'sageattention' },
  { flag: flashFlag, name: 'flash-attn', goal: 'flash-attn' },
  { flag: kitchenFlag, name: 'comfy-kitchen', goal: null },
] as const;
type Demand = (typeof demands)[number];

/**
 * An acceleration package that something asks for is not there. Without a flag that asks,
 * a missing xFormers costs a ComfyUI little (PyTorch's own attention takes over): then it is
 * an offer, not a fault. A bare environment that lacks it cannot use it at all.
 */
export function accelPackageNotInstalled(clues: Clues): Finding[] {
  if (lacksTorch(clues)) return [withoutTorch(clues)];
  const missing = demands.filter((each) => isMissing(clues, each.name));
  const stopping = missing.filter((each) => isFlagged(clues, each.flag));
  const found = [
    ...stopping.map((each) => stopsAtStart(clues, each)),
    ...missing
      .filter((each) => !stopping.includes(each))
      .flatMap((each) => stopsElsewhere(clues, each)),
  ];
  if (found.length > 0) return found;
  const kitchen = missingKitchen(clues);
  return kitchen.length > 0 ? kitchen : missingXformers(clues);
}

/** ComfyUI pins it in its requirements, and imports it at every start. */
function missingKitchen(clues: Clues): Finding[] {
  const pinned = pinnedKitchen(clues);
  if (pinned === null || pinned.version !== null) return [];
  const stops = stopsWithout(pinned.pin);
  return [
    findingOf('accel_package_not_installed', {
      severity: stops ? 'error' : 'warning',
      confidence: stops ? 'high' : 'medium',
      evidence: pinned.evidence,
      title: message('finding.accel_package_not_installed.title-kitchen'),
      explanation: message('finding.attention_api_break.explanation-kitchen'),
      ...(stops ? { cost: message('finding.accel_package_not_installed.cost-flag') } : {}),
      remedies: [{ goal: null, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
      advice: message('advice.install_matching_accel_wheel.comfy-kitchen'),
    }),
  ];
}

/** A ComfyUI whose Python has no torch at all; what pip left behind of one is damage. */
function lacksTorch(clues: Clues): boolean {
  if (clues.comfyui === null || clues.torch.state !== 'absent') return false;
  if (valueOf(clues.live)?.torch?.version) return false;
  return isMissing(clues, 'torch') && brokenPackages(clues).length === 0;
}

/** No plan can bring it: which torch is wanted is for its owner to say. */
function withoutTorch(clues: Clues): Finding {
  return findingOf('accel_package_not_installed', {
    // Files do not tell what PYTHONPATH adds.
    confidence: clues.live.state === 'known' ? 'high' : 'medium',
    evidence: [
      missingEvidence('torch'),
      ...(clues.interpreter
        ? [
            {
              statement: message('evidence.looked-in', {
                python: clues.interpreter.executable,
              }),
              how: 'file' as const,
            },
          ]
        : []),
    ],
    title: message('finding.accel_package_not_installed.title-torch'),
    explanation: message('finding.accel_package_not_installed.explanation-torch'),
    cost: message('finding.accel_package_not_installed.cost-flag'),
    remedies: [{ goal: null, fixKind: 'reinstall_torch_cuda' }],
    advice: message('finding.accel_package_not_installed.advice-torch'),
  });
}

function stopsAtStart(clues: Clues, { flag, name, goal }: Demand): Finding {
  return findingOf('accel_package_not_installed', {
    evidence: [flagEvidence(clues, flag), missingEvidence(name)],
    title: message('finding.accel_package_not_installed.title-flag', { name }),
    explanation: message('finding.accel_package_not_installed.explanation-flag', { name, flag }),
    cost: message('finding.accel_package_not_installed.cost-flag'),
    remedies: [{ goal, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
  });
}

/** A script that is not the usual one asks for it: ComfyUI starts, but not by that script. */
function stopsElsewhere(clues: Clues, { flag, name, goal }: Demand): Finding[] {
  const scripts = (clues.comfyui?.otherLaunchers ?? []).filter((each) => hasFlag(each.flags, flag));
  if (scripts.length === 0) return [];
  return [
    findingOf('accel_package_not_installed', {
      severity: 'harmless',
      confidence: 'medium',
      evidence: [
        ...scripts.map(({ path }): Evidence => ({
          statement: message('evidence.flag', { flag }),
          how: 'file',
          source: path,
        })),
        missingEvidence(name),
      ],
      title: message('finding.accel_package_not_installed.title-script', { name }),
      explanation: message('finding.accel_package_not_installed.explanation-script', {
        name,
        flag,
      }),
      cost: message('finding.accel_package_not_installed.cost-script'),
      remedies: [{ goal, fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
    }),
  ];
}

function missingEvidence(name: string): Evidence {
  return { statement: message('evidence.not-installed', { name }), how: 'file' };
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
      evidence: [missingEvidence('xformers'), torchEvidence(clues, torch)],
      title: message('finding.accel_package_not_installed.title-xformers'),
      explanation: message('finding.accel_package_not_installed.explanation-xformers'),
      cost: message('finding.accel_package_not_installed.cost-xformers'),
      remedies: [{ goal: 'xformers', fixKind: 'other', fixDetail: 'install_matching_accel_wheel' }],
      advice: message(
        inComfyui
          ? 'finding.accel_package_not_installed.advice-xformers'
          : 'finding.accel_package_not_installed.advice-bare',
      ),
    }),
  ];
}

function prefersPytorch(clues: Clues): boolean {
  return (
    isFlagged(clues, '--use-pytorch-cross-attention') || isFlagged(clues, '--disable-xformers')
  );
}
