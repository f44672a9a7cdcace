import type { Finding } from '../../../shared/finding.ts';
import type { Said } from '../../../shared/said.ts';
import type { SignatureId } from '../../../shared/signature-ids.ts';
import type { Heard } from '../diagnosis/evidence/heard.ts';
import { backendSignatures } from './log-backends.ts';
import type { TroubleKind } from './trouble-kinds.ts';

/** Kinds of trouble whose own message proves that they have nothing to do with attention. */
const provenKinds: readonly TroubleKind[] = [
  'port',
  'model-file',
  'model-fit',
  'workflow',
  'network',
];
const provenMessages: readonly SignatureId[] = [
  'TROUBLE_GATED',
  'TROUBLE_NEEDS_NEWER',
  'TROUBLE_ONNX',
  'TROUBLE_BANNER',
  'TROUBLE_ARGUMENTS',
  'PIP_NOT_A_PROJECT',
];
/** A module or a name that is missing in a package that attention does not rest on. */
const missing: readonly SignatureId[] = ['TROUBLE_NO_MODULE', 'TROUBLE_IMPORT_NAME'];
const ours =
  /^(?:torch|xformers|triton|flash_attn|sageatt|sageattn|comfy_kitchen|comfy\.ldm|diffusers\.models\.attention)/;

/** Attention at work, or at least loaded without a complaint. */
const atWork: readonly SignatureId[] = [
  ...backendSignatures,
  'FACT_GENERATED',
  'FACT_STEPS_DONE',
  'FACT_TRITON_WORKS',
];
/** Where a traceback goes through attention. */
const frames: readonly SignatureId[] = [
  'FRAME_COMFY_ATTENTION',
  'FRAME_SAGE',
  'FRAME_SAGE_IMPORT',
  'FRAME_FLASH_ATTN',
  'FRAME_C_FLASHATTENTION',
  'FRAME_XFORMERS',
  'FRAME_TRITON',
  'FRAME_INDUCTOR',
  'FRAME_SDPA',
  'FRAME_KITCHEN',
];
const tracebackLength = 30;

/** What a card or a compiled file says of itself may come from any kernel, attention's too. */
const anyKernel =
  /(?:CUDA|HIP|XPU) error|CU(?:BLAS|DNN)_STATUS|cuDNN error|device-side assert|segmentation fault|access violation|core dumped|DLL load failed|cannot open shared object|undefined symbol/i;

/**
 * Whether this trouble lies elsewhere by something that the log shows: its own message proves it,
 * or attention is seen at work and the trouble does not come from there.
 */
export function isElsewhere(
  trouble: readonly Said[],
  kind: TroubleKind | null,
  heard: Heard,
): boolean {
  if (kind !== null && provenKinds.includes(kind)) return true;
  if (trouble.some((line) => isProof(line))) return true;
  if (trouble.some((line) => anyKernel.test(line.text))) return false;
  if (trouble.some((line) => heard.above(line, tracebackLength, ...frames) !== null)) return false;
  return heard.has(...atWork);
}

/** A trouble of which it is not known whether attention has to do with it. */
export function isOpen({ cause, advice }: Pick<Finding, 'cause' | 'advice'>): boolean {
  return cause === 'not_attention_other' && advice.key === 'advice.not_attention.open';
}

function isProof({ signature, values }: Said): boolean {
  if (provenMessages.includes(signature)) return true;
  return missing.includes(signature) && !ours.test(values['module'] ?? '');
}
