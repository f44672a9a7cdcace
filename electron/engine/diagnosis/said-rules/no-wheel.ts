import type { Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { Heard } from '../evidence/heard.ts';
import { isNotFound, isOfPackages, otherServers } from './network.ts';
import type { SaidRule } from './said-rule.ts';

const wheelRows: readonly SignatureId[] = [
  'PIP_NO_VERSION',
  'PIP_NO_MATCH',
  'PIP_WRONG_WHEEL',
  'PIP_PYTHON_RANGE',
  'UV_NO_WHEEL',
];
const ownWheels = /^(?:sageattention|sageattn3|flash_attn|spas_sage_attn|xformers|nunchaku)/i;
/** Of SageAttention the index has version 1 alone; the others are files on the net. */
const notOnIndex = /^(?:sageattention(?:==|>=|~=)["']?2|sageattn3|spas[-_]sage)/i;

function wantedBy({ values }: Said): string {
  return (values['requirement'] ?? '').replaceAll(' ', '');
}
const matchingWheel: Remedy = {
  goal: null,
  fixKind: 'other',
  fixDetail: 'install_matching_accel_wheel',
};

/** The hub of kernels has builds for each torch, some time after it is released. */
function hubKernel(heard: Heard): Finding[] {
  const lines = heard.all('HUB_NO_VARIANT', 'HUB_TORCH_DIFFERS');
  if (!heard.has('HUB_NO_VARIANT')) return [];
  return [
    findingOf('no_matching_wheel', {
      evidence: lines.slice(0, 4).map(saidEvidence),
      remedies: [matchingWheel, { goal: null, fixKind: 'change_launch_flag' }],
      advice: message('advice.install_matching_accel_wheel.hub'),
    }),
  ];
}

/** An index that answers "not found" has no such package or CUDA family. */
function notFound(heard: Heard): Said | null {
  const lines = heard.all('NET_STATUS').filter((line) => isNotFound(line) && isOfPackages(line));
  return lines.find((line) => !otherServers.test(line.text)) ?? null;
}

/** Wheels for nobody here: an index that is not one, or a torch that this index does not have. */
export const noWheel: SaidRule = {
  reads: [...wheelRows, 'HUB_NO_VARIANT', 'HUB_TORCH_DIFFERS'],
  find(heard, clues) {
    const line = heard.first(...wheelRows) ?? notFound(heard);
    if (!line) return hubKernel(heard);
    const evidence = [saidEvidence(line)];
    // Such a package has a wheel for each combination: the right file, not another Python.
    if (ownWheels.test(line.values['wheel'] ?? '') || notOnIndex.test(wantedBy(line))) {
      return [findingOf('no_matching_wheel', { evidence, remedies: [matchingWheel] })];
    }
    const wanted = line.values['requirement'] ?? '';
    const none = (line.values['versions'] ?? 'none').trim() === 'none';
    if (/^triton(?!-windows)\b(?!==)/.test(wanted) && none && clues.platform !== 'linux') {
      const remedies = [{ goal: 'triton' as const, fixKind: 'install_triton_windows' as const }];
      return [findingOf('no_matching_wheel', { evidence, remedies })];
    }
    if (/^torch\b(?!.*\+cu)/.test(wanted) && line.values['versions'] !== undefined && none) {
      const remedies = [{ goal: 'torch-cuda' as const, fixKind: 'reinstall_torch_cuda' as const }];
      return [findingOf('no_matching_wheel', { evidence, remedies })];
    }
    return [findingOf('no_matching_wheel', { evidence })];
  },
};
