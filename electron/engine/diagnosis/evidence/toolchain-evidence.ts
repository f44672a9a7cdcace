import type { Fact } from '../../../../shared/facts.ts';
import type { Evidence } from '../../../../shared/finding.ts';
import { message } from '../../../../shared/messages/index.ts';

/** What Triton compiles with and what is known not to be there. */
export function missingTool(
  fact: Fact<string>,
  key: 'evidence.headers-missing' | 'evidence.import-library-missing' | 'evidence.compiler-missing',
): Evidence[] {
  return fact.state === 'absent' ? [{ statement: message(key), how: 'file' }] : [];
}
