import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Said } from '../../../../shared/said.ts';
import type { SignatureId } from '../../../../shared/signature-ids.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { Heard } from '../evidence/heard.ts';
import type { SaidRule } from './said-rule.ts';

const general: readonly SignatureId[] = [
  'TROUBLE_KEYWORD',
  'TROUBLE_POSITIONAL',
  'TROUBLE_IMPORT_NAME',
  'TROUBLE_ATTRIBUTE',
  'PT_LIBRARY_NO_ATTRIBUTE',
];
/** Names that only attention code has. */
const attention =
  /attention|attn|xformers|transformer_options|flash_|sageattn|block_patch|efficient| forward value$/i;
const versioned = /\btorch\b|torch\.|xformers/;

/**
 * A node or a library calls attention as an older or newer one is called. General messages of
 * Python count only where they name something of attention.
 */
export const apiBreak: SaidRule = {
  reads: [...general, 'XF_PT_FLASH_NOVER', 'XF_PT_FLASH_SCHEMA'],
  find(heard) {
    const schema = heard.first('XF_PT_FLASH_NOVER', 'XF_PT_FLASH_SCHEMA');
    const findings: Finding[] = schema
      ? [findingOf('xformers_torch_mismatch', { evidence: [saidEvidence(schema)] })]
      : [];
    for (const line of heard.all(...general)) {
      const finding = ofLine(line, heard);
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

/** What Python says of a folder without a package in it: the package was half removed. */
export function isEmptyFolder(line: Said): boolean {
  return /from '(?:triton|flash_attn|xformers|sageattention|torch\w*)' \(unknown location\)/.test(
    line.text,
  );
}

function ofLine(line: Said, heard: Heard): Finding | null {
  const { module = '', name = '', keyword = '', function: called = '' } = line.values;
  const named = `${module}.${name} ${called} ${keyword}`;
  const evidence = [saidEvidence(line)];
  // comfy-kitchen's own rule knows what to do.
  if (module.startsWith('comfy_kitchen')) return null;
  if (isEmptyFolder(line)) {
    // flash-attn-4 alone leaves the same folder.
    const explanation = message('finding.install_corrupted.explanation-flash');
    const own = /'flash_attn'/.test(line.text) ? { evidence, explanation } : { evidence };
    return findingOf('install_corrupted', own);
  }
  if (line.signature === 'TROUBLE_IMPORT_NAME' && module.startsWith('triton')) {
    return findingOf('triton_version_mismatch', { evidence });
  }
  // xFormers asks torch for something that this torch does not have (yet, or any more).
  const inXformers = heard.raisedIn(line, 10, 'FRAME_XFORMERS') !== null;
  if (line.signature !== 'TROUBLE_KEYWORD' && versioned.test(module) && inXformers) {
    return findingOf('xformers_torch_mismatch', { evidence });
  }
  if (/^torchvision|^torchaudio/.test(module)) {
    return findingOf('torchvision_torch_mismatch', { evidence, confidence: 'medium' });
  }
  if (/^(sageattention|sageattn)/.test(module))
    return findingOf('sageattention_wrong_build', { evidence });
  return attention.test(named)
    ? findingOf('attention_api_break', { evidence, confidence: 'medium' })
    : null;
}
