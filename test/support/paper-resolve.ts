import type { System } from '../../electron/engine/machine/system.ts';
import type { PipOptions } from '../../electron/engine/pip/run-pip.ts';
import { nothingToDo, type Attempt } from '../../electron/engine/planning/intent.ts';
import { resolve } from '../../electron/engine/planning/resolve.ts';
import { factsWith } from './facts.ts';
import { packages } from './findings.ts';
import { reported, withPaperIndex, type PaperIndex } from './paper-index.ts';
import { sampleDiagnosis } from './sample-diagnoses.ts';

export const subject = { name: 'xFormers 0.0.29', what: 'Python 3.11' };

export function attempt(requirement: string, own: Partial<Attempt> = {}): Attempt {
  return { requirements: [requirement], index: 'default', forceReinstall: false, ...own };
}
export const fromTorch = (variant: string): Partial<Attempt> => ({
  index: { torchVariant: variant },
});

/** Resolves these attempts; tells what pip was asked. */
export function resolving(
  attempts: Attempt[],
  index: Partial<PaperIndex>,
  { options = {}, own = {} }: { options?: PipOptions; own?: Partial<System> } = {},
) {
  const paper = withPaperIndex({ find: () => [reported('xformers', '0.0.29')], ...index });
  const distributions = packages('torch==2.6.0', 'numpy==1.26.4', 'xformers==0.0.27', 'own==x?');
  const diagnosis = sampleDiagnosis({ facts: factsWith({ distributions }) });
  const intent = { ...nothingToDo, attempts, movable: ['xformers'], subject };
  const system = { ...paper.system, ...own };
  return { ...paper, resolved: resolve(system, diagnosis, intent, options) };
}

export const none: PaperIndex['find'] = ({ requirements }) =>
  `ERROR: No matching distribution found for ${requirements[0] ?? ''}`;
export const conflict = 'ERROR: ResolutionImpossible';
export const unreachable = "Max retries exceeded, host='a.example', port=443";
