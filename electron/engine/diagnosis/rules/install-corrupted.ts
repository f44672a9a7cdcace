import { valueOf } from '../../../../shared/facts.ts';
import type { Evidence, Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { attentionPackages } from '../../knowledge/attention-packages.ts';
import type { Clues } from '../clues.ts';
import { installed } from '../evidence.ts';
import { findingOf } from '../finding-of.ts';

/**
 * Whether the environment's own Python is gone, so that nothing can run in it. A moved one has
 * its Python. Source: discovery/environment-health.ts.
 */
export function cannotStart(clues: Clues): boolean {
  return missingPython(clues).length > 0;
}

/**
 * A missing Python, or half-removed or damaged packages. Folders that an interrupted pip left behind hurt nobody
 * by themselves; a package of ours that is listed twice, or without its files, does.
 */
export function installCorrupted(clues: Clues): Finding[] {
  if (cannotStart(clues)) return [withoutPython(clues)];
  const gone = withoutFiles(clues);
  const damage = [...gone, ...duplicates(clues), ...withoutRecord(clues)];
  if (damage.length > 0) {
    return [
      findingOf('install_corrupted', {
        confidence: gone.length > 0 ? 'high' : 'medium',
        evidence: [...damage, ...leftovers(clues)],
      }),
    ];
  }
  const remains = leftovers(clues);
  if (remains.length === 0) return [];
  return [
    findingOf('install_corrupted', {
      severity: 'harmless',
      evidence: remains,
      title: message('finding.install_corrupted.title-leftovers'),
      explanation: message('finding.install_corrupted.explanation-leftovers'),
      cost: null,
    }),
  ];
}

function missingPython(clues: Clues): Problem[] {
  const problems = clues.interpreter?.problems ?? [];
  return problems.filter(({ code }) => code !== 'environment-moved');
}

/** No plan can mend it: pip needs the Python that is gone. */
function withoutPython(clues: Clues): Finding {
  return findingOf('install_corrupted', {
    evidence: missingPython(clues).map(({ code, params }) => ({
      statement: message(`problem.${code}`, params),
      how: 'file',
    })),
    title: message('finding.install_corrupted.title-no-python'),
    explanation: message('finding.install_corrupted.explanation-no-python'),
    cost: message('finding.install_corrupted.cost-no-python'),
    remedies: [{ goal: null, fixKind: 'repair_install' }],
    advice: message('finding.install_corrupted.advice-no-python'),
  });
}

/** Listed, but the folder that would be imported is gone: then Python says it does not exist. */
function withoutFiles(clues: Clues): Evidence[] {
  const torch = installed(clues, 'torch');
  const xformers = installed(clues, 'xformers');
  // A live Python that imports it has it somewhere that files did not tell (an editable install).
  const live = valueOf(clues.live);
  return [
    ...(torch !== null && clues.torch.state === 'absent' && !live?.torch?.version
      ? [goneEvidence('torch', torch)]
      : []),
    ...(xformers !== null && clues.xformers.state === 'absent' && !live?.xformers?.version
      ? [goneEvidence('xformers', xformers)]
      : []),
  ];
}

function goneEvidence(name: string, version: string): Evidence {
  return { statement: message('evidence.without-files', { name, version }), how: 'file' };
}

function duplicates(clues: Clues): Evidence[] {
  const found = clues.packageHealth?.duplicates ?? [];
  return found
    .filter(({ name }) => attentionPackages.includes(name))
    .map(({ name, versions }) => ({
      statement: message('evidence.duplicate', { name, versions: versions.join(', ') }),
      how: 'file',
    }));
}

/** Only pip's own folders have to have a RECORD: conda and the system's packages do without. */
function withoutRecord(clues: Clues): Evidence[] {
  const found = clues.packageHealth?.withoutRecord ?? [];
  if (clues.interpreter?.kind === 'conda' || clues.interpreter?.kind === 'system') return [];
  return found
    .filter((name) => attentionPackages.includes(name))
    .filter((name) => {
      const listed = clues.distributions?.find((each) => each.name === name);
      return listed?.location.endsWith('.dist-info') === true;
    })
    .map((name) => ({ statement: message('evidence.without-record', { name }), how: 'file' }));
}

function leftovers(clues: Clues): Evidence[] {
  return (clues.packageHealth?.leftovers ?? []).map((folder) => ({
    statement: message('evidence.leftover', { folder }),
    how: 'file',
    source: folder,
  }));
}
