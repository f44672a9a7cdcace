import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf } from '../evidence/graphics-cards.ts';
import { placeOf, type Heard } from '../evidence/heard.ts';
import { liveList } from '../../knowledge/live-tables.ts';
import { signatures } from '../../knowledge/signatures.ts';
import { vendorOfGpu, type SaidRule } from './said-rule.ts';

const kernel: readonly SignatureId[] = [
  'SA_KERNEL_MISSING',
  'SA_NOT_NEW_ENOUGH',
  'SA_OLD_API',
  'SA_DISPATCH',
];
const input: readonly SignatureId[] = [
  'SA_DTYPE',
  'SA_HEAD_DIM',
  'SA_HEAD_DIM_V1',
  'SA_NOT_CUDA',
  'SA_TENSORS_DIFFER',
  'SA_LAYOUT',
];

/** SageAttention was imported, and refuses: the build, the card, or what it was given. */
export const sageRefuses: SaidRule = {
  reads: [...kernel, ...input, 'CF_SAGE_FALLBACK', 'CF_SAGE3_FALLBACK'],
  find(heard, clues) {
    const built = heard.all(...kernel).find((line) => !isOfInput(line));
    if (built) return [ofBuild(built, heard, clues)];
    const given = heard.first(...input) ?? heard.all(...kernel).find(isOfInput);
    if (given) return [ofInput(given, heard, clues)];
    const fallback = heard.first('CF_SAGE_FALLBACK', 'CF_SAGE3_FALLBACK');
    // The reason stands in the same line, and is a message of its own where it is known.
    return fallback && !hasReason(fallback, heard)
      ? [
          findingOf('attention_input_unsupported', {
            evidence: [saidEvidence(fallback)],
            confidence: 'low',
            title: message('finding.attention_input_unsupported.title-fallback'),
            explanation: message('finding.attention_input_unsupported.explanation-fallback'),
            remedies: [patchOnlyModel],
          }),
        ]
      : [];
  },
};

const patchOnlyModel: Remedy = {
  goal: null,
  fixKind: 'other',
  fixDetail: 'patch_only_diffusion_model',
};
const withoutFlag: Remedy = { goal: null, fixKind: 'change_launch_flag' };
const notForced: Remedy = {
  goal: null,
  fixKind: 'other',
  fixDetail: 'do_not_force_op_or_fix_input',
};
const heads: readonly SignatureId[] = ['SA_HEAD_DIM', 'SA_HEAD_DIM_V1'];

function ofBuild(line: Said, heard: Heard, clues: Clues): Finding {
  const evidence = [saidEvidence(line)];
  const capability = capabilityOf(clues);
  if (vendorOfGpu(heard, clues) === 'amd') return findingOf('amd_unsupported', { evidence });
  const bySize = line.signature === 'SA_KERNEL_MISSING' || line.signature === 'SA_DISPATCH';
  return bySize && capability !== null && capability < 80
    ? findingOf('attention_gpu_too_old', { evidence })
    : findingOf('sageattention_wrong_build', { evidence });
}

/** Single precision is what a model hands in; a half that is missing is missing in the build. */
function isOfInput(line: Said): boolean {
  return line.signature === 'SA_DISPATCH' && /^(?:float|double)$/i.test(line.values['dtype'] ?? '');
}

/**
 * Only text encoders and the like hand in float32; the flag patches them too, a node need not.
 * The size of its heads belongs to the model itself: only another attention takes it.
 */
function ofInput(line: Said, heard: Heard, clues: Clues): Finding {
  const evidence = [saidEvidence(line)];
  if (heads.includes(line.signature)) {
    return findingOf('attention_input_unsupported', {
      evidence,
      remedies: [notForced, withoutFlag],
    });
  }
  const byFlag = heard.has('FRAME_COMFY_ATTENTION') || isSwitchedOn(clues);
  return findingOf('attention_input_unsupported', {
    evidence,
    remedies: byFlag ? [withoutFlag, patchOnlyModel] : [patchOnlyModel, withoutFlag],
  });
}

/** By the launch flag, as a log shows it: shortened perhaps, or with a quote behind. */
function isSwitchedOn(clues: Clues): boolean {
  return clues.comfyui?.flags.some((flag) => flag.startsWith('--use-sage')) === true;
}

/** What stands in every such line and is no reason. */
const quiet: readonly SignatureId[] = [
  'CF_SAGE_FALLBACK',
  'CF_SAGE3_FALLBACK',
  'TROUBLE_EXCEPTION',
  'TROUBLE_LOG_ERROR',
  'FRAME_SAGE',
  'FRAME_TRITON',
];

/** Another message in the same line, or in those right behind it where it is a long one. */
function hasReason(fallback: Said, heard: Heard): boolean {
  return heard
    .allNear(fallback, longestReason, ...telling)
    .some((each) => placeOf(each) >= placeOf(fallback));
}

const longestReason = 2;
const telling = liveList(() =>
  signatures
    .filter(({ id, role }) => role !== 'fact' && role !== 'harmless' && !quiet.includes(id))
    .map(({ id }) => id),
);

const blackSigns: readonly SignatureId[] = ['NAN_CAST', 'PT_ILLEGAL_ACCESS'];

/** Sage is in use and the pictures are black, noise, or the kernel writes where it may not. */
export const sageBadOutput: SaidRule = {
  reads: [...blackSigns, 'NAN_TENSOR'],
  find(heard, clues) {
    const used = heard.first('BACKEND_SAGE', 'SAGE_PATCHED');
    const tensor = heard.first('NAN_TENSOR');
    if (tensor) return [nanPrecision(tensor, clues)];
    const sign = heard.first(...blackSigns);
    const symptom = /black|noise|NaN|garbage|blank|corrupt|黑|噪/i.test(
      clues.stated?.symptom ?? '',
    );
    if ((used || isSwitchedOn(clues)) && (sign || symptom)) {
      const lines = [used, sign].flatMap((line) => (line ? [saidEvidence(line)] : []));
      const evidence = symptom ? [...lines, reported(clues)] : lines;
      return [findingOf('sageattention_bad_output', { evidence, confidence: 'medium' })];
    }
    return sign?.signature === 'NAN_CAST' ? [nanPrecision(sign, clues)] : [];
  },
};

/** xFormers 0.0.18 makes NaNs by itself; else half precision is too little for this model. */
function nanPrecision(line: Said, clues: Clues): Finding {
  const evidence = [saidEvidence(line)];
  const version = valueOf(clues.xformers)?.version ?? '';
  return version.startsWith('0.0.18')
    ? findingOf('nan_precision', {
        evidence,
        remedies: [{ goal: 'xformers', fixKind: 'upgrade_xformers_matching_torch' }],
      })
    : findingOf('nan_precision', { evidence });
}

function reported(clues: Clues): Evidence {
  return {
    statement: message('log.reported', { text: clues.stated?.symptom ?? '' }),
    how: 'report',
  };
}
