import type { Finding, Remedy } from '../../../shared/finding.ts';
import type { LinkId } from '../../../shared/links.ts';
import { isKey, message, type MessageRef } from '../../../shared/messages/index.ts';
import type { Cause, FixDetail, FixKind } from '../../../shared/taxonomy.ts';
import { hostSignatures, isHostedPath, namesHost } from '../knowledge/hosted-machines.ts';
import type { Clues } from './evidence/clues.ts';
import { adviceOf, findingOf } from './evidence/finding-of.ts';
import { hear } from './evidence/heard.ts';
import { vendorOfGpu } from './said-rules/said-rule.ts';

type OtherVendor = 'amd' | 'intel' | 'apple';

/**
 * What is usual for a cause is meant for an NVIDIA card in one's own computer. Here each remedy is
 * made to fit the card that is there, and a rented machine, whose driver nobody there can change.
 */
export function fitToMachine(findings: readonly Finding[], clues: Clues): Finding[] {
  const heard = hear(clues.said);
  const vendor = vendorOfGpu(heard, clues);
  const other = vendor === 'nvidia' ? null : vendor;
  const hosted = heard.has(...hostSignatures) || isHosted(clues);
  if (other === null && !hosted) return [...findings];
  return findings.map((finding) => {
    const fitted = other === null ? finding : ofVendor(finding, other);
    return hosted ? onHost(fitted) : fitted;
  });
}

function isHosted({ stated, interpreter }: Clues): boolean {
  const said = [stated?.os, stated?.install_kind].some((text) => text && namesHost(text));
  const roots = [interpreter?.environmentRoot, interpreter?.executable];
  return said || roots.some((path) => path && isHostedPath(path));
}

/** Findings that only an NVIDIA card can have, and what they are on another. */
const ofNvidiaAlone: ReadonlyMap<Cause, Readonly<Record<OtherVendor, Cause>>> = new Map(
  (['nvidia_driver_too_old', 'torch_cpu_build'] as const).map((cause) => [
    cause,
    {
      amd: 'wrong_vendor_torch_build',
      intel: 'wrong_vendor_torch_build',
      apple: 'apple_mps_unsupported',
    } as const,
  ]),
);

function ofVendor(finding: Finding, vendor: OtherVendor): Finding {
  const cause = ofNvidiaAlone.get(finding.cause)?.[vendor];
  const { evidence, confidence, consequence } = finding;
  const fitting = cause ? { ...findingOf(cause, { evidence, confidence }), consequence } : finding;
  const remedies = unique(fitting.remedies.map((each) => remedyFor(vendor, each)));
  const changed = kindOf(remedies[0]) !== kindOf(fitting.remedies[0]);
  const advice = adviceFor(vendor, remedies[0], changed ? null : fitting.advice);
  return {
    ...fitting,
    remedies,
    explanation: explanationFor(fitting),
    advice: advice ?? fitting.advice,
    links: fitting.links.filter((link) => !nvidiaLinks.includes(link)),
  };
}

const nvidiaLinks: readonly LinkId[] = [
  'nvidia-drivers',
  'triton-windows-readme',
  'sageattention-windows',
  'xformers-readme',
];

/** Builds for CUDA, by what their place is taken on another card. */
const torchBuilds: readonly (FixKind | FixDetail)[] = [
  'reinstall_torch_cuda',
  'upgrade_torch_for_gpu_arch',
  'torch_cu126_for_old_gpu',
  'match_torch_for_xformers',
];
const cudaPackages: readonly (FixKind | FixDetail)[] = [
  'install_triton_windows',
  'align_triton_with_torch',
  'set_ptxas_path',
  'install_matching_accel_wheel',
  'upgrade_xformers_matching_torch',
  'install_into_right_python',
  'use_prebuilt_wheel_or_fix_build',
];

function kindOf(remedy: Remedy | undefined): FixKind | FixDetail | undefined {
  return remedy?.fixDetail ?? remedy?.fixKind;
}

function remedyFor(vendor: OtherVendor, remedy: Remedy): Remedy {
  const kind = remedy.fixDetail ?? remedy.fixKind;
  if (torchBuilds.includes(kind)) {
    return { goal: null, fixKind: 'other', fixDetail: 'install_vendor_torch' };
  }
  if (cudaPackages.includes(kind) || (kind === 'install_triton' && vendor === 'apple')) {
    return { goal: null, fixKind: 'other', fixDetail: 'use_supported_backend' };
  }
  return { ...remedy, goal: null };
}

function unique(remedies: readonly Remedy[]): Remedy[] {
  return remedies.filter(
    (each, index) => remedies.findIndex((other) => kindOf(other) === kindOf(each)) === index,
  );
}

/** The sentence for this maker's cards, where there is one of its own; `written` is what a rule chose. */
function adviceFor(
  vendor: OtherVendor,
  remedy: Remedy | undefined,
  written: MessageRef | null,
): MessageRef | null {
  const chosen = written ?? (remedy ? adviceOf(remedy) : null);
  if (chosen === null) return null;
  const others = vendor === 'apple' ? ['mac', 'other'] : ['other'];
  const own = [vendor, ...others].map((each) => `${chosen.key}.${each}`).find(isKey);
  return own === undefined ? chosen : message(own);
}

function explanationFor({ cause, explanation }: Finding): MessageRef {
  return cause === 'cuda_device_unavailable' &&
    explanation.key === 'finding.cuda_device_unavailable.explanation'
    ? message('finding.cuda_device_unavailable.explanation-other')
    : explanation;
}

const ofTheMachine: readonly (FixKind | FixDetail)[] = ['update_driver', 'fix_device_environment'];

/** The driver of a rented machine is its owner's. */
function onHost(finding: Finding): Finding {
  const remedies = unique(
    finding.remedies.map((each) =>
      each.fixKind === 'update_driver'
        ? { goal: null, fixKind: 'other' as const, fixDetail: 'fix_device_environment' as const }
        : each,
    ),
  );
  const first = finding.remedies[0];
  const isOfMachine = first && ofTheMachine.includes(first.fixDetail ?? first.fixKind);
  return {
    ...finding,
    remedies,
    ...(isOfMachine ? { advice: message('advice.fix_device_environment.hosted') } : {}),
    links: finding.links.filter((link) => link !== 'nvidia-drivers'),
  };
}
