import type { Finding } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import type { Clues } from '../clues.ts';
import { findingOf, saidEvidence } from '../finding-of.ts';
import type { Heard } from '../heard.ts';
import { torchVendor, type SaidRule } from './said-rule.ts';

/** pip took one torch out and put another in: what was there, and what came. */
export const torchReplaced: SaidRule = {
  reads: [
    'PIP_FOUND_TORCH',
    'PIP_REMOVED_TORCH',
    'PIP_INSTALLED_TORCH',
    'PIP_COLLECTING_TORCH',
    'PIP_REQUIRES_TORCH',
    'PIP_INSTALLING_TORCH',
    'PIP_UPGRADE_TORCH',
  ],
  find(heard, clues) {
    const removed = heard.first('PIP_FOUND_TORCH', 'PIP_REMOVED_TORCH');
    const came = heard.first('PIP_INSTALLED_TORCH', 'PIP_COLLECTING_TORCH', 'PIP_INSTALLING_TORCH');
    const conflict = heard.first('PIP_REQUIRES_TORCH');
    if (!removed && !conflict) return pulledIn(heard);
    if (removed && came && isSwap(removed, heard))
      return [replacedBy([removed, came], heard, clues)];
    return conflict ? [replacedBy([conflict, ...(removed ? [removed] : [])], heard, clues)] : [];
  },
};

function replacedBy(lines: Said[], heard: Heard, clues: Clues): Finding {
  const evidence = lines.map(saidEvidence);
  const confidence = torchVendor(clues) === 'cuda' ? 'medium' : 'high';
  // xFormers came with a torch of its own: one that fits the old torch would have left it alone.
  const byXformers = heard
    .all('PIP_INSTALLED', 'PIP_INSTALL_COMMAND', 'PIP_COLLECTING_TORCH')
    .some((line) => /xformers/i.test(`${line.text} ${line.values['packages'] ?? ''}`));
  const remedies = [
    { goal: 'xformers' as const, fixKind: 'upgrade_xformers_matching_torch' as const },
  ];
  return findingOf('torch_replaced_by_pip', {
    evidence,
    confidence,
    ...(byXformers ? { remedies } : {}),
  });
}

/** The same version put back by a re-installation is none. */
function isSwap(removed: Said, heard: Heard): boolean {
  const before = removed.values['torch'];
  const wanted = /[\d.]+[\w+.]*/.exec(
    heard.first('PIP_COLLECTING_TORCH')?.values['requirement'] ?? '',
  )?.[0];
  const after = heard.first('PIP_INSTALLED_TORCH')?.values['torch'] ?? wanted;
  return before === undefined || after === undefined || before !== after;
}

/** "Collecting … (from torch==2.0.0->xformers==0.0.19)": xFormers brings a torch of its own. */
function pulledIn(heard: Heard): Finding[] {
  const line = heard
    .all('PIP_COLLECTING_TORCH')
    .find((each) => /^xformers/i.test(each.values['asker'] ?? ''));
  if (!line) return [];
  const remedies = [
    { goal: 'xformers' as const, fixKind: 'upgrade_xformers_matching_torch' as const },
  ];
  return [
    findingOf('torch_replaced_by_pip', {
      evidence: [saidEvidence(line)],
      confidence: 'medium',
      remedies,
    }),
  ];
}
