import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import type { Problem } from '../../../../shared/problem.ts';
import { missingPython } from '../../knowledge/missing-python.ts';
import type { Clues } from '../evidence/clues.ts';
import { brokenPackages, disorderedLists, isNeeded, leftovers } from '../evidence/damage.ts';
import { findingOf } from '../evidence/finding-of.ts';

/**
 * Whether the environment's own Python is gone, so that nothing can run in it. A moved one has
 * its Python.
 */
export function cannotStart(clues: Clues): boolean {
  return goneFrom(clues) !== null;
}

/**
 * A missing Python, or half-removed or damaged packages. Packages whose lists are not in order
 * work until somebody replaces them; folders that an interrupted pip left behind hurt nobody by
 * themselves.
 */
export function installCorrupted(clues: Clues): Finding[] {
  const gone = goneFrom(clues);
  if (gone) return [withoutPython(gone)];
  const broken = brokenPackages(clues);
  const disorder = disorderedLists(clues);
  const remains = leftovers(clues);
  if (broken.length > 0) {
    return [
      findingOf('install_corrupted', {
        severity: isNeeded(clues, broken) ? 'error' : 'warning',
        evidence: [...broken.map((each) => each.evidence), ...disorder, ...remains],
      }),
    ];
  }
  if (disorder.length > 0) {
    return [
      findingOf('install_corrupted', {
        severity: 'warning',
        confidence: 'medium',
        evidence: [...disorder, ...remains],
        title: message('finding.install_corrupted.title-lists'),
        explanation: message('finding.install_corrupted.explanation-lists'),
        cost: message('finding.install_corrupted.cost-lists'),
      }),
    ];
  }
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

function goneFrom(clues: Clues): Problem | null {
  return missingPython(clues.interpreter?.problems ?? []);
}

/** No plan can mend it: pip needs the Python that is gone. */
function withoutPython({ code, params }: Problem): Finding {
  return findingOf('install_corrupted', {
    evidence: [{ statement: message(`problem.${code}`, params), how: 'file' }],
    title: message('finding.install_corrupted.title-no-python'),
    explanation: message('finding.install_corrupted.explanation-no-python'),
    cost: message('finding.install_corrupted.cost-no-python'),
    remedies: [{ goal: null, fixKind: 'repair_install' }],
    advice: message('finding.install_corrupted.advice-no-python'),
  });
}
