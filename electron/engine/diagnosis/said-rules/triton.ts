import { valueOf } from '../../../../shared/facts.ts';
import type { Finding, Remedy } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import { capabilityOf } from '../evidence/graphics-cards.ts';
import type { Heard } from '../evidence/heard.ts';
import { isEmptyFolder } from './api-break.ts';
import { firstNewCapability, vendorOfGpu, type SaidRule } from './said-rule.ts';

const asks: readonly SignatureId[] = [
  'PT_TRITON_MISSING',
  'PT_TRITON_MISSING_CLASS',
  'SA_NO_TRITON',
  'TR_NO_METADATA',
];
/** Python's own traceback follows the line that says that Triton is optional. */
const optionalTraceback = 25;
const askerDistance = 8;

/** Triton is not there. xFormers alone only mentions it; whoever imports it stops. */
export const tritonMissing: SaidRule = {
  reads: [...asks, 'XF_TRITON', 'XF_TRITON_OLD'],
  find(heard, clues) {
    const optional = heard.all('XF_TRITON', 'XF_TRITON_OLD');
    const needed = heard.all(...asks).filter((line) => !isOptional(line, heard));
    const findings = optional
      .slice(0, 1)
      .map((line) => findingOf('triton_missing_benign', { evidence: [saidEvidence(line)] }));
    const line = needed[0];
    if (line) {
      const remedies = [{ goal: 'triton' as const, fixKind: installKind(clues) }];
      findings.push(
        findingOf('triton_missing_required', { evidence: [saidEvidence(line)], remedies }),
      );
    }
    return findings;
  },
};

/** The traceback that xFormers prints behind its line; no other asker stands right above it. */
function isOptional(line: Said, heard: Heard): boolean {
  if (line.signature !== 'SA_NO_TRITON' && line.signature !== 'TR_SUBMODULE') return false;
  if (heard.all('CK_NO_TRITON').some((each) => each.line === line.line)) return true;
  const asked = heard.above(line, askerDistance, 'FRAME_SAGE', 'FRAME_SAGE_IMPORT') !== null;
  return !asked && heard.near(line, optionalTraceback, 'XF_TRITON', 'XF_TRITON_OLD') !== null;
}

function installKind(clues: Clues): 'install_triton' | 'install_triton_windows' {
  return clues.platform === 'linux' ? 'install_triton' : 'install_triton_windows';
}

const versionSigns: readonly SignatureId[] = [
  'TR_IMPORT_NAME',
  'TR_NO_ATTRIBUTE',
  'TR_METADATA',
  'TR_GPU_TOO_OLD',
  'TR_OPS',
  'TR_PTXAS_ERROR',
  'TR_CUDA_UNKNOWN',
  'TR_INTERNALS',
  'TR_SUBMODULE',
];

/** A Triton that does not fit torch, or does not know this GPU. */
export const tritonVersion: SaidRule = {
  reads: versionSigns,
  find(heard, clues) {
    const lines = heard
      .all(...versionSigns)
      .filter((line) => !isEmptyFolder(line) && !isOptional(line, heard));
    if (lines.length === 0) return [];
    // The line that names the card may stand below the one that only says that it failed.
    const text = lines.map((line) => line.text).join('\n');
    return [
      findingOf('triton_version_mismatch', {
        evidence: lines.slice(0, 4).map(saidEvidence),
        remedies: [tritonVersionRemedy(text, clues)],
      }),
    ];
  },
};

/** What brings the Triton that fits; `text` is what was said. */
export function tritonVersionRemedy(text: string, clues: Clues): Remedy {
  // A library that is older than Triton 3.1 imports what is no longer there.
  if (/triton\.ops/.test(text)) {
    return { goal: null, fixKind: 'other', fixDetail: 'update_custom_node_or_app' };
  }
  // The assembler that comes with Triton is older than this card; a newer toolkit has one.
  if (/sm_121|sm_103|sm_110/.test(text)) {
    return { goal: null, fixKind: 'other', fixDetail: 'set_ptxas_path' };
  }
  // The Windows package is there already, of another series.
  const isThere = /post/.test(valueOf(clues.triton)?.version ?? '');
  return clues.platform === 'win32' && !isThere
    ? { goal: 'triton', fixKind: 'install_triton_windows' }
    : { goal: 'triton', fixKind: 'other', fixDetail: 'align_triton_with_torch' };
}

