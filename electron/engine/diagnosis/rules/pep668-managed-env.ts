import type { Finding } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';
import { isMendable } from '../../../../shared/severity.ts';
import type { Clues } from '../evidence/clues.ts';
import { findingOf } from '../evidence/finding-of.ts';
import type { Rule } from './rule.ts';

/**
 * Something has to be installed, and the system forbids it here. A note to the finding that
 * says what: nothing is wrong with such a Python by itself.
 */
export function pep668ManagedEnv(others: readonly Rule[]): Rule {
  return (clues: Clues): Finding[] => {
    if (clues.interpreter?.externallyManaged !== true) return [];
    const installs = others
      .flatMap((rule) => rule(clues))
      .some((each) => isMendable(each) && each.remedies.some(({ goal }) => goal));
    if (!installs) return [];
    const statement = message('evidence.externally-managed');
    return [
      findingOf('pep668_managed_env', {
        severity: 'harmless',
        evidence: [{ statement, how: 'file' }],
        cost: null,
      }),
    ];
  };
}
