import type { Finding, Remedy } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { Heard } from '../evidence/heard.ts';
import type { SaidRule } from './said-rule.ts';

/**
 * The web UIs use xFormers only where they are told to. "No module 'xformers'. Proceeding
 * without it" is what they print when nobody asked for it.
 */
export const webUiFlag: SaidRule = {
  reads: ['XF_A1111_PROCEEDING', 'XF_A1111_CANNOT_IMPORT', 'XF_NOT_PKG', 'XF_HALTED'],
  find(heard, clues) {
    const line = heard
      .all('XF_A1111_PROCEEDING', 'XF_HALTED')
      .find((each) => !isOfBorrowedCode(each, heard));
    const shadow = heard.first('XF_NOT_PKG');
    if (!line)
      return shadow ? [findingOf('install_corrupted', { evidence: [saidEvidence(shadow)] })] : [];
    const flags = clues.comfyui?.flags ?? [];
    const evidence = [saidEvidence(line)];
    if (flags.includes('--xformers')) {
      return [
        findingOf('accel_package_not_installed', {
          evidence,
          remedies: [{ goal: 'xformers', fixKind: 'install_into_right_python' }],
        }),
      ];
    }
    return somethingElse(heard) || usesFastAttention(heard, line)
      ? []
      : [findingOf('acceleration_flag_not_set', { evidence })];
  },
};

/**
 * Code that custom nodes of ComfyUI brought along from elsewhere says it as well ("Processing
 * without"); there nobody can switch xFormers on for it.
 */
function isOfBorrowedCode(line: Said, heard: Heard): boolean {
  const inComfyui = heard
    .all('TROUBLE_FRAME', 'TROUBLE_IMPORT_FAILED')
    .some((each) => /[\\/](?:custom_nodes|ComfyUI)[\\/]/i.test(each.text));
  return /Processing/i.test(line.text) && (inComfyui || heard.has('FACT_TORCH_COMFYUI'));
}

/**
 * A fast attention is in use: nobody misses xFormers. The web UI's own sentence ("Proceeding")
 * is answered by its own line alone; another program's line may stand in the same log.
 */
function usesFastAttention(heard: Heard, line: Said): boolean {
  if (heard.has('BACKEND_WEBUI')) return true;
  return (
    !/Proceeding/i.test(line.text) && heard.has('BACKEND_PYTORCH', 'BACKEND_SAGE', 'BACKEND_FLASH')
  );
}

function somethingElse(heard: Heard): boolean {
  return heard.has(
    'OOM_CUDA',
    'TROUBLE_MODEL_FILE',
    'TROUBLE_PORT',
    'TROUBLE_SHAPES',
    'TROUBLE_KEYWORD',
  );
}

/** A flag for attention that this program, or this version of it, does not know: it stops at once. */
export const unknownFlag: SaidRule = {
  reads: ['TROUBLE_ARGUMENTS'],
  find(heard) {
    const line = heard
      .all('TROUBLE_ARGUMENTS')
      .find((each) => /--[\w-]*(?:attention|xformers)/.test(each.values['flags'] ?? ''));
    if (!line) return [];
    const remedies: Remedy[] = [
      { goal: null, fixKind: 'change_launch_flag' },
      { goal: null, fixKind: 'other', fixDetail: 'update_custom_node_or_app' },
    ];
    return [
      findingOf('acceleration_flag_not_set', {
        evidence: [saidEvidence(line)],
        severity: 'error',
        title: message('finding.acceleration_flag_not_set.title-unknown'),
        explanation: message('finding.acceleration_flag_not_set.explanation-unknown'),
        cost: message('finding.accel_package_not_installed.cost-flag'),
        remedies,
      }),
    ];
  },
};

/** xFormers can be imported, and yet the attention in use is another: a choice, or a flag. */
export const anotherBackend: SaidRule = {
  reads: [],
  find(heard, clues) {
    const used = heard.first('BACKEND_PYTORCH', 'BACKEND_SPLIT', 'BACKEND_SUB_QUAD');
    const imported = heard.first('FACT_XFORMERS_VERSION');
    // In use after all, or only asked for its list of operators.
    if (heard.has('BACKEND_XFORMERS', 'BACKEND_WEBUI', 'FACT_XINFO_OPERATOR')) return [];
    if (!used || (!imported && !clues.stated?.xformers) || isBroken(heard)) return [];
    const evidence = [...(imported ? [imported] : []), used].map(saidEvidence);
    const fast = used.signature === 'BACKEND_PYTORCH';
    // Chosen, and as fast: nothing to say.
    return fast && isChosen(clues) ? [] : [quiet(evidence, fast)];
  },
};

/** PyTorch's own attention is as fast on most cards; the other two are not. */
function quiet(evidence: Finding['evidence'], fast: boolean): Finding {
  return fast
    ? findingOf('acceleration_flag_not_set', {
        evidence,
        severity: 'harmless',
        confidence: 'medium',
        remedies: [{ goal: null, fixKind: 'none_benign_warning' }],
      })
    : findingOf('acceleration_flag_not_set', { evidence, confidence: 'medium' });
}

function isChosen(clues: Clues): boolean {
  const flags = clues.comfyui?.flags ?? [];
  return flags.some((flag) =>
    /cross-attention|disable-xformers|attention-pytorch|^--cpu/.test(flag),
  );
}

function isBroken(heard: Heard): boolean {
  return heard.has('XF_INVALID_LIB', 'XF_BUILT_FOR_TORCH', 'XF_NOT_BUILT', 'FACT_AMD_ARCH');
}
