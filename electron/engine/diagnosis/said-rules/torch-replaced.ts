import { valueOf } from '../../../../shared/facts.ts';
import type { Finding, Remedy } from '../../../../shared/finding.ts';
import type { Said } from '../../../../shared/said.ts';
import { vendorOfTorch } from '../../knowledge/cuda-family.ts';
import { torchOfVersion } from '../../knowledge/torch-of-version.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf, saidEvidence } from '../evidence/finding-of.ts';
import type { Heard } from '../evidence/heard.ts';
import { torchVendor, type SaidRule } from './said-rule.ts';

/** pip took one torch out and put another in: what was there, and what came. */
export const torchReplaced: SaidRule = {
  reads: [
    'PIP_FOUND_TORCH',
    'PIP_REMOVED_TORCH',
    'PIP_ROLLED_BACK',
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
    if (heard.has('PIP_ROLLED_BACK') || isRepair(removed, heard)) return [];
    if (!removed && !conflict) return pulledIn(heard, clues);
    if (removed && came && isDone(heard) && isSwap(removed, heard))
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
  return findingOf('torch_replaced_by_pip', {
    evidence,
    confidence,
    ...(byXformers && !isOfPyPi(heard, clues) ? { remedies: [fittingXformers] } : {}),
  });
}

const fittingXformers: Remedy = {
  goal: 'xformers',
  fixKind: 'upgrade_xformers_matching_torch',
};

/** PyPI's Windows wheels are built for the processor alone (no +cu in their names): then torch is what is wrong. */
function isOfPyPi(heard: Heard, clues: Clues): boolean {
  const version = installedVersion(heard);
  return clues.platform === 'win32' && version !== undefined && !version.includes('+');
}

/** A build for the processor made way for one with CUDA: somebody has mended it. */
function isRepair(removed: Said | null, heard: Heard): boolean {
  const before = torchOfVersion(removed?.values['torch'] ?? '');
  const after = torchOfVersion(installedVersion(heard) ?? '');
  if (!before || !after || vendorOfTorch(before) !== 'cpu') return false;
  return vendorOfTorch(after) === 'cuda' && after.version.includes('+cu');
}

/** What pip ("Successfully installed") or uv ("+ torch==") put in. */
function installedVersion(heard: Heard): string | undefined {
  const came = heard.first('PIP_INSTALLED_TORCH')?.values;
  return came?.['torch'] ?? came?.['torch2'];
}

/** pip stopped before it took anything away: everything is where it was. */
function isDone(heard: Heard): boolean {
  if (heard.has('PIP_REMOVED_TORCH', 'PIP_INSTALLED_TORCH')) return true;
  return !heard.has('FILE_DENIED', 'DISK_FULL', 'NET_PIP');
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
function pulledIn(heard: Heard, clues: Clues): Finding[] {
  const line = heard
    .all('PIP_COLLECTING_TORCH')
    .find(
      ({ values }) =>
        /^xformers/i.test(values['asker'] ?? '') ||
        (/^xformers/i.test(values['wanter'] ?? '') && isAnother(values['requirement'], clues)),
    );
  if (!line) return [];
  return [
    findingOf('torch_replaced_by_pip', {
      evidence: [saidEvidence(line)],
      confidence: 'medium',
      remedies: [fittingXformers],
    }),
  ];
}

/** Beside a torch that is there already, an exact one of another version is asked for. */
function isAnother(requirement: string | undefined, clues: Clues): boolean {
  const there = valueOf(clues.torch)?.version.split('+')[0];
  const exact = /^==(?<version>[\d.]+)/.exec(requirement ?? '')?.groups?.['version'];
  return there !== undefined && exact !== undefined && exact !== there;
}
