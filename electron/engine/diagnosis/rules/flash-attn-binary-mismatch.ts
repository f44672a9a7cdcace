import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { xformersFit } from '../../knowledge/xformers-fit.ts';
import { flashAttnRangeOf, refusesFlashAttn } from '../../knowledge/xformers-releases.ts';
import { binaryMismatch } from '../evidence/binary-mismatch.ts';
import type { Clues } from '../evidence/clues.ts';
import { flagEvidence, installed, packageEvidence, probeEvidence } from '../evidence/evidence.ts';
import { findingOf } from '../evidence/finding-of.ts';
import { flashFlag, isFlagged } from '../evidence/wanted.ts';
import { attentionBuild } from '../evidence/wheel-evidence.ts';

const name = 'flash-attn';
const four = 'flash-attn-4';

/**
 * flash-attn compiled for another torch; or one that xFormers does not accept, or only its
 * folder: both keep `import xformers.ops` from working. A live Python overrules the files.
 */
export function flashAttnBinaryMismatch(clues: Clues): Finding[] {
  const torch = valueOf(clues.torch);
  if (!torch || vendorOfTorch(torch) !== 'cuda') return [];
  const differs = binaryMismatch(clues, torch, {
    cause: 'flash_attn_binary_mismatch',
    name,
    module: 'flash_attn',
    flag: flashFlag,
  });
  return [...differs, ...refused(clues), ...leftover(clues)].slice(0, 1);
}

function refused(clues: Clues): Finding[] {
  const xformers = xformersInUse(clues);
  const version = installed(clues, name);
  const range = xformers === null ? null : flashAttnRangeOf(xformers);
  if (xformers === null || version === null || !range) return [];
  if (!refusesFlashAttn(xformers, version)) return [];
  const { oldest, newest } = range;
  const params = { xformers, oldest, newest };
  return [
    findingOf('flash_attn_binary_mismatch', {
      evidence: [
        ...packageEvidence(clues, name),
        { statement: message('evidence.flash-range', params), how: 'file' },
        ...said(clues),
      ],
      title: message('finding.flash_attn_binary_mismatch.title-range'),
      explanation: message('finding.flash_attn_binary_mismatch.explanation-range'),
      cost: message('finding.flash_attn_binary_mismatch.cost-xformers'),
      advice: message('finding.flash_attn_binary_mismatch.advice-range', { oldest, newest }),
    }),
  ];
}

/** A folder flash_attn without its package, or flash-attn-4 alone, which fills that name as well. */
function leftover(clues: Clues): Finding[] {
  const xformers = xformersInUse(clues);
  const build = attentionBuild(clues, name);
  const range = xformers === null ? null : flashAttnRangeOf(xformers);
  if (!build || build.importable) return [];
  if (build.version !== null) return shadowed(clues, build.version);
  if (!range) return shadowed(clues, null);
  return [
    findingOf('flash_attn_binary_mismatch', {
      evidence: [
        { statement: message('evidence.flash-leftover'), how: 'file' },
        ...packageEvidence(clues, four),
        ...said(clues),
      ],
      title: message('finding.flash_attn_binary_mismatch.title-leftover'),
      explanation: message('finding.flash_attn_binary_mismatch.explanation-leftover'),
      cost: message('finding.flash_attn_binary_mismatch.cost-xformers'),
      advice: message(
        installed(clues, four) === null
          ? 'finding.flash_attn_binary_mismatch.advice-leftover'
          : 'finding.flash_attn_binary_mismatch.advice-four',
        { oldest: range.oldest, newest: range.newest },
      ),
    }),
  ];
}

/** flash-attn-4 shares the folder: without flash-attn's own module in it nobody finds a function there. */
function shadowed(clues: Clues, version: string | null): Finding[] {
  if (installed(clues, four) === null || !isFlagged(clues, flashFlag)) return [];
  return [
    findingOf('flash_attn_binary_mismatch', {
      evidence: [
        ...(version === null ? [] : packageEvidence(clues, name)),
        ...packageEvidence(clues, four),
        flagEvidence(clues, flashFlag),
      ],
      title: message('finding.flash_attn_binary_mismatch.title-four'),
      explanation: message('finding.flash_attn_binary_mismatch.explanation-four'),
      advice: message('finding.flash_attn_binary_mismatch.advice-shadowed'),
    }),
  ];
}

/** The version of an xFormers that would work without flash-attn; null where a live one does. */
function xformersInUse(clues: Clues): string | null {
  const torch = valueOf(clues.torch);
  const xformers = valueOf(clues.xformers);
  if (!torch || !xformers || xformersFit(torch, xformers) !== 'fits') return null;
  return valueOf(clues.live)?.xformers?.hasAttribute === true ? null : xformers.version;
}

function said(clues: Clues): Evidence[] {
  const error = valueOf(clues.live)?.xformers?.opsError ?? null;
  return error === null ? [] : [probeEvidence(error)];
}