/** fp8 and bf16 kernels that this card's generation does not have. */
export const tritonHardware: SaidRule = {
  reads: ['TR_FP8', 'SA_UNSUPPORTED_ARCH'],
  find(heard, clues) {
    const line = heard.first('TR_FP8', 'SA_UNSUPPORTED_ARCH');
    if (!line) return [];
    const evidence = [saidEvidence(line)];
    if (vendorOfGpu(heard, clues) === 'amd') return [findingOf('amd_unsupported', { evidence })];
    return [hardware(line.signature, line.values['arch'], capabilityOf(clues), evidence)];
  },
};

function hardware(
  signature: string,
  arch: string | undefined,
  capability: number | null,
  evidence: Finding['evidence'],
): Finding {
  const number = Number(/sm_?(\d+)/.exec(arch ?? '')?.[1] ?? Number.NaN);
  const sm = Number.isNaN(number) ? capability : number;
  if (signature === 'TR_FP8' || (sm !== null && sm < 80)) {
    return findingOf('attention_gpu_too_old', { evidence });
  }
  if (sm !== null && sm >= firstNewCapability) {
    return findingOf('sageattention_wrong_build', { evidence });
  }
  // A card that the release never meant: other packages do not help it.
  const remedies: Remedy[] = [{ goal: null, fixKind: 'none_hardware_limit' }];
  return findingOf('sageattention_wrong_build', { evidence, remedies });
}

/** A cache that another version wrote; a new compiler run fails for other reasons. */
export const tritonCache: SaidRule = {
  reads: ['TR_PY_SSIZE', 'TR_WINERR183'],
  find(heard) {
    const line = heard.first('TR_PY_SSIZE', 'TR_WINERR183');
    return line ? [findingOf('triton_stale_cache', { evidence: [saidEvidence(line)] })] : [];
  },
};

const headersSigns: readonly SignatureId[] = ['TR_NO_PYTHON_H', 'TR_NO_PYTHON_LIB'];
const compilerSigns: readonly SignatureId[] = [
  'TR_NO_HEADER',
  'TR_NO_CC',
  'TR_NO_MSVC',
  'TR_NO_PTXAS',
  'TR_LIBCUDA',
  'TR_LINK_CUDA',
];

/** Any build may lack a header; Triton's compile files of these names, or it stands near. */
function isOfTriton(line: Said, heard: Heard): boolean {
  if (line.signature !== 'TR_NO_HEADER') return true;
  const own = /triton|hip_runtime|(?:cuda|hip)_utils|launcher/i;
  return (
    own.test(line.text) ||
    heard.near(line, 6, 'TR_COMPILE_FAILED', 'FRAME_TRITON', 'TR_NO_MSVC') !== null
  );
}

/** The compiler runs but misses Python's own files, or is not there. */
export const tritonToolchain: SaidRule = {
  reads: [...headersSigns, ...compilerSigns],
  find(heard) {
    const headers = heard.all(...headersSigns);
    const compiler = heard.all(...compilerSigns).filter((line) => isOfTriton(line, heard));
    const certain = headers.filter((line) => line.signature === 'TR_NO_PYTHON_H');
    const findings: Finding[] = [];
    if (certain.length > 0 || (headers.length > 0 && compiler.length === 0)) {
      findings.push(
        findingOf('python_headers_missing', { evidence: headers.slice(0, 3).map(saidEvidence) }),
      );
    }
    if (compiler.length > 0) {
      findings.push(
        findingOf('triton_toolchain_missing', { evidence: compiler.slice(0, 3).map(saidEvidence) }),
      );
    }
    const failed = heard.first('TR_COMPILE_FAILED');
    if (findings.length === 0 && failed) {
      const evidence = [saidEvidence(failed)];
      findings.push(findingOf('triton_toolchain_missing', { evidence, confidence: 'medium' }));
    }
    return findings;
  },
};
